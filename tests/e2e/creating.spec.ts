import { seriousAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { accountsAt, customersAt } from './practice.ts';

// axe injects its own script, which the app's policy would refuse.
test.use({ begin: 'matched', bypassCSP: true });

test('on the screen: customers are created from accounts, with a name that is free and fields that a person edited', async ({
  page,
  screens,
}) => {
  await screens.openReview();
  const marked: string[] = [];
  // Two that are like a customer, and one whose name a customer has.
  while (marked.length < 3) {
    const pair = await screens.activePair();
    const isSame = pair.account.toLowerCase() === pair.customer.toLowerCase();
    const isWanted = isSame || marked.length < 2;
    await page.keyboard.press(isWanted ? 'n' : 's');
    await screens.movedOn(pair);
    if (isWanted) marked.push(pair.accountId);
  }
  await screens.screen(/^Sources/).click();
  const services = {
    salesforce: await screens.addressOf('Salesforce'),
    quickbooks: await screens.addressOf('QuickBooks'),
  };
  const before = (await customersAt(services.quickbooks)).length;

  await screens.screen(/^Write/).click();
  await screens.button('Create customers…').click();
  const table = page.getByRole('table', { name: 'Customers to create' });
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table).toContainText('likely duplicate');

  // What is taken stands first, and is left out until it has the name that is offered.
  await expect(screens.button(/^Create [012] customer/)).toBeVisible();
  const dialog = page.getByRole('dialog');
  const taken = table.getByRole('row').filter({ hasText: 'name taken' });
  await expect(table.getByRole('row').nth(1)).toContainText('name taken');
  for (let left = await taken.count(); left > 0; left -= 1) {
    await taken.first().getByRole('button').click();
    expect(await seriousAt(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Use “/ }).click();
    await expect(dialog.getByRole('button', { name: /^Use “/ })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Done' }).click();
  }
  await expect(table).not.toContainText('name taken');

  // A field is edited, and what is done to it so that QuickBooks takes it is told.
  await table.getByRole('row').nth(1).getByRole('button').click();
  const name = dialog.getByLabel('Display name', { exact: true });
  await name.fill('Created: here');
  await name.press('Enter');
  await expect(dialog).toContainText('colon replaced');
  await expect(name).toHaveValue('Created - here');
  await dialog.getByRole('button', { name: 'Done' }).click();

  // What is written is kept however the dialog is left.
  const resale = dialog.getByLabel('Resale number', { exact: true });
  await table.getByRole('row').nth(1).getByRole('button').click();
  await resale.fill('R-1002');
  await resale.press('Escape');
  await expect(dialog).toBeHidden();
  await table.getByRole('row').nth(1).getByRole('button').click();
  await expect(resale).toHaveValue('R-1002');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(screens.button('Create 3 customers')).toBeDisabled();
  await page.getByLabel('I have looked at these customers and accept them').check();
  await screens.button('Create 3 customers').click();
  await expect(page.getByText('3 customers created')).toBeVisible();

  const customers = await customersAt(services.quickbooks);
  expect(customers).toHaveLength(before + 3);
  const accounts = await accountsAt(services.salesforce);
  const made = new Map(customers.slice(-3).map(({ Id, DisplayName }) => [Id, DisplayName]));
  expect(new Set(marked.map((id) => accounts.get(id)?.qime__QB_ID__c))).toEqual(new Set(made.keys()));
  expect([...made.values()]).toContain('Created - here');

  await screens.screen(/^History/).click();
  await expect(page.getByRole('table', { name: 'Runs' })).toContainText('3 created and linked');
});
