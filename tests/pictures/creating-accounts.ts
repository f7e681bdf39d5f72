import { control } from '../e2e/practice.ts';
import { ReviewPage } from '../e2e/review-page.ts';
import type { Stops } from './stops.ts';

/** From customers that are marked as create new to their accounts in Salesforce, one of which a duplicate rule refuses. */
export async function creatingAccounts({
  page,
  take,
  button,
  screen,
  settle,
  glimpse,
  command,
}: Stops): Promise<void> {
  await screen(/^Sources/).click();
  const salesforce = await new ReviewPage(page).addressOf('Salesforce');
  await screen(/^Review/).click();
  await page.getByRole('tab', { name: /^Customers without match/ }).click();
  await page.getByRole('grid', { name: 'Customers without match' }).waitFor();
  await settle();
  for (let marked = 0; marked < 5; marked++) {
    await page.keyboard.press('n');
    await settle();
  }
  await take('customers-marked');
  await command('Preview accounts to create in Salesforce');
  const table = page.getByRole('table', { name: 'Accounts to create' });
  await table.waitFor();
  await settle();
  await take('create-accounts');
  const dialog = page.getByRole('dialog');
  await button('Fields of all…').click();
  await dialog.getByRole('combobox', { name: 'Record type for all' }).selectOption('Partner');
  await settle();
  await take('create-accounts-fields');
  await dialog.getByRole('button', { name: 'Done' }).click();
  const first = table.getByRole('row').nth(1).getByRole('button');
  const name = await first.innerText();
  await glimpse('create-account', () => first.click());
  await control(salesforce, 'add/Account', { fields: { Name: name } });
  for (const box of await page.getByLabel(/^I have looked/).all()) await box.check();
  await button(/^Create \d+ account/).click();
  await page.getByText(/\d accounts created/).waitFor();
  await settle();
  await take('create-accounts-done');
  await button('Back to the preview').click();
  await table.waitFor();
  await settle();
  await take('create-accounts-refused');
  await glimpse('create-account-refused', () => table.getByRole('row').nth(1).getByRole('button').click());
}
