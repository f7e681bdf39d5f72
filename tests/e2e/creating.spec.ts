import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { type Home, type Program, startApp } from './app.ts';
import { matchedHome } from './matched-home.ts';
import { accountsAt, customersAt } from './practice.ts';
import { ReviewPage } from './review-page.ts';

let home: Home;
let program: Program;

test.afterEach(async () => {
  await program.stop();
  home.remove();
});

test('on the screen: customers are created from accounts, with a name that is free and fields that a person edited', async ({
  browser,
}) => {
  home = await matchedHome();
  const app = await startApp(home.path);
  program = app.program;
  // axe injects its own script, which the app's policy would refuse.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const screen = new ReviewPage(page);
  await page.goto(app.address);
  await screen.openReview();
  const marked: string[] = [];
  for (let n = 0; n < 3; n++) {
    const pair = await screen.activePair();
    await page.keyboard.press('n');
    await screen.movedOn(pair);
    marked.push(pair.accountId);
  }
  await screen.screen(/^Sources/).click();
  const services = {
    salesforce: await screen.addressOf('Salesforce'),
    quickbooks: await screen.addressOf('QuickBooks'),
  };
  const before = (await customersAt(services.quickbooks)).length;

  await screen.screen(/^Write/).click();
  await screen.button('Create customers…').click();
  const table = page.getByRole('table', { name: 'Customers to create' });
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table).toContainText('likely duplicate');

  // The first opens into its fields, where it gets another name.
  await table.getByRole('row').nth(1).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel('Display name', { exact: true });
  await name.fill('Created: here');
  await name.press('Enter');
  await expect(dialog).toContainText('colon replaced');
  await expect(name).toHaveValue('Created - here');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();

  // The others take what is offered.
  const taken = table.getByRole('row').filter({ hasText: 'name taken' });
  for (let left = await taken.count(); left > 0; left -= 1) {
    await taken.first().getByRole('button').click();
    await dialog.getByRole('button', { name: /^Use “/ }).click();
    await expect(dialog.getByRole('button', { name: /^Use “/ })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Done' }).click();
  }
  await expect(table).not.toContainText('name taken');
  await expect(screen.button('Create 3 customers')).toBeDisabled();
  await page.getByLabel('I have looked at these customers and accept them').check();
  await screen.button('Create 3 customers').click();
  await expect(page.getByText('3 customers created')).toBeVisible();

  const customers = await customersAt(services.quickbooks);
  expect(customers).toHaveLength(before + 3);
  const accounts = await accountsAt(services.salesforce);
  const made = new Map(customers.slice(-3).map(({ Id, DisplayName }) => [Id, DisplayName]));
  expect(new Set(marked.map((id) => accounts.get(id)?.qime__QB_ID__c))).toEqual(new Set(made.keys()));
  expect([...made.values()]).toContain('Created - here');

  await screen.screen(/^History/).click();
  await expect(page.getByRole('table', { name: 'Runs' })).toContainText('3 created and linked');
});
