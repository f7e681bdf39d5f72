import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openRows } from '#app/sources/files/rows.ts';
import { type WorksheetData, writeWorksheet } from '#app/worksheet/index.ts';
import { account, customer, errorOf, partsOf, quiet, reviewRow, temporaryPath } from './support.ts';

const acme = account('001000000000001AAA', 'Acme, Inc.', {
  phone: '0049 221 555',
  emails: ['a@acme.example', 'b@acme.example'],
  billing: { street: '1 Way', city: 'Salem', region: 'OR', postalCode: '07301', country: 'USA' },
});
const acmeCustomer = customer('17', 'ACME', {
  phone: '5550101',
  balance: 1240.5,
  currency: 'USD',
  active: false,
});
const beta = account('001000000000002AAA', 'Beta', { lastModified: '2026-10-01T09:30:00.000+0000' });
const gamma = customer('000123', 'Gamma', { givenName: 'Ann', familyName: 'Lee', balance: -3 });

const data = (more: Partial<WorksheetData> = {}): WorksheetData => ({
  projectName: 'Acme & Co',
  createdAt: new Date('2026-11-23T09:00:00Z'),
  salesforceName: 'Acme Org',
  quickbooksName: 'Acme Books',
  rows: [
    { row: reviewRow(acme, acmeCustomer), account: acme, customer: acmeCustomer },
    { row: reviewRow(beta, null), account: beta, customer: null },
  ],
  customersWithoutMatch: [gamma],
  ...more,
});

async function written(more: Partial<WorksheetData> = {}) {
  const path = await temporaryPath('out.xlsx');
  const counts = await writeWorksheet(path, data(more), quiet);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = (name: string) => {
    const found = workbook.getWorksheet(name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  };
  /** The cell of a row under a heading. */
  const cell = (name: string, row: number, heading: string) => {
    const headings = sheet(name).getRow(1).values as unknown[];
    return sheet(name).getRow(row).getCell(headings.indexOf(heading));
  };
  return { path, counts, workbook, sheet, cell };
}

describe('the worksheet', () => {
  test('has three sheets and counts their rows', async () => {
    const { counts, workbook } = await written();
    expect(counts).toEqual({ matches: 1, accountsWithoutMatch: 1, customersWithoutMatch: 1 });
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Matches', 2],
      ['Accounts without match', 2],
      ['Customers without match', 2],
    ]);
    expect(workbook.title).toBe('Acme & Co');
    expect(workbook.subject).toBe('Salesforce: Acme Org. QuickBooks: Acme Books.');
  });

  test('shows Salesforce left, QuickBooks right, then the result in the words of the screen', async () => {
    const { sheet } = await written();
    const [headings, row] = [1, 2].map((at) => (sheet('Matches').getRow(at).values as unknown[]).slice(1));
    expect(Object.fromEntries((headings ?? []).map((heading, at) => [heading, row?.[at]]))).toEqual({
      'Account ID': '001000000000001AAA',
      'Account name': 'Acme, Inc.',
      'Account city': 'Salem',
      'Account phone': '0049 221 555',
      'Account e-mail': 'a@acme.example, b@acme.example',
      'Customer ID': '17',
      'Customer name': 'ACME',
      'Customer city': undefined,
      'Customer phone': '5550101',
      'Customer e-mail': undefined,
      Active: 'no',
      'Open balance': 1240.5,
      Currency: 'USD',
      Score: 0.9731,
      Band: 'certain',
      State: 'suggested',
      Reason: 'Name and phone agree',
      Rivals: undefined,
      Decision: undefined,
    });
  });

  test('keeps ids and phones as text, scores as percent, balances as money, dates as dates', async () => {
    const { cell } = await written();
    for (const heading of ['Account ID', 'Account phone', 'Customer ID', 'Customer phone']) {
      const { value, numFmt } = cell('Matches', 2, heading);
      expect([typeof value, numFmt]).toEqual(['string', '@']);
    }
    expect(cell('Matches', 2, 'Score').numFmt).toBe('0.0%');
    expect(cell('Matches', 2, 'Open balance').numFmt).toBe('#,##0.00;[Red]-#,##0.00');
    expect(cell('Customers without match', 2, 'Customer ID').value).toBe('000123');
    expect(cell('Customers without match', 2, 'Open balance').value).toBe(-3);
    const modified = cell('Accounts without match', 2, 'Last modified (UTC)');
    expect([modified.value, modified.numFmt]).toEqual([new Date('2026-10-01T09:30:00Z'), 'yyyy-mm-dd hh:mm']);
  });

  test('freezes the headings, filters them, and offers the decisions', async () => {
    const { sheet, path } = await written();
    for (const name of ['Matches', 'Accounts without match', 'Customers without match']) {
      expect(sheet(name).views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet(name).getRow(1).getCell(1).font.bold).toBe(true);
      const widths = sheet(name).columns.map(({ width }) => width ?? 0);
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(8);
    }
    const parts = await partsOf(path);
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:S2"/>');
    expect(parts.get('xl/worksheets/sheet3.xml')).toContain('<autoFilter ref="A1:R2"/>');
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(
      /<dataValidation type="list"[^>]* sqref="S2:S2"><formula1>&quot;confirm,reject,skip,create-new,ignore&quot;</,
    );
  });

  test.each([
    ['confirmed', 'confirmed', 'confirm'],
    ['written', 'written', 'confirm'],
    ['rejected', 'rejected', 'reject'],
    ['create-new', 'create new', 'create-new'],
    ['dangling', 'broken link', undefined],
    ['linked', 'linked', undefined],
  ] as const)('the state %s reads “%s” and its decision %s', async (state, word, decision) => {
    const row = reviewRow(acme, acmeCustomer, { state });
    const { cell } = await written({ rows: [{ row, account: acme, customer: acmeCustomer }] });
    expect(cell('Matches', 2, 'State').value).toBe(word);
    expect(cell('Matches', 2, 'Decision').value ?? undefined).toBe(decision);
  });

  test('with nothing in it opens all the same', async () => {
    const { counts, workbook } = await written({ rows: [], customersWithoutMatch: [] });
    expect(counts).toEqual({ matches: 0, accountsWithoutMatch: 0, customersWithoutMatch: 0 });
    expect(workbook.worksheets.map(({ rowCount }) => rowCount)).toEqual([1, 1, 1]);
  });
});

