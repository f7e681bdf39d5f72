import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../main/built.ts';
import { counterpart } from './app.ts';
import { seriousAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import type { ReviewPage } from './review-page.ts';

const fixture = (name: string) => join(root, 'tests/fixtures/files', name);

async function openProject(screens: ReviewPage): Promise<void> {
  await screens.button('New project').click();
  await screens.page.getByRole('dialog').getByRole('textbox').fill('Acme');
  await screens.page.keyboard.press('Enter');
  await screens.button('Import files…').click();
}

const section = (page: Page, name: string) => page.getByRole('dialog').getByRole('region', { name });
const choose = async (page: Page, what: string, file: string) =>
  await page.getByLabel(`File with ${what}`, { exact: true }).setInputFiles(file);

test.describe('two exports and the contacts', () => {
  // axe injects its own script, which the app's policy would refuse.
  test.use({ bypassCSP: true });

  test('are chosen, recognised in words, imported', async ({ page, screens }) => {
    await openProject(screens);
    await choose(page, 'accounts', fixture('salesforce-report.csv'));
    await choose(page, 'contacts', fixture('salesforce-contacts.csv'));
    await expect(section(page, 'Accounts')).toContainText('Salesforce report, 2 accounts');
    await expect(section(page, 'Contacts')).toContainText('Salesforce contacts, 3 contacts');
    const button = page.getByRole('button', { name: /^Import/ }).last();
    await expect(button).toBeDisabled();

    await page.getByText('or give its path').nth(0).click();
    await page
      .getByLabel('Path of the file with customers')
      .fill(fixture('quickbooks-online-contact-list.csv'));
    await page.keyboard.press('Enter');
    await expect(section(page, 'Customers')).toContainText(
      'QuickBooks customer contact list, 2 customers, no ids: names are the key',
    );
    await expect(section(page, 'Customers')).toContainText('Totals of the report were skipped. row 9');
    expect(await seriousAt(page)).toEqual([]);

    await page.getByRole('button', { name: 'Import 2 accounts and 2 customers' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('alert')).toContainText('Read 2 accounts and 2 customers.');
    await expect(page.getByRole('region', { name: 'QuickBooks' })).toContainText(
      'quickbooks-online-contact-list.csv',
    );
    await expect(page.getByRole('button', { name: 'Find matches' })).toBeEnabled();
  });
});

test('from files alone one can match and review; where a connection is needed, the screen leads to it', async ({
  page,
  screens,
}) => {
  await openProject(screens);
  for (const [what, text] of [
    ['accounts', 'Account ID,Account Name,Phone\n001Hs0000000AfNIAU,Quimby Optics,312 555 0123\n'],
    ['customers', 'Customer,Phone\nQuimby Optics,312 555 0123\n'],
  ] as const) {
    await page
      .getByLabel(`File with ${what}`, { exact: true })
      .setInputFiles({ name: `${what}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }
  await page.getByRole('button', { name: 'Import 1 account and 1 customer' }).click();
  await page.getByRole('button', { name: 'Find matches' }).click();
  await expect(screens.activeRow).toBeVisible();
  await screens.grid.press('a');
  await screens.screen(/^Write 1/).click();
  await expect(page.getByRole('heading', { name: 'Not connected' })).toBeVisible();
  await screens.button('Go to Sources').click();
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toHaveCount(2);
});

test('headings of one’s own are said once, and remembered', async ({ page, screens }) => {
  await openProject(screens);
  await choose(page, 'accounts', fixture('german.csv'));
  const accounts = section(page, 'Accounts');
  await expect(accounts).toContainText('german.csv has no column that names the account');
  await accounts.getByLabel('Firma is taken for').selectOption('Account name');
  await accounts.getByLabel('Kontonummer is taken for').selectOption('Account ID');
  await expect(accounts).toContainText('3 of 5 columns recognised, 2 accounts');
  await expect(accounts.getByRole('table', { name: 'First records' })).toContainText('Müller & Söhne GmbH');

  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Import files…' }).click();
  await choose(page, 'accounts', fixture('german.csv'));
  await expect(accounts).toContainText('Remembered for every file with these headings.');
  await accounts.getByRole('button', { name: 'As recognised by itself' }).click();
  await expect(accounts).toContainText('has no column that names the account');
});

test('the row of headings is chosen where another one was taken for it', async ({ page, screens, home }) => {
  await openProject(screens);
  const file = join(home.path, 'kunden.csv');
  writeFileSync(file, 'Kundenliste\nName,Phone,Email\nKunde,Telefon,Ort\nAcme,555 0100,Linz\n');
  await choose(page, 'customers', file);
  const customers = section(page, 'Customers');
  await expect(customers).toContainText('2 customers');
  await customers.getByText('Columns', { exact: true }).click();
  await customers.getByLabel('Headings').selectOption('Row 3: Kunde, Telefon, Ort');
  await expect(customers).toContainText('kunden.csv has no column that names the customer');
  await customers.getByLabel('Kunde is taken for').selectOption('Display name');
  await expect(customers).toContainText('1 of 3 columns recognised, 1 customer');
});

test('files that are dropped find their places', async ({ page, screens }) => {
  await openProject(screens);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const names = ['quickbooks-desktop.iif', 'salesforce-data-loader.csv'];
  const files = names.map((name) => ({ name, bytes: [...readFileSync(fixture(name))] }));
  // Written as text, because a data transfer is only there in the page.
  const transfer = await page.evaluateHandle(`(() => {
    const held = new DataTransfer();
    for (const { name, bytes } of ${JSON.stringify(files)}) held.items.add(new File([new Uint8Array(bytes)], name));
    return held;
  })()`);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop the files to look at them')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(section(page, 'Accounts')).toContainText('Salesforce Data Loader export, 2 accounts');
  await expect(section(page, 'Customers')).toContainText('QuickBooks Desktop list (IIF), 3 customers');
});

test('on the command line: what is recognised, as a map that can be changed and given back', async ({
  home,
}) => {
  const env = { COUNTERPART_HOME: home.path };
  const map = join(home.path, 'map.json');
  const seen = await counterpart(
    ['columns', '--customers', fixture('quickbooks-desktop.iif'), '--out', map],
    env,
  );
  expect([seen.code, seen.stdout]).toEqual([
    0,
    expect.stringMatching(
      /quickbooks-desktop\.iif: QuickBooks Desktop list \(IIF\), 3 customers\n {2}NAME +Display name\n {2}REFNUM +not used/,
    ),
  ]);
  expect(JSON.parse(readFileSync(map, 'utf8')).customers).toMatchObject({
    displayName: ['NAME'],
    phone: ['PHONE1'],
  });
  const again = await counterpart(
    ['columns', '--customers', fixture('quickbooks-desktop.iif'), '--map', map],
    env,
  );
  expect(again.stdout).toBe(seen.stdout.replace(/The column map .*\n/, ''));

  const unknown = join(home.path, 'unknown.csv');
  writeFileSync(unknown, 'Firma,Saldo\nAcme,viel\n');
  const lacking = await counterpart(['columns', '--customers', unknown], env);
  expect([lacking.code, lacking.stderr]).toEqual([
    1,
    expect.stringContaining('has no column that names the customer'),
  ]);
});
