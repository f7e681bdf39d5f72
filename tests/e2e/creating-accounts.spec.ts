import { seriousAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { accountsAt, control } from './practice.ts';

// axe injects its own script, which the app's policy would refuse.
test.use({ begin: 'matched', bypassCSP: true });

test('on the screen: accounts are created from customers, with fields for all and by hand, and one that a duplicate rule refused', async ({
  page,
  screens,
}) => {
  await screens.openReview();
  await page.getByRole('tab', { name: /^Customers without match/ }).click();
  const customers = page.getByRole('grid', { name: 'Customers without match' });
  await expect(customers).toBeFocused();
  for (let marked = 1; marked <= 3; marked++) {
    await page.keyboard.press('n');
    await expect(page.getByText(/ to decide, /)).toContainText(`${marked} decided`);
  }
  await screens.screen(/^Sources/).click();
  const salesforce = await screens.addressOf('Salesforce');
  const before = await accountsAt(salesforce);

  // The page has its own command.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('accounts to create');
  await page.keyboard.press('Enter');
  const table = page.getByRole('table', { name: 'Accounts to create' });
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(page.getByText('Fields as the package maps them')).toBeVisible();

  // For all: another record type. The preview says that it is by the template.
  const dialog = page.getByRole('dialog');
  await screens.button('Fields of all…').click();
  expect(await seriousAt(page)).toEqual([]);
  await dialog.getByRole('combobox', { name: 'Record type for all' }).selectOption('Partner');
  await expect(dialog.getByRole('button', { name: 'Fill Record type as the package does' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('1 field by your template')).toBeVisible();

  // By hand: one account's name, which counts before the template.
  await table.getByRole('row').nth(1).getByRole('button').click();
  await expect(dialog.getByText('template: the same text for all')).toBeVisible();
  expect(await seriousAt(page)).toEqual([]);
  const name = dialog.getByLabel('Account Name', { exact: true });
  await name.fill('Created here');
  await name.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Take the edit of Account Name back' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('1 field by your template, 1 value edited by hand')).toBeVisible();

  // Meanwhile somebody makes an account of that name.
  await control(salesforce, 'add/Account', { fields: { Name: 'Created here' } });
  const accept = page.getByLabel('I have looked at these accounts and accept them');
  if (await accept.isVisible()) await accept.check();
  expect(await seriousAt(page)).toEqual([]);
  await screens.button('Create 3 accounts').click();
  await expect(page.getByText('2 accounts created')).toBeVisible();
  expect(await seriousAt(page)).toEqual([]);
  await expect(page.getByRole('table', { name: 'Journal' })).toContainText('A duplicate rule');

  await screens.button('Back to the preview').click();
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(screens.button('Create 0 accounts')).toBeDisabled();
  await table.getByRole('row').nth(1).getByRole('button').click();
  await dialog.getByRole('button', { name: 'Create anyway' }).click();
  await expect(dialog.getByRole('button', { name: 'Let the rule count' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  if (await accept.isVisible()) await accept.check();
  await screens.button('Create 1 account').click();
  await expect(page.getByText('1 account created')).toBeVisible();

  const accounts = await accountsAt(salesforce);
  const made = [...accounts.values()].filter(({ Id, qime__QB_ID__c }) => !before.has(Id) && qime__QB_ID__c);
  expect(made).toHaveLength(3);
  expect(new Set(made.map(({ qime__QB_ID__c }) => qime__QB_ID__c)).size).toBe(3);
  expect(new Set(made.map(({ RecordTypeId }) => RecordTypeId)).size).toBe(1);
  for (const [id, account] of before) expect(accounts.get(id)).toEqual(account);

  await screens.screen(/^History/).click();
  await expect(page.getByRole('table', { name: 'Runs' })).toContainText('2 created and linked');
});
