import type { Page } from '@playwright/test';
import { seriousAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import type { ReviewPage } from './review-page.ts';

let page: Page;
let screens: ReviewPage;

// axe injects its own script, which the app's policy would refuse.
test.use({ begin: 'matched', bypassCSP: true });

test.beforeEach(async ({ page: given, screens: first }) => {
  [page, screens] = [given, first];
  await screens.openReview();
});

const dialog = (name: string) => page.getByRole('dialog', { name });
const suggested = async () => {
  const words = await page.getByRole('tab', { name: /^Suggested/ }).innerText();
  return Number(words.replace(/\D/g, ''));
};
const nothingSerious = async () => expect(await seriousAt(page)).toEqual([]);

test('rows are chosen by keyboard, confirmed together with their numbers, and taken back in one step', async () => {
  const before = await suggested();
  const first = await screens.activePair();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+J');
  const chosen = screens.grid.locator('[aria-selected=true]');
  await expect(chosen).toHaveCount(3);
  await expect(page.getByRole('region', { name: 'Selected rows' })).toContainText('3 selected');
  await page.evaluate(
    `addEventListener('copy', (event) => {
      document.body.dataset.copied = event.clipboardData.getData('text/plain');
    })`,
  );
  await page.keyboard.press('Control+c');
  await expect(page.getByText('3 rows copied').first()).toBeVisible();
  const copied = (await page.locator('body').getAttribute('data-copied')) ?? '';
  expect(copied.split('\n')).toHaveLength(4);
  expect(copied.split('\n')[1]).toContain(`${first.account}\t${first.customer}\t`);
  await nothingSerious();

  await page.keyboard.press('Shift+A');
  const question = dialog('Confirm many pairs');
  await expect(question).toContainText('From 3 selected rows.');
  await expect(question).toContainText('Open balance');
  await nothingSerious();
  await question.getByRole('button', { name: 'Confirm 3 pairs' }).press('Enter');
  await expect(dialog('Done')).toContainText('3 pairs confirmed.');
  await page.keyboard.press('Escape');
  await expect(screens.grid).toBeFocused();
  await expect.poll(suggested).toBe(before - 3);
  await expect(page.getByRole('region', { name: 'Selected rows' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(suggested).toBe(before);
  await expect(screens.button('Preview 0 links')).toBeDisabled();

  // Without a choice the question is about all that is shown, and says so.
  await page.keyboard.press('Shift+X');
  await expect(dialog('Reject many pairs')).toContainText(`From all ${before} rows that the table shows`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('region', { name: 'Selected rows' })).toContainText(`${before} selected`);
  await page.keyboard.press('Escape');
  await expect(chosen).toHaveCount(0);
});

test('a blind sample is judged to its end, and the rest is confirmed by what it showed', async () => {
  const before = await suggested();
  await page.keyboard.press('Shift+A');
  const question = dialog('Confirm many pairs');
  await question.getByRole('button', { name: 'Check a sample' }).click();
  const sample = dialog('Blind sample');
  const judged = sample.getByRole('region', { name: 'Pair to judge' });
  const place = judged.getByText(/^Pair \d+ of/);
  await expect(place).toHaveText(/^Pair 1 of/);
  const size = Number((await place.innerText()).match(/of (\d+)/)?.[1]);
  expect(size).toBeGreaterThan(29);
  await expect(judged.getByRole('table')).toBeVisible();
  expect(await sample.innerText()).not.toMatch(/%|likely|certain|possible|agree/i);
  await nothingSerious();
  await expect(judged).toBeFocused();
  const answer = async (key: string, next: number) => {
    await expect(judged.getByRole('table')).toBeVisible();
    await page.keyboard.press(key);
    await expect(place).toHaveText(`Pair ${next} of ${size}`);
  };
  await answer('w', 2);
  await answer('r', 3);
  await answer('Backspace', 2);
  await answer('u', 3);

  // Left and come back to, it goes on where it was.
  await page.keyboard.press('Escape');
  await expect(screens.grid).toBeFocused();
  await page.keyboard.press('Shift+A');
  await expect(question).toContainText(`2 of ${size} checked.`);
  await question.getByRole('button', { name: 'Go on with the sample' }).click();
  for (let pair = 4; pair <= size; pair += 1) await answer('r', pair);
  await expect(judged.getByRole('table')).toBeVisible();
  await page.keyboard.press('r');
  const share = (1 / size).toLocaleString('en', { style: 'percent', maximumFractionDigits: 1 });
  const result = `1 of ${size} wrong and 1 not sure: ${share}, between`;
  await expect(sample).toContainText(result);
  await nothingSerious();

  await sample.getByRole('button', { name: 'Confirm the rest…' }).click();
  await expect(question).toContainText(result);
  await expect(question).toContainText('Reject 1 pair found wrong');
  await expect(question).toContainText('Leave 1 pair of which you were unsure');
  const confirm = question.getByRole('button', { name: /^Confirm [\d,]+ pairs$/ });
  const count = Number((await confirm.innerText()).replace(/\D/g, ''));
  await confirm.click();
  await expect(dialog('Done')).toContainText(`${count} pairs confirmed, 1 pair rejected.`);
  await page.keyboard.press('Escape');
  await expect(screens.button(`Preview ${count} links`)).toBeEnabled();

  await screens.screen('History').click();
  const samples = page.getByRole('table', { name: 'Blind samples' });
  await expect(samples).toContainText(result);
  await nothingSerious();

  await screens.screen(/^Review/).click();
  await screens.grid.focus();
  await page.keyboard.press('Control+z');
  await expect.poll(suggested).toBe(before);
});