describe('text stays text', () => {
  const dangerous = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("https://x.example")',
    "'=1",
  ];

  test('nothing becomes a formula, whatever it begins with', async () => {
    const rows = dangerous.map((text) => {
      const one = account(`id${text}`, text, { phone: text });
      const other = customer(text, text);
      return { row: reviewRow(one, other, { reason: text }), account: one, customer: other };
    });
    const { path, sheet } = await written({ rows });
    for (const [name, xml] of await partsOf(path)) {
      if (name.startsWith('xl/worksheets/')) expect(xml).not.toMatch(/<f[ >]/);
    }
    sheet('Matches').eachRow((row) => {
      row.eachCell(({ type }) => expect(type).not.toBe(ExcelJS.ValueType.Formula));
    });
  });

  test('every text comes back as it was', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(
        ...dangerous,
        '_x0041_',
        '__x000D_',
        '&lt;',
        '&amp;amp;',
        'a\r\nb',
        '\ud83c',
        '\u0000\u0007',
      ),
    );
    const path = await temporaryPath('out.xlsx');
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (names) => {
        const customersWithoutMatch = names.map((name, at) => customer(`${at + 1}`, name));
        await writeWorksheet(path, data({ rows: [], customersWithoutMatch }), quiet);
        const found = await namesIn(path, names.length);
        expect(found).toEqual(names);
      }),
      { numRuns: 40 },
    );
  });

  test('more than a cell holds is cut and marked', async () => {
    const { cell } = await written({ customersWithoutMatch: [customer('1', `${'x'.repeat(32_765)}🏪🏪`)] });
    const value = String(cell('Customers without match', 2, 'Customer name').value);
    expect(value).toBe(`${'x'.repeat(32_765)}…`);
  });
});

/** The customer names of a worksheet that has no other rows, read by this project's own reader. */
async function namesIn(path: string, count: number): Promise<string[]> {
  const bytes = await partsOf(path);
  expect(bytes.get('xl/worksheets/sheet3.xml')?.match(/<row /g)).toHaveLength(count + 1);
  const { readSheet } = await import('#app/sources/files/xlsx/read-sheet.ts');
  const { openArchive } = await import('#app/sources/files/xlsx/archive.ts');
  const archive = await openArchive(path, quiet.signal);
  const names: string[] = [];
  const context = { strings: [], formats: [], date1904: false };
  for await (const { number, cells } of readSheet({ path, archive }, 'xl/worksheets/sheet3.xml', context)) {
    if (number > 1) names.push(cells[1] ?? '');
  }
  await archive.close();
  return names;
}

describe('all or nothing', () => {
  const many = function* () {
    for (let i = 0; i < 5000; i++) {
      const one = account(`${i}`, `Company ${i}`);
      yield { row: reviewRow(one, acmeCustomer), account: one, customer: acmeCustomer };
    }
  };

  test('stopping leaves the old file as it was and no other', async () => {
    const path = await temporaryPath('out.xlsx');
    await writeFile(path, 'old');
    const stop = new AbortController();
    const progress = () => stop.abort();
    const error = await errorOf(
      writeWorksheet(path, data({ rows: many() }), { signal: stop.signal, progress }),
    );
    expect(error.code).toBe('cancelled');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(dirname(path))).toEqual(['out.xlsx']);
  });

  test('a row that cannot be made leaves nothing behind', async () => {
    const path = await temporaryPath('out.xlsx');
    const rows = (function* () {
      yield* many();
      throw new Error('broken row');
    })();
    await expect(writeWorksheet(path, data({ rows }), quiet)).rejects.toThrow('broken row');
    expect(await readdir(dirname(path))).toEqual([]);
  });

  test('a missing folder is told before the rows are made', async () => {
    const rows: WorksheetData['rows'] = {
      [Symbol.iterator]() {
        throw new Error('asked for rows');
      },
    };
    const error = await errorOf(writeWorksheet('/nowhere/out.xlsx', data({ rows }), quiet));
    expect([error.code, error.data.detail]).toEqual(['file-cannot-write', 'its folder does not exist']);
  });

  test('many rows can be read again, and progress tells how far it is', async () => {
    const path = await temporaryPath('out.xlsx');
    const told: number[] = [];
    const progress = (step: string, done: number) => {
      if (step === 'Writing the matches') told.push(done);
    };
    await writeWorksheet(path, data({ rows: many() }), { ...quiet, progress });
    expect(told).toHaveLength(20);
    expect(told.at(-1)).toBe(5000);
    const { batches } = await openRows(path, quiet);
    let count = 0;
    for await (const rows of batches) count += rows.length;
    expect(count).toBe(5001);
  });
});
