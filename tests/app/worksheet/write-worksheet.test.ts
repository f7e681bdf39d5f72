// Longer than other files: one workbook is looked at sheet by sheet, as a person would who opens it.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Match, type Rivalry, type WorksheetData, writeWorksheet } from '#app/worksheet/index.ts';
import type { Evidence, Pair } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { ReviewRow } from '#shared/review.ts';
import {
  account,
  bareSummary,
  customer,
  errorOf,
  loneCustomer,
  partsOf,
  quiet,
  reviewRow,
  temporaryPath,
} from './support.ts';

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

const nowhere: WorksheetData['pages'] = { account: () => null, customer: () => null };
const services: WorksheetData['pages'] = {
  account: (id) => `https://acme.my.salesforce.com/lightning/r/Account/${id}/view`,
  customer: (id) => `https://qbo.intuit.com/login?pagereq=customerdetail%3FnameId%3D${id}&a=1`,
};

const match = (one: Account, other: Customer, more: Partial<ReviewRow> = {}): Match => ({
  row: reviewRow(one, other, more),
  account: one,
  customer: other,
});

const data = (more: Partial<WorksheetData> = {}): WorksheetData => ({
  summary: bareSummary,
  pages: nowhere,
  matches: [match(acme, acmeCustomer)],
  conflicts: [],
  accountsWithoutMatch: [{ row: reviewRow(beta, null), account: beta, customer: null }],
  customersWithoutMatch: [loneCustomer(gamma)],
  marking: { project: 'p1', basis: 3, commentsOf: () => [] },
  linked: [],
  evidence: [],
  changes: [],
  ...more,
});

const nameAgrees: Evidence = {
  field: 'name',
  level: 'same',
  label: 'Name agrees',
  bits: 11.25,
  accountValue: '',
  customerValue: '',
};
const pairOf = ({ account: { id: accountId }, customer: { id: customerId } }: Match): Pair => {
  return { accountId, customerId, score: 0.9, band: 'certain', reason: '', evidence: [nameAgrees] };
};

/** The elements of a sheet, in their order. */
function* topElements(xml: string): Generator<string> {
  let depth = 0;
  for (const [tag, end, name = '', alone] of xml.matchAll(/<(\/?)([a-zA-Z]\w*)[^>]*?(\/?)>/g)) {
    if (tag.startsWith('<?')) continue;
    if (end === '/') depth -= 1;
    else if (depth === 1) yield name;
    if (end !== '/' && alone !== '/') depth += 1;
  }
}

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
    if (!headings.includes(heading)) throw new Error(`no column ${heading}`);
    return sheet(name).getRow(row).getCell(headings.indexOf(heading));
  };
  return { path, counts, workbook, sheet, cell };
}

const sheets = [
  'Summary',
  'Matches',
  'Conflicts',
  'Accounts without match',
  'Customers without match',
  'Linked already',
  'Evidence',
  'Changes',
];
const decidedOn = sheets.slice(1, 6);
const readOnly = ['Summary', 'Evidence', 'Changes'];

