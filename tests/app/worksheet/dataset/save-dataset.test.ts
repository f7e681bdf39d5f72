import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAccountsFile, readCustomersFile } from '#app/sources/index.ts';
import { accountColumns, customerColumns, type DatasetFile, saveDataset } from '#app/worksheet/index.ts';
import { unmatchedFields } from '#shared/matched-fields.ts';
import type { Account, Customer } from '#shared/records.ts';
import { account, customer, errorOf, quiet, temporaryPath } from '../support.ts';
import { anyAccount, anyCustomer } from './any-record.ts';

const about = [
  ['Organisation', 'Acme Org'],
  ['Exported (UTC)', '2026-10-01T09:30:00.000Z'],
] as const;
const common = { about, savedAt: new Date('2026-11-23T09:00:00Z') };
const accountsFile = (records: readonly Account[], hasIds = true): DatasetFile<Account> => ({
  ...common,
  what: 'accounts',
  columns: accountColumns(hasIds),
  batches: [records.slice(0, 3), records.slice(3)],
  count: records.length,
});
const customersFile = (records: readonly Customer[], hasIds = true): DatasetFile<Customer> => ({
  ...common,
  what: 'customers',
  columns: customerColumns(hasIds),
  batches: [records],
  count: records.length,
});

/** Records of different ids: what the file is asked to give back. */
const several = <R extends { readonly id: string }>(one: fc.Arbitrary<R>) =>
  fc.uniqueArray(one, { minLength: 1, maxLength: 8, selector: ({ id }) => id });
const formats = ['csv', 'xlsx'] as const;

