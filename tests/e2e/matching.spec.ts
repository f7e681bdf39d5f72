import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { madeUp } from '../app/match/made-up.ts';
import { counterpart, newHome, type Program, startApp } from './app.ts';
import { control } from './practice.ts';
import { ReviewPage } from './review-page.ts';

let home: ReturnType<typeof newHome>;
let program: Program | null = null;

test.beforeEach(() => {
  home = newHome();
});
test.afterEach(async () => {
  await program?.stop();
  program = null;
  home.remove();
});

/** Starts the app on this home, and opens it. */
async function open(page: Page): Promise<ReviewPage> {
  const app = await startApp(home.path);
  program = app.program;
  await page.goto(app.address);
  return new ReviewPage(page);
}

test('after another export only what changed is matched again, and the other proposals stand', async ({
  page,
}) => {
  const screen = await open(page);
  await screen.button('Open the practice company').click();
  await screen.button('Export both').click();
  await screen.button('Find matches').click();
  const first = await screen.activePair();
  const row = screen.grid.locator(`[id="row-${first.accountId}"]`);
  const why = (await row.getByRole('gridcell').nth(3).innerText()).trim();
  const suggested = page.getByRole('tab', { name: /^Suggested/ });
  const before = Number((await suggested.innerText()).replace(/\D/g, ''));
  await screen.screen(/^Sources/).click();
  const salesforce = await screen.addressOf('Salesforce');
  await control(salesforce, `records/${first.accountId}`, {
    changes: { Name: 'Quite Another Zyx' },
  });
  await screen.button('Export both').click();
  await expect(page.getByText('Since the last match 1 account changed, came or went.')).toBeVisible();
  await screen.button('Review matches').click();
  await expect(row.getByRole('gridcell').nth(0)).toContainText('Quite Another Zyx');
  await expect(row.getByRole('gridcell').nth(3)).not.toHaveText(why);
  expect(Math.abs(Number((await suggested.innerText()).replace(/\D/g, '')) - before)).toBeLessThan(5);
});

test('a large match shows its first proposals while it runs, and what is decided on them stays', async ({
  page,
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

  const screen = await open(page);
  await page.getByText('Large').first().click();
  await screen.button('Find matches').click();
  await expect(page.getByText(/^The first \d+ proposals while the match goes on/)).toBeVisible();
  const pair = await screen.activePair();
  await page.keyboard.press('a');
  await screen.movedOn(pair);
  await expect(page.getByText(/while the match goes on/)).toHaveCount(0);
  await page.getByRole('tab', { name: /^Done/ }).click();
  await expect(screen.grid.locator(`[id="row-${pair.accountId}"]`)).toContainText(pair.account);
});
