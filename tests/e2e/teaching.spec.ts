import type { Page } from '@playwright/test';
import { seriousAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import type { ReviewPage, ShownPair } from './review-page.ts';

let page: Page;
let screens: ReviewPage;

test.use({ begin: 'matched' });

test.beforeEach(async ({ page: given, screens: first }) => {
  [page, screens] = [given, first];
  await screens.openReview();
});

test('decisions and pins are used by the next match, and stay as they are', async () => {
  const confirmed: ShownPair[] = [];
  for (let i = 0; i < 6; i++) {
    const pair = await screens.activePair();
    await page.keyboard.press(i === 5 ? 'x' : 'a');
    await screens.movedOn(pair);
    if (i < 5) confirmed.push(pair);
  }
  // By keyboard: a phone of the pair on screen is everybody's.
  const pin = page
    .getByRole('complementary', { name: 'Evidence' })
    .getByRole('button', { name: /^Pin phone/ });
  await pin.first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(pin.first()).toContainText('shared');
  await expect(page.getByRole('region', { name: 'Out of date' })).toContainText(
    '6 decisions and 1 pin since',
  );
  await screens.screen(/^Sources/).click();
  const matching = page.getByRole('region', { name: 'Matching' });
  await expect(matching).toContainText('6 decisions and 1 pin since the last match');
  await expect(matching.getByRole('list', { name: 'Pins' })).toContainText('Shared by many');
  await matching.getByRole('button', { name: 'Match again' }).click();
  await expect(screens.grid).toBeVisible();
  const learnt = page.getByText('Learnt from 5 confirmed pairs and 1 rejected pair.');
  await expect(learnt).toBeVisible();
  await expect(page.getByRole('region', { name: 'Out of date' })).toHaveCount(0);
  await screens.button('What changed').click();
  await expect(matching).toContainText('Learnt from 5 confirmed pairs and 1 rejected pair.');
  await screens.button('Dismiss').click();
  await expect(learnt).toHaveCount(1);
  await expect(matching).not.toContainText('since the last match');

  await screens.screen(/^Review/).click();
  await page.getByRole('tab', { name: /^Done/ }).click();
  for (const { accountId, customer } of confirmed) {
    const row = screens.grid.locator(`[id="row-${accountId}"]`);
    await expect(row.getByRole('gridcell').nth(1)).toContainText(customer);
  }

  await screens.screen(/^Sources/).click();
  await matching.getByRole('button', { name: /^Take the pin off/ }).click();
  await expect(matching.getByRole('list', { name: 'Pins' })).toHaveCount(0);
});

test('a rule is kept with the project, and a match under it follows', async () => {
  await screens.screen(/^Sources/).click();
  const matching = page.getByRole('region', { name: 'Matching' });
  const rule = matching.getByRole('switch', { name: /^Propose sub-customers/ });
  await expect(rule).toBeChecked();
  await rule.press('Space');
  await expect(rule).not.toBeChecked();
  await expect(matching).toContainText('another rule since the last match');
  await matching.getByRole('button', { name: 'Match again' }).click();
  await expect(screens.grid).toBeVisible();
  await expect(screens.grid.getByText('Sub-customer')).toHaveCount(0);
  await screens.screen(/^Sources/).click();
  await expect(rule).not.toBeChecked();
});

test.describe('for people who see it otherwise', () => {
  // axe injects its own script, which the app's policy would refuse.
  test.use({ bypassCSP: true });

  test('axe finds nothing serious where one teaches, and Escape goes one step at a time', async () => {
    const pin = page.getByRole('button', { name: /^Pin / }).first();
    await pin.press('Enter');
    const choice = page.getByRole('menuitem', { name: /^Shared by many/ });
    await expect(choice).toBeVisible();
    expect(await seriousAt(page, { inDark: true })).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(pin).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(choice).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(pin).toContainText('shared');
    await page.keyboard.press('Escape');
    await expect(screens.grid).toBeFocused();
    expect(await seriousAt(page, { inDark: true })).toEqual([]);
    await screens.button('Match again').press('Enter');
    await expect(page.getByRole('region', { name: 'Out of date' })).toHaveCount(0);
    await screens.screen(/^Sources/).click();
    await expect(page.getByRole('region', { name: 'Matching' })).toContainText('Shared by many');
    expect(await seriousAt(page, { inDark: true })).toEqual([]);
  });
});
