import { expect, type Page, test } from '@playwright/test';
import { newHome, type Program, startApp } from './app.ts';
import { ReviewPage, type ShownPair } from './review-page.ts';

let home: ReturnType<typeof newHome>;
let program: Program;
let page: Page;
let screen: ReviewPage;

test.beforeEach(async ({ browser }) => {
  home = newHome();
  const app = await startApp(home.path);
  program = app.program;
  page = await browser.newPage();
  screen = new ReviewPage(page);
  await page.goto(app.address);
  await screen.button('Open the practice company').click();
  await screen.button('Export both').click();
  await screen.button('Find matches').click();
  await expect(screen.activeRow).toBeVisible();
});
test.afterEach(async () => {
  await page.close();
  await program.stop();
  home.remove();
});

test('decisions and pins are used by the next match, and stay as they are', async () => {
  const confirmed: ShownPair[] = [];
  for (let i = 0; i < 6; i++) {
    const pair = await screen.activePair();
    await page.keyboard.press(i === 5 ? 'x' : 'a');
    await screen.movedOn(pair);
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
  await screen.button('Match again').click();

  const matching = page.getByRole('region', { name: 'Matching' });
  await expect(matching).toContainText('6 decisions and 1 pin since the last match');
  await expect(matching.getByRole('list', { name: 'Pins' })).toContainText('Shared by many');
  await matching.getByRole('button', { name: 'Match again' }).click();
  await expect(screen.grid).toBeVisible();
  const notice = page
    .getByRole('status')
    .filter({ hasText: 'Learnt from 5 confirmed pairs and 1 rejected pair.' });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await screen.screen(/^Sources/).click();
  await expect(matching).toContainText('Learnt from 5 confirmed pairs and 1 rejected pair.');
  await expect(matching).not.toContainText('since the last match');

  await screen.screen(/^Review/).click();
  await page.getByRole('tab', { name: /^Done/ }).click();
  for (const { accountId, customer } of confirmed) {
    const row = screen.grid.locator(`[id="row-${accountId}"]`);
    await expect(row.getByRole('gridcell').nth(1)).toHaveAttribute('title', customer);
  }

  await screen.screen(/^Sources/).click();
  await matching.getByRole('button', { name: /^Take the pin off/ }).click();
  await expect(matching.getByRole('list', { name: 'Pins' })).toHaveCount(0);
});

test('a rule is kept with the project, and a match under it follows', async () => {
  await screen.screen(/^Sources/).click();
  const matching = page.getByRole('region', { name: 'Matching' });
  const rule = matching.getByRole('checkbox', { name: /^Propose sub-customers/ });
  await expect(rule).toBeChecked();
  await rule.press('Space');
  await expect(rule).not.toBeChecked();
  await expect(matching).toContainText('another rule since the last match');
  await matching.getByRole('button', { name: 'Match again' }).click();
  await expect(screen.grid).toBeVisible();
  await expect(screen.grid.getByText('Sub-customer')).toHaveCount(0);
  await screen.screen(/^Sources/).click();
  await expect(rule).not.toBeChecked();
});
