import { foundAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { control } from './practice.ts';

test('a person chooses which accounts are exported, sees their number first, and the project keeps it', async ({
  page,
  screens,
  app,
}) => {
  await screens.button('Open the practice company').click();
  const card = page.getByRole('region', { name: 'Salesforce' });
  const dialog = page.getByRole('dialog', { name: 'Which accounts' });
  const status = dialog.getByRole('status').last();
  const take = dialog.getByRole('button', { name: 'Take these accounts' });
  await expect(card).toContainText('All accounts');

  // By the keyboard alone: open, go to Record type, check one, take it.
  await card.getByRole('button', { name: 'Choose accounts' }).focus();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('1,182 accounts.');
  await expect(dialog).toContainText('always exported too');
  await expect(dialog.getByRole('radio', { name: 'All' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(status).toHaveText('Choose at least one record type.');
  await expect(take).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Partner' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('checkbox', { name: 'Partner' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(status).toHaveText(/^\d+ accounts, and \d+ more that carry a customer’s id already\.$/);
  const [partners = 0, linked = 0] = ((await status.innerText()).match(/\d+/g) ?? []).map(Number);
  expect(await foundAt(page, { inside: '[role=dialog]' })).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(card).toContainText('Accounts of record type Partner');

  await screens.button('Export both').click();
  await expect(card).toContainText(`${partners + linked} accounts`);
  await expect(card).toContainText('Accounts of record type Partner, and those linked already');

  // Closed and opened again, the next export proposes the same.
  await app.program.stop();
  await page.goto(await app.start());
  await screens.button('Open the practice company').click();
  await card.getByRole('button', { name: 'Choose accounts' }).click();
  await expect(dialog.getByRole('radio', { name: 'Record type' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Partner' })).toBeChecked();

  // Owners with how many accounts they have, and a list view.
  await dialog.getByRole('radio', { name: 'Owner' }).check();
  await expect(dialog.getByText('Dana Whitlock').locator('..')).toContainText(/\d+ accounts/);
  await dialog.getByRole('radio', { name: 'List view' }).check();
  await dialog.getByLabel('List view').last().selectOption('Buying Accounts');
  await expect(status).toContainText('more that carry a customer’s id');

  // A condition is checked as it is typed, what is wrong with it said below.
  await dialog.getByRole('radio', { name: 'Condition' }).check();
  const condition = dialog.getByLabel('Condition').last();
  await condition.fill("Region__c = 'West'");
  await expect(dialog.getByRole('alert')).toHaveText(
    "Salesforce says: No such column 'Region__c' on entity 'Account'.",
  );
  await expect(condition).toHaveAttribute('aria-invalid', 'true');
  await expect(take).toBeDisabled();
  await condition.fill("BillingState = 'CA' ORDER BY Name");
  await expect(dialog.getByRole('alert')).toContainText('“ORDER” does not belong in a condition');
  await condition.fill("Name = 'Nobody has this name'");
  await expect(status).toHaveText('This takes no account. Choose others.');
  await expect(take).toBeDisabled();
  await condition.fill("BillingState = 'CA'");
  await expect(status).toContainText('accounts, and');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await take.click();
  await screens.button('Export both').click();
  await expect(card).toContainText("Accounts where BillingState = 'CA', and those linked already");
});

test('what Salesforce does not answer is said in the dialog, and asked again', async ({ page, screens }) => {
  await screens.button('Open the practice company').click();
  const salesforce = await screens.addressOf('Salesforce');
  await page.getByRole('button', { name: 'Choose accounts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Which accounts' });
  await expect(dialog.getByRole('status')).toHaveText('1,182 accounts.');
  const body = [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }];
  const rule = { match: { pathIncludes: '/listviews' }, times: 1, fault: 'status', status: 403, body };
  await control(salesforce, 'faults', [rule]);
  await dialog.getByRole('radio', { name: 'List view' }).check();
  await expect(dialog.getByRole('alert')).toContainText('has no calls left for today');
  await dialog.getByRole('button', { name: 'Retry' }).click();
  await dialog.getByRole('combobox', { name: 'List view' }).selectOption('My Accounts');
  await expect(dialog.getByRole('status')).toContainText('accounts, and');
});