describe('the worksheet', () => {
  test('has its sheets, the summary first, and counts their rows', async () => {
    const { counts, workbook } = await written();
    expect(counts).toEqual({
      matches: 1,
      conflicts: 0,
      accountsWithoutMatch: 1,
      customersWithoutMatch: 1,
      linked: 0,
    });
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(sheets);
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
      'Next sync overwrites':
        'Display name, Company name, Name on checks, Phone, Billing street, Billing city, Billing state, ' +
        'Billing postal code, Billing country',
      Decision: undefined,
      Comment: undefined,
      'Row mark (keep)': expect.stringMatching(/^cp1:p1:a:001000000000001AAA:17:::3:/),
    });
  });

  test('keeps ids and phones as text, scores as percent, balances as money, dates as dates', async () => {
    const { cell } = await written();
    for (const heading of ['Account ID', 'Account phone', 'Customer ID', 'Customer phone']) {
      const { value, numFmt } = cell('Matches', 2, heading);
      expect([typeof value, numFmt]).toEqual(['string', '@']);
    }
    expect(cell('Matches', 2, 'Score').numFmt).toBe('0.0%');
    expect(cell('Matches', 2, 'Open balance').numFmt).toBe('#,##0.00 "USD";[Red]-#,##0.00 "USD"');
    expect(cell('Customers without match', 2, 'Customer ID').value).toBe('000123');
    expect(cell('Customers without match', 2, 'Open balance').value).toBe(-3);
    const modified = cell('Accounts without match', 2, 'Last modified (UTC)');
    expect([modified.value, modified.numFmt]).toEqual([new Date('2026-10-01T09:30:00Z'), 'yyyy-mm-dd hh:mm']);
  });

  test('freezes the headings, filters them, and repeats them on every printed page', async () => {
    const { sheet, path } = await written();
    const parts = await partsOf(path);
    for (const [at, name] of sheets.slice(1).entries()) {
      expect(sheet(name).views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet(name).getRow(1).getCell(1).font.bold).toBe(true);
      const widths = sheet(name).columns.map(({ width }) => width ?? 0);
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(8);
      expect(parts.get(`xl/worksheets/sheet${at + 2}.xml`)).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
      expect(sheet(name).pageSetup).toMatchObject({ orientation: 'landscape', fitToHeight: 0 });
      expect(sheet(name).headerFooter.oddFooter).toBe('&C&P / &N');
      expect(parts.get('xl/workbook.xml')).toMatch(
        new RegExp(`Print_Area" localSheetId="${at + 1}">&apos;${name}&apos;!\\$A\\$1:\\$[A-Z]+\\$\\d+<`),
      );
      expect(parts.get('xl/workbook.xml')).toMatch(
        new RegExp(`Print_Titles" localSheetId="${at + 1}">[^<]*&apos;${name}&apos;!\\$1:\\$1</definedName>`),
      );
    }
  });

  test('marks each row in a hidden last column, and shows what was remarked beside the decision', async () => {
    const remark = { accountId: acme.id, text: 'Call first', author: 'Ann', at: '' };
    const { sheet, cell } = await written({
      marking: { project: 'p1', basis: 3, commentsOf: (id) => (id === acme.id ? [remark] : []) },
    });
    expect(cell('Matches', 2, 'Comment').value).toBe('Ann: Call first');
    for (const [name, about] of [
      ['Matches', 'a:001000000000001AAA:17'],
      ['Accounts without match', 'a:001000000000002AAA:'],
      ['Customers without match', 'c::000123'],
    ] as const) {
      const { value, col } = cell(name, 2, 'Row mark (keep)');
      expect(String(value)).toMatch(new RegExp(`^cp1:p1:${about}:`));
      expect([sheet(name).getColumn(col).hidden, col]).toEqual([true, sheet(name).columnCount]);
    }
  });

  test('offers the decisions by one rule, and refuses what is typed over what was exported', async () => {
    const { path } = await written();
    const parts = await partsOf(path);
    const matches = parts.get('xl/worksheets/sheet2.xml');
    expect(matches).toMatch(
      /<dataValidation type="list"[^>]* sqref="S2:S2"><formula1>&quot;confirm,reject,skip,create-new,ignore&quot;</,
    );
    for (const range of ['A2:E2', 'G2:R2', 'U2:U2']) {
      expect(matches).toMatch(
        new RegExp(`<dataValidation type="custom"[^>]* sqref="${range}"><formula1>FALSE<`),
      );
    }
    // The customer's id and the comment may be written over.
    expect(matches?.match(/<dataValidation /g)).toHaveLength(4);
    expect(parts.get('xl/worksheets/sheet5.xml')).toMatch(
      /<dataValidation type="list"[^>]* sqref="V2:V2"><formula1>&quot;create-new,ignore,skip&quot;</,
    );
    for (const [name, xml] of parts) {
      if (!name.startsWith('xl/worksheets/sheet')) continue;
      for (const [, text = ''] of xml.matchAll(/ error="([^"]*)"/g)) expect(text.length).toBeLessThan(226);
    }
  });

  test('protects, without a password, what nobody has to edit; where one decides one may sort and delete', async () => {
    const { sheet } = await written();
    const isProtected = (name: string) =>
      (sheet(name) as unknown as { sheetProtection?: { sheet?: boolean } | null }).sheetProtection?.sheet ===
      true;
    expect(sheets.filter(isProtected)).toEqual(readOnly);
    expect(decidedOn.filter(isProtected)).toEqual([]);
  });

  test('keeps its parts in the order that Excel demands', async () => {
    const one = match(acme, acmeCustomer);
    const evidence = [{ ...one, pair: pairOf(one), evidence: nameAgrees }];
    const { path } = await written({ pages: services, evidence });
    const order = [
      'sheetPr',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'sheetProtection',
      'autoFilter',
      'mergeCells',
      'conditionalFormatting',
      'dataValidations',
      'hyperlinks',
      'pageMargins',
      'pageSetup',
      'headerFooter',
    ];
    for (const [name, xml] of await partsOf(path)) {
      if (!name.startsWith('xl/worksheets/sheet')) continue;
      const found = [...topElements(xml)].map((tag) => order.indexOf(tag));
      expect(found).not.toContain(-1);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    }
    expect([...topElements((await partsOf(path)).get('xl/worksheets/sheet7.xml') ?? '')]).toEqual(
      expect.arrayContaining(['sheetProtection', 'autoFilter', 'conditionalFormatting', 'hyperlinks']),
    );
  });

  test('opens the records at both services, where they are from there', async () => {
    const { cell } = await written({ pages: services });
    const { value, font } = cell('Matches', 2, 'Account ID');
    expect(value).toMatchObject({ text: acme.id, hyperlink: services.account(acme.id) });
    expect(font.underline).toBe(true);
    expect(cell('Matches', 2, 'Customer ID').value).toMatchObject({
      text: '17',
      hyperlink: services.customer(acmeCustomer.id),
    });
    expect((await written()).cell('Matches', 2, 'Account ID').value).toBe(acme.id);
  });

  test('links no more cells of a sheet than Excel takes', async () => {
    const path = await temporaryPath('out.xlsx');
    const matches = Array.from({ length: 33_000 }, () => match(acme, acmeCustomer));
    await writeWorksheet(path, data({ pages: services, matches }), quiet);
    const links = (await partsOf(path)).get('xl/worksheets/sheet2.xml')?.match(/<hyperlink /g);
    expect(links).toHaveLength(65_530);
  });

  test('puts rivals next to each other and names who else wants the customer', async () => {
    const others = ['Beta', 'Gamma', 'Delta', 'Epsilon'];
    const rivalry = (one: Account, group: number): Rivalry => ({
      ...match(one, acmeCustomer, { state: 'conflict' }),
      group,
      pair: { score: 0.4, band: 'possible', reason: 'Name agrees' },
      others,
    });
    const { cell, counts } = await written({ conflicts: [rivalry(acme, 1), rivalry(beta, 1)] });
    expect(counts.conflicts).toBe(2);
    expect([2, 3].map((row) => cell('Conflicts', row, 'Group').value)).toEqual([1, 1]);
    expect(cell('Conflicts', 2, 'Score').value).toBe(0.4);
    expect(cell('Conflicts', 2, 'Also wanted by').value).toBe('Beta, Gamma, Delta and 1 more');
  });

  test.each([
    ['linked', 'linked', 'Carries this customer’s id', null],
    ['linked', 'linked-problems', 'The linked customer is inactive', 'The linked customer is inactive'],
    [
      'dangling',
      'linked-problems',
      'Carries id 9, which no customer has',
      'Carries id 9, which no customer has',
    ],
    ['written', 'changed-since', 'Somebody removed the link', 'Somebody removed the link'],
  ] as const)(
    'of a link that is %s in the queue %s it says what is wrong',
    async (state, queue, reason, wrong) => {
      const { cell } = await written({ linked: [match(acme, acmeCustomer, { state, queue, reason })] });
      expect(cell('Linked already', 2, 'What is wrong').value).toBe(wrong);
    },
  );

  test('lists every comparison with what both records say', async () => {
    const one = match(acme, acmeCustomer);
    const { cell } = await written({ evidence: [{ ...one, pair: pairOf(one), evidence: nameAgrees }] });
    expect(cell('Evidence', 2, 'Comparison').value).toBe('Name');
    expect(cell('Evidence', 2, 'What was found').value).toBe('Name agrees');
    expect([cell('Evidence', 2, 'Bits').value, cell('Evidence', 2, 'Bits').numFmt]).toEqual([
      11.25,
      '+0.0;-0.0;0.0',
    ]);
    expect(cell('Evidence', 2, 'In Salesforce').value).toBe('Acme, Inc.');
    expect(cell('Evidence', 2, 'In QuickBooks').value).toBe('ACME');
  });

  test('lists who decided what and when, and what the next sync overwrites', async () => {
    const about = {
      accountId: acme.id,
      accountName: 'Acme',
      customerId: acmeCustomer.id,
      customerName: 'ACME',
    };
    const { cell } = await written({
      changes: [
        {
          kind: 'decision',
          ...about,
          decision: 'confirm',
          at: '2026-11-22T10:00:00.000Z',
          author: 'Ann',
          inForce: false,
        },
        { kind: 'overwrite', ...about, field: 'Phone', from: '1', to: '2' },
      ],
    });
    const row = (at: number, headings: readonly string[]) =>
      headings.map((heading) => cell('Changes', at, heading).value);
    expect(row(2, ['What', 'When (UTC)', 'Who', 'In force', 'Account name'])).toEqual([
      'confirmed',
      new Date('2026-11-22T10:00:00Z'),
      'Ann',
      'taken back',
      'Acme',
    ]);
    expect(row(3, ['What', 'Field', 'In QuickBooks now', 'After the next sync'])).toEqual([
      'next sync overwrites',
      'Phone',
      '1',
      '2',
    ]);
  });

  test('says of customers without an account what was decided and which account came nearest', async () => {
    const nearest = { accountId: acme.id, name: 'Acme, Inc.', score: 0.2 };
    const { cell } = await written({
      customersWithoutMatch: [loneCustomer(gamma, { state: 'create-new', nearest })],
    });
    const headings = ['State', 'Decision', 'Nearest account', 'Its score'];
    expect(headings.map((heading) => cell('Customers without match', 2, heading).value)).toEqual([
      'create new',
      'create-new',
      'Acme, Inc.',
      0.2,
    ]);
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
    const { cell } = await written({ matches: [{ row, account: acme, customer: acmeCustomer }] });
    expect(cell('Matches', 2, 'State').value).toBe(word);
    expect(cell('Matches', 2, 'Decision').value ?? undefined).toBe(decision);
  });

  test('with nothing in it opens all the same', async () => {
    const { counts, workbook } = await written({
      matches: [],
      accountsWithoutMatch: [],
      customersWithoutMatch: [],
    });
    expect(Object.values(counts)).toEqual([0, 0, 0, 0, 0]);
    expect(workbook.worksheets.slice(1).map(({ rowCount }) => rowCount)).toEqual([1, 1, 1, 1, 1, 1, 1]);
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
    const matches = dangerous.map((text) => {
      const one = account(`id${text}`, text, { phone: text });
      const other = customer(text, text);
      return { row: reviewRow(one, other, { reason: text }), account: one, customer: other };
    });
    const summary = { ...bareSummary, projectName: '=1+1', author: '@SUM(A1)' };
    const { path, sheet } = await written({ matches, summary });
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
        const customersWithoutMatch = names.map((name, at) => loneCustomer(customer(`${at + 1}`, name)));
        await writeWorksheet(path, data({ matches: [], customersWithoutMatch }), quiet);
        const found = await namesIn(path, names.length);
        expect(found).toEqual(names);
      }),
      { numRuns: 40 },
    );
  });

  test('more than a cell holds is cut and marked', async () => {
    const { cell } = await written({
      customersWithoutMatch: [loneCustomer(customer('1', `${'x'.repeat(32_765)}🏪🏪`))],
    });
    const value = String(cell('Customers without match', 2, 'Customer name').value);
    expect(value).toBe(`${'x'.repeat(32_765)}…`);
  });
});

