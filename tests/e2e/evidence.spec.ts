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

const evidence = () => page.getByRole('complementary', { name: 'Evidence' });

test('a comment, none of these, and taking that back, by keyboard', async () => {
  const pair = await screens.activePair();
  const comments = evidence().getByRole('list', { name: 'Comments' });
  await expect(evidence().getByRole('button', { name: 'Write a comment' })).toBeEnabled();
  await page.keyboard.press('c');
  const field = evidence().getByRole('textbox', { name: `Comment on ${pair.account}` });
  await expect(field).toBeFocused();
  await page.keyboard.type('Asked Dana');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(screens.grid).toBeFocused();
  await expect(comments).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(field).toHaveValue('Asked Dana');
  await field.press('End');
  await page.keyboard.type(': right one.');
  expect(await seriousAt(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(comments.getByRole('listitem')).toContainText('Asked Dana: right one.');
  await expect(comments.getByRole('listitem')).toContainText('Test Person');
  await expect(screens.grid).toBeFocused();

  // Who goes on to the next row before a comment is saved writes on there, undisturbed.
  await page.keyboard.press('c');
  await expect(field).toBeFocused();
  await page.keyboard.type('Twice.');
  const press = (on: string, init: object) =>
    `${on}.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ ...init, bubbles: true, cancelable: true })}));`;
  const table = `document.querySelector('[role=grid]')`;
  await page.evaluate(
    [
      press('document.activeElement', { key: 'Enter', ctrlKey: true }),
      press(table, { key: 'j' }),
      press(table, { key: 'c' }),
    ].join('\n'),
  );
  await expect(page.getByText(`Comment on ${pair.account} saved.`)).toBeVisible();
  const next = await screens.activePair();
  const nextField = evidence().getByRole('textbox', { name: `Comment on ${next.account}` });
  await expect(nextField).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(screens.grid).toBeFocused();

  // A row with several candidates: all of them are rejected by one key and come back with one other.
  await page.getByRole('tab', { name: /^Conflicts/ }).click();
  const candidates = evidence().getByRole('list', { name: 'Candidates' }).getByRole('button');
  await expect(async () => {
    if ((await candidates.count()) > 1) return;
    await page.keyboard.press('j');
    expect(await candidates.count()).toBeGreaterThan(1);
  }).toPass({ intervals: [100] });
  const several = await screens.activePair();
  const count = await candidates.count();
  await page.keyboard.press('0');
  await screens.movedOn(several);
  await expect(page.getByText(`Last: rejected ${count} customers for ${several.account}`)).toBeVisible();
  const row = screens.grid.locator(`[id="row-${several.accountId}"]`);
  await expect(row.getByRole('gridcell').last()).toHaveText('rejected');
  await page.keyboard.press('Backspace');
  await expect(row).toHaveAttribute('data-active', 'true');
  await expect(row.getByRole('gridcell').last()).toHaveText('conflict');
  await expect(evidence().getByRole('list', { name: 'Decisions' }).getByText('undone')).toHaveCount(count);
  await expect(candidates.getByText('rejected')).toHaveCount(0);
});

test('a conflict is settled in its matrix by keyboard, as one decision to take back', async () => {
  await page.getByRole('tab', { name: /^Conflicts/ }).click();
  const pair = await screens.activePair();
  await expect(screens.grid).toBeFocused();
  await page.keyboard.press('v');
  const matrix = page.getByRole('grid', { name: 'Accounts and customers' });
  await expect(matrix).toBeFocused();
  await expect(matrix.getByRole('rowheader').first()).toContainText(pair.account);
  expect(await seriousAt(page)).toEqual([]);
  const accounts = await matrix.getByRole('rowheader').count();
  expect(accounts).toBeGreaterThan(1);
  const cells = matrix.getByRole('row').nth(1).getByRole('gridcell');
  const settle = page.getByRole('button', { name: /^Settle/ });
  await expect(settle).toBeDisabled();

  // The first account gets the first customer; then the second one does, and the first none.
  await page.keyboard.press('Space');
  await expect(cells.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(cells.first()).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await expect(cells.last()).toHaveAttribute('aria-selected', 'true');
  await expect(settle).toHaveText(/^Settle 2 accounts/);
  await page.keyboard.press('Control+Enter');
  await expect(matrix).toHaveCount(0);
  await screens.movedOn(pair);
  await expect(screens.grid).toBeFocused();
  const row = screens.grid.locator(`[id="row-${pair.accountId}"]`);
  await expect(row.getByRole('gridcell').last()).not.toHaveText('conflict');
  await expect(page.getByRole('tab', { name: 'Done 1' })).toBeVisible();
  await expect(page.getByText('Last: decided 2 accounts')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: 'Done 0' })).toBeVisible();
  await expect(row.getByRole('gridcell').last()).toHaveText('conflict');
});
