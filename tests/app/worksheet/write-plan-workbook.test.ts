import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { writePlanWorkbook } from '#app/worksheet/index.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { WritePlan } from '#shared/links.ts';
import { temporaryFolder } from '../../support/folder.ts';

const hooks = { signal: new AbortController().signal, progress: () => undefined };
const pages = { account: () => null, customer: () => null };
const plan: WritePlan = {
  fingerprint: 'x',
  organisationName: 'Acme',
  environment: 'sandbox',
  links: [
    {
      accountId: AccountId.parse('001000000000001AAA'),
      accountName: '=HYPERLINK("http://evil.example")',
      customerId: CustomerId.parse('58'),
      customerName: 'Acme Ltd',
      before: { customerId: '', syncToken: '' },
      after: { customerId: '58', syncToken: '3' },
      warnings: ['inactive-customer', 'high-value'],
      balance: 12_000,
      currency: 'USD',
    },
  ],
  blocked: [
    {
      accountId: AccountId.parse('001000000000002AAA'),
      accountName: 'Beta',
      customerName: 'Beta LLC',
      message: 'QuickBooks has no customer with the id 7.',
    },
  ],
  warnings: ['high-value', 'inactive-customer'],
  unfinishedRun: null,
};

test('a plan is saved with what each account carries before and after, and with what is left out or held back and why', async () => {
  const path = join(temporaryFolder(), 'plan.xlsx');
  const held = plan.links.map((link) => ({ ...link, accountName: 'Gamma' }));
  const facts = { projectName: 'Acme', createdAt: new Date(0) };
  await writePlanWorkbook(path, { ...facts, plan, held, pages }, hooks);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const rowsOf = (name: string) =>
    (workbook.getWorksheet(name)?.getSheetValues() ?? [])
      .slice(1)
      .map((row) => (Array.isArray(row) ? row.slice(1) : []));
  expect(rowsOf('Links to write')).toEqual([
    [
      'Account ID',
      'Account name',
      'Customer name',
      'qime__QB_ID__c before',
      'qime__QB_ID__c after',
      'qime__QB_SyncToken__c before',
      'qime__QB_SyncToken__c after',
      'Open balance',
      'Look closer',
    ],
    // A text that looks like a formula is a text.
    [
      '001000000000001AAA',
      '=HYPERLINK("http://evil.example")',
      'Acme Ltd',
      undefined,
      '58',
      undefined,
      '3',
      12_000,
      'inactive customer, high balance',
    ],
  ]);
  expect(rowsOf('Left out').slice(1)).toEqual([
    ['001000000000002AAA', 'Beta', 'Beta LLC', 'QuickBooks has no customer with the id 7.'],
    [
      '001000000000001AAA',
      'Gamma',
      'Acme Ltd',
      'Held back from this run, and still confirmed: inactive customer, high balance.',
    ],
  ]);
});