/** The customer names of a worksheet that has no other rows, read by this project's own reader. */
async function namesIn(path: string, count: number): Promise<string[]> {
  const bytes = await partsOf(path);
  expect(bytes.get('xl/worksheets/sheet5.xml')?.match(/<row /g)).toHaveLength(count + 1);
  const { readSheet } = await import('#app/sources/files/xlsx/read-sheet.ts');
  const { openArchive } = await import('#app/sources/files/xlsx/archive.ts');
  const archive = await openArchive(path, quiet.signal);
  const names: string[] = [];
  const context = { strings: [], formats: [], date1904: false };
  for await (const { number, cells } of readSheet({ path, archive }, 'xl/worksheets/sheet5.xml', context)) {
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
      writeWorksheet(path, data({ matches: many() }), { signal: stop.signal, progress }),
    );
    expect(error.code).toBe('cancelled');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(dirname(path))).toEqual(['out.xlsx']);
  });

  test('a row that cannot be made leaves nothing behind', async () => {
    const path = await temporaryPath('out.xlsx');
    const matches = (function* () {
      yield* many();
      throw new Error('broken row');
    })();
    await expect(writeWorksheet(path, data({ matches }), quiet)).rejects.toThrow('broken row');
    expect(await readdir(dirname(path))).toEqual([]);
  });

  test('a missing folder is told before the rows are made', async () => {
    const matches: WorksheetData['matches'] = {
      [Symbol.iterator]() {
        throw new Error('asked for rows');
      },
    };
    const error = await errorOf(writeWorksheet('/nowhere/out.xlsx', data({ matches }), quiet));
    expect([error.code, error.data.detail]).toEqual(['file-cannot-write', 'its folder does not exist']);
  });

  test('many rows are all there, and progress tells how far it is', async () => {
    const path = await temporaryPath('out.xlsx');
    const told: number[] = [];
    const progress = (step: string, done: number) => {
      if (step === 'Writing the matches') told.push(done);
    };
    await writeWorksheet(path, data({ matches: many() }), { ...quiet, progress });
    expect(told).toHaveLength(20);
    expect(told.at(-1)).toBe(5000);
    const rows = (await partsOf(path)).get('xl/worksheets/sheet2.xml')?.match(/<row /g);
    expect(rows).toHaveLength(5001);
  });
});
