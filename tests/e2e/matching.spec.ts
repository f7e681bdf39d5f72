import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeUp } from '../app/match/made-up.ts';
import { counterpart } from './app.ts';
import { expect, test } from './fixtures.ts';
import { control } from './practice.ts';
import { ReviewPage } from './review-page.ts';

test('after another export only what changed is matched again, and the other proposals stand', async ({
  page,
  screens,
}) => {
  await screens.button('Open the practice company').click();
  await screens.button('Export both').click();
  await screens.button('Find matches').click();
  const first = await screens.activePair();
  const row = screens.grid.locator(`[id="row-${first.accountId}"]`);
  const why = (await row.getByRole('gridcell').nth(3).innerText()).trim();
  const suggested = page.getByRole('tab', { name: /^Suggested/ });
  const before = Number((await suggested.innerText()).replace(/\D/g, ''));
  await screens.screen(/^Sources/).click();
  const salesforce = await screens.addressOf('Salesforce');
  await control(salesforce, `records/${first.accountId}`, {
    changes: { Name: 'Quite Another Zyx' },
  });
  await screens.button('Export both').click();
  await expect(page.getByText('Since the last match 1 account changed, came or went.')).toBeVisible();
  await screens.button('Review matches').click();
  await expect(row.getByRole('gridcell').nth(0)).toContainText('Quite Another Zyx');
  await expect(row.getByRole('gridcell').nth(3)).not.toHaveText(why);
  expect(Math.abs(Number((await suggested.innerText()).replace(/\D/g, '')) - before)).toBeLessThan(5);

  // Who goes elsewhere while a match runs that a command began is left there.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('find matches');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible();
  await page.evaluate(`location.hash = 'history'`);
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Running' })).toBeHidden();
  await page.waitForTimeout(300);
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible();
});

test('a large match shows its first proposals while it runs, and what is decided on them stays', async ({
  page,
  home,
  app,
}) => {
  const { accounts, customers } = madeUp(6_000, 12);
  const files = { accounts: join(home.path, 'a.csv'), customers: join(home.path, 'c.csv') };
  const lines = (head: string, rows: readonly (readonly string[])[]): string =>
    `${head}\n${rows.map((row) => row.map((cell) => JSON.stringify(cell)).join(',')).join('\n')}\n`;
  writeFileSync(
    files.accounts,
    lines(
      'Id,Name,Phone,BillingCity',
      accounts.map(({ id, name, phone, billing }) => [id, name, phone, billing.city]),
    ),
  );
  writeFileSync(
    files.customers,
    lines(
      'Id,DisplayName,PrimaryPhone,BillAddrCity',
      customers.map(({ id, displayName, phone, billing }) => [id, displayName, phone, billing.city]),
    ),
  );
  const project = join(home.path, 'Large.counterpart');
  const own = { COUNTERPART_HOME: home.path };
  await counterpart(['new', project], own);
  await counterpart(['import', project, '--accounts', files.accounts, '--customers', files.customers], own);

  await page.goto(await app.start());
  const screens = new ReviewPage(page);
  await page.getByText('Large').first().click();
  await screens.button('Find matches').click();
  await expect(page.getByText(/^The first \d+ proposals while the match goes on/)).toBeVisible();
  const pair = await screens.activePair();
  await page.keyboard.press('a');
  await screens.movedOn(pair);
  await expect(page.getByText(/while the match goes on/)).toHaveCount(0);
  await page.getByRole('tab', { name: /^Done/ }).click();
  await expect(screens.grid.locator(`[id="row-${pair.accountId}"]`)).toContainText(pair.account);
});