describe.each(formats)('saved as .%s and read again', (format) => {
  test('accounts are the same in every field', { timeout: 60_000 }, async () => {
    const path = await temporaryPath(`accounts.${format}`);
    await fc.assert(
      fc.asyncProperty(several(anyAccount), async (accounts) => {
        expect(await saveDataset(path, accountsFile(accounts), quiet)).toEqual({
          rows: accounts.length,
          shortened: 0,
        });
        const read = await readAccountsFile(path, {}, quiet);
        expect(read.accounts).toEqual(accounts);
        expect(read.origin.hasIds).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('customers are the same in every field', { timeout: 60_000 }, async () => {
    const path = await temporaryPath(`customers.${format}`);
    await fc.assert(
      fc.asyncProperty(several(anyCustomer), async (customers) => {
        await saveDataset(path, customersFile(customers), quiet);
        const read = await readCustomersFile(path, {}, quiet);
        expect(read.customers).toEqual(customers);
      }),
      { numRuns: 60 },
    );
  });

  test('records of files without ids have none afterwards either', async () => {
    const path = await temporaryPath(`without.${format}`);
    await saveDataset(path, accountsFile([account('row-2', 'Acme')], false), quiet);
    const { accounts, origin } = await readAccountsFile(path, {}, quiet);
    expect([accounts, origin.hasIds]).toEqual([[account('row-2', 'Acme')], false]);

    const job = customer('Acme:Job 1', 'Job 1', {
      parentId: 'Acme',
      job: true,
      level: 1,
      fullyQualifiedName: 'Acme:Job 1',
    });
    await saveDataset(path, customersFile([customer('Acme', 'Acme'), job], false), quiet);
    const read = await readCustomersFile(path, {}, quiet);
    expect([read.customers, read.origin.hasIds]).toEqual([[customer('Acme', 'Acme'), job], false]);
  });

  test('nothing is run as a formula by a spreadsheet', async () => {
    const path = await temporaryPath(`formula.${format}`);
    const names = ['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(A1)', "'=1", "''=1", 'O’Neil'];
    const accounts = names.map((name, n) => account(`00${n}`, name));
    await saveDataset(path, accountsFile(accounts), quiet);
    expect((await readAccountsFile(path, {}, quiet)).accounts).toEqual(accounts);
    if (format === 'csv') {
      expect(await readFile(path, 'utf8')).not.toMatch(/(^|,)"?[=+@]/m);
    } else {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(path);
      workbook.eachSheet((sheet) =>
        sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined())),
      );
    }
  });

  test('a stop leaves the file that was there, and no other', async () => {
    const path = await temporaryPath(`stopped.${format}`);
    await writeFile(path, 'what was there');
    const controller = new AbortController();
    let told = 0;
    const progress = () => {
      told += 1;
      controller.abort();
    };
    const hooks = { signal: controller.signal, progress };
    const many = Array.from({ length: 2_000 }, (_, n) => account(`A${n}`, `Account ${n}`));
    expect((await errorOf(saveDataset(path, accountsFile(many), hooks))).code).toBe('cancelled');
    expect(told).toBe(1);
    expect(await readFile(path, 'utf8')).toBe('what was there');
    expect(await readdir(dirname(path))).toEqual([`stopped.${format}`]);
  });

  test('others get their turn while it is written', async () => {
    const path = await temporaryPath(`turns.${format}`);
    const many = Array.from({ length: 20_000 }, (_, n) => account(`A${n}`, `Account ${n}`));
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await saveDataset(path, accountsFile(many), quiet);
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(40);
  });
});

test('the columns carry every field that the matcher reads, and all others', () => {
  const one = account('A1', 'Acme');
  const written = (columns: readonly { value: (record: Account) => unknown }[], changed: Account) =>
    columns.map(({ value }) => value(changed));
  const before = written(accountColumns(true), one);
  const fields = Object.keys(one) as (keyof Account)[];
  expect(fields.filter((field) => unmatchedFields.has(field)).length).toBeGreaterThan(0);
  for (const field of fields) {
    const other = { ...one, [field]: otherValue(one[field]) };
    expect([field, written(accountColumns(true), other)]).not.toEqual([field, before]);
  }
});

/** A value of the same kind that is another one. */
function otherValue(value: unknown): unknown {
  if (Array.isArray(value)) return ['other'];
  if (value !== null && typeof value === 'object') return { ...value, street: 'other' };
  return value === null ? 1 : 'other';
}

test('a CSV file begins with the mark by which Excel knows UTF-8, and has a line feed at each line’s end', async () => {
  const path = await temporaryPath('marked.csv');
  await saveDataset(path, accountsFile([account('A1', 'Müller')]), quiet);
  const text = await readFile(path, 'utf8');
  expect(text.startsWith('\uFEFFId,Name,Phone,Other Phone,Email,Website,BillingStreet,')).toBe(true);
  expect(text.split('\n').map((line) => line.slice(0, 9))).toEqual(['\uFEFFId,Name,', 'A1,Müller', '']);
  expect(text).not.toContain('\r');
});

describe('a workbook', () => {
  async function sheetsOf(file: DatasetFile<Account>) {
    const path = await temporaryPath('typed.xlsx');
    await saveDataset(path, file, quiet);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet('Accounts');
    const headings = sheet?.getRow(1).values as unknown[];
    return {
      workbook,
      cell: (heading: string) => sheet?.getRow(2).getCell(headings.indexOf(heading)),
    };
  }

  test('keeps ids, postal codes and phones as text, amounts as numbers, times as dates, yes and no as such', async () => {
    const { cell } = await sheetsOf(
      accountsFile([
        account('001000000000001AAA', 'Acme', {
          phone: '0049221555',
          billing: { street: '', city: '', region: '', postalCode: '00123', country: '' },
          linkedCustomerId: '017',
          taxable: false,
          annualRevenue: 1240.5,
          lastModified: '2026-10-01T09:30:00.000Z',
        }),
      ]),
    );
    for (const [heading, text] of [
      ['Phone', '0049221555'],
      ['BillingPostalCode', '00123'],
      ['qime__QB_ID__c', '017'],
    ] as const) {
      expect([cell(heading)?.value, cell(heading)?.numFmt]).toEqual([text, '@']);
    }
    expect(cell('AnnualRevenue')?.value).toBe(1240.5);
    expect(cell('qime__Taxable__c')?.value).toBe(false);
    expect(cell('LastModifiedDate')?.value).toEqual(new Date('2026-10-01T09:30:00Z'));
  });

  test('says where and when the records come from, on a sheet behind them', async () => {
    const { workbook } = await sheetsOf(accountsFile([account('A1', 'Acme')]));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Accounts', '_about']);
    const lines = workbook.getWorksheet('_about')?.getSheetValues() ?? [];
    expect(JSON.stringify(lines)).toContain('["Organisation","Acme Org"]'.slice(1, -1));
  });

  test('counts the texts that are longer than a cell holds, and keeps whole e-mail addresses of a list', async () => {
    const path = await temporaryPath('long.xlsx');
    const emails = Array.from({ length: 3_000 }, (_, n) => `person-${n}@long.example`);
    const saved = await saveDataset(path, accountsFile([account('A1', 'Acme', { emails })]), quiet);
    expect(saved).toEqual({ rows: 1, shortened: 1 });
    const kept = (await readAccountsFile(path, {}, quiet)).accounts[0]?.emails ?? [];
    expect(kept.length).toBeGreaterThan(1_000);
    expect(kept).toEqual(emails.slice(0, kept.length));
  });

  test('refuses more records than a sheet holds', async () => {
    const file = { ...accountsFile([]), count: 1_048_576 };
    const error = await errorOf(saveDataset(await temporaryPath('many.xlsx'), file, quiet));
    expect(error.code).toBe('file-cannot-write');
    expect(error.message).toMatch(/holds 1,048,575 records.*CSV/);
  });
});

test('another ending than .csv and .xlsx is refused', async () => {
  const path = await temporaryPath('accounts.txt');
  expect((await errorOf(saveDataset(path, accountsFile([]), quiet))).code).toBe('file-type');
});
