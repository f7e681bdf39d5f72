import { expect, test } from 'vitest';
import { knownLayout } from '#app/sources/files/columns/known-layouts.ts';
import { previewFile } from '#app/sources/files/index.ts';
import { fileOf, fixture, quiet } from '../support.ts';

test.each([
  ['salesforce-data-loader.csv', 'accounts', 'Salesforce Data Loader export'],
  ['salesforce-report.csv', 'accounts', 'Salesforce report'],
  ['salesforce-report-without-id.csv', 'accounts', 'Salesforce report'],
  ['salesforce-contacts.csv', 'contacts', 'Salesforce contacts'],
  ['quickbooks-api.csv', 'customers', 'QuickBooks customers with API names'],
  ['quickbooks-api-dotted.csv', 'customers', 'QuickBooks customers with API names'],
  ['quickbooks-online-customers.csv', 'customers', 'QuickBooks Online customer list'],
  ['quickbooks-online-contact-list.csv', 'customers', 'QuickBooks customer contact list'],
  ['quickbooks-desktop-customers.csv', 'customers', 'QuickBooks Desktop customer list'],
  ['quickbooks-desktop.iif', 'customers', 'QuickBooks Desktop list (IIF)'],
  ['german.csv', null, null],
])('%s is told by its headings', async (name, kind, layout) => {
  const unsaid = await previewFile(fixture(name), null, {}, quiet);
  expect(unsaid.looksLike).toBe(kind);
  const said = await previewFile(fixture(name), kind as 'accounts' | null, {}, quiet);
  expect(said.layout).toBe(layout);
});

test('what may be either side’s is not guessed', async () => {
  const path = await fileOf('a.csv', 'Name,Phone,City\nAcme,555,Bonn\n');
  expect((await previewFile(path, null, {}, quiet)).looksLike).toBeNull();
});

test('labels with spaces are no Data Loader export', () => {
  expect(knownLayout(['Id', 'Name', 'Billing Street'])).toBeNull();
  expect(knownLayout(['ID', 'NAME', 'BILLINGSTREET'])?.name).toBe('Salesforce Data Loader export');
});
