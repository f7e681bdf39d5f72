import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { type SignedAttempt, type SignedRow, type SignOffData, writeSignOff } from '#app/worksheet/index.ts';
import { RunId } from '#shared/ids.ts';
import type { SignOffSummary } from '#shared/sign-off.ts';
import { account, customer, errorOf, partsOf, quiet, reviewRow, temporaryPath } from '../support.ts';

const at = '2026-11-23T09:00:00.000Z';
const acme = account('001000000000001AAA', '=HYPERLINK("https://evil.example","Acme")');
const acmeCustomer = customer('17', 'ACME', { balance: 1240.5, currency: 'USD' });
const beta = account('001000000000002AAA', 'Beta');

const summary: SignOffSummary = {
  projectName: 'Acme & Co',
  preparedAt: at,
  preparedBy: 'Kim',
  salesforce: {
    name: 'Acme Org',
    id: '00D1',
    environment: 'production',
    choice: '',
    exportedAt: at,
    count: 2,
  },
  quickbooks: null,
  matchedAt: at,
  policy: { subCustomers: true, severalAccounts: false },
  period: { from: at, to: at },
  reviewers: [{ name: 'Kim', decisions: 1, from: at, to: at }],
  outcomes: [{ outcome: 'written', accounts: 1, money: [{ currency: 'USD', amount: 1240.5 }] }],
  bands: [{ band: 'certain', pairs: 1, confirmed: 1, undecided: 0 }],
  rejectedPairs: 0,
  proposals: 1,
  customers: [{ state: 'no-match', customers: 1 }],
  samples: [
    {
      id: 1,
      at,
      author: 'Kim',
      what: 'Suggested, certain',
      population: 400,
      bound: 0.05,
      counts: { right: 70, wrong: 2, unsure: 0, open: 0 },
      wrong: { rate: 2 / 72, low: 0.003, high: 0.097 },
    },
  ],
  runs: [],
};

const attempt = (more: Partial<SignedAttempt> = {}): SignedAttempt => ({
  run: RunId.parse(3),
  state: 'done',
  message: '',
  serviceMessage: '',
  at,
  author: 'Kim',
  customerId: '17',
  ...more,
});

const row = (more: Partial<SignedRow> = {}): SignedRow => ({
  row: reviewRow(acme, acmeCustomer, { state: 'written', queue: 'done' }),
  account: acme,
  customer: acmeCustomer,
  outcome: 'written',
  decision: { kind: 'confirm', author: 'Ann', at },
  attempt: attempt(),
  remarks: '',
  ...more,
});
const unmatched = row({
  row: reviewRow(beta, null),
  account: beta,
  customer: null,
  outcome: 'create-new',
  decision: { kind: 'create-new', author: 'Ann', at },
  attempt: null,
});

const noPages: SignOffData['pages'] = { account: () => null, customer: () => null };

async function written(more: Partial<SignOffData> = {}) {
  const path = await temporaryPath('sign-off.xlsx');
  const data: SignOffData = {
    summary,
    createdAt: new Date(at),
    rows: [row(), unmatched],
    rejected: [],
    customersWithoutMatch: [],
    pairOf: () => null,
    pages: noPages,
    ...more,
  };
  const counts = await writeSignOff(path, data, quiet);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const line = (name: string, at: number) =>
    ((workbook.getWorksheet(name)?.getRow(at).values ?? []) as unknown[]).slice(1);
  const recordAt = (name: string, at: number) => {
    const cells = line(name, at);
    return Object.fromEntries(line(name, 1).map((heading, column) => [String(heading), cells[column]]));
  };
  return { path, counts, workbook, recordAt };
}

describe('the sign-off pack', () => {
  test('has a cover and a sheet for each kind of record, each account in exactly one of them', async () => {
    const { workbook, counts } = await written();
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Sign-off',
      'Pairs',
      'Rejected pairs',
      'Accounts without match',
      'Customers without match',
      'Runs',
    ]);
    expect(counts).toEqual({ pairs: 1, rejected: 0, accountsWithoutMatch: 1, customersWithoutMatch: 0 });
  });

  test('tells of a pair why, who decided and when, and what came of it', async () => {
    const evidence = [
      { field: 'name', level: 'same', label: 'Name agrees', bits: 9, accountValue: '', customerValue: '' },
      {
        field: 'phone',
        level: 'other',
        label: 'Phone differs',
        bits: -2,
        accountValue: '',
        customerValue: '',
      },
      { field: 'prior', level: '', label: 'Before looking', bits: -12, accountValue: '', customerValue: '' },
    ] as const;
    const pairOf = () => ({
      accountId: acme.id,
      customerId: acmeCustomer.id,
      score: 0.97,
      band: 'certain' as const,
      reason: '',
      evidence: [...evidence],
    });
    const { recordAt } = await written({ pairOf });
    expect(recordAt('Pairs', 2)).toMatchObject({
      'Speaks for it': 'Name agrees',
      'Speaks against it': 'Phone differs',
      Decision: 'confirmed',
      'Decided by': 'Ann',
      'Decided (UTC)': new Date(at),
      Outcome: 'Written and read back',
      'Last tried (UTC)': new Date(at),
      'Run by': 'Kim',
      Run: 3,
      'Id written': '17',
    });
    expect(recordAt('Accounts without match', 2)).toMatchObject({
      Outcome: 'To be created in QuickBooks',
      Decision: 'create new',
    });
  });

  test('quotes the service where a write failed, and gives no id as written', async () => {
    const failed = attempt({ state: 'failed', message: 'Locked.', serviceMessage: 'UNABLE_TO_LOCK_ROW' });
    const { recordAt } = await written({ rows: [row({ outcome: 'failed', attempt: failed })] });
    const told = recordAt('Pairs', 2);
    expect(told['What was said']).toBe('Locked. Salesforce: UNABLE_TO_LOCK_ROW');
    expect(told['Id written']).toBeUndefined();
  });

  test('leads to the records where their pages are known, and has no formula', async () => {
    const page = (id: string) => `https://x.my.salesforce.com/lightning/r/Account/${id}/view`;
    const { path, workbook: linked } = await written({ pages: { ...noPages, account: page } });
    const sheets = [...(await partsOf(path))].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets.flatMap(([, text]) => text.match(/<f[ >]/g) ?? [])).toEqual([]);
    const { value } = linked.getWorksheet('Pairs')?.getCell('A2') ?? {};
    expect(value).toMatchObject({ text: acme.id, hyperlink: page(acme.id) });
    const { workbook } = await written();
    expect(workbook.getWorksheet('Pairs')?.getCell('A2').font?.underline).toBeUndefined();
  });

  test('says on its cover who, when, how much, and how often it was wrong', async () => {
    const { workbook } = await written();
    const said: string[] = [];
    workbook.getWorksheet('Sign-off')?.eachRow((line) => {
      said.push((line.values as unknown[]).slice(1).join(' | '));
    });
    const words = said.join('\n');
    for (const part of [
      'Acme & Co',
      'Acme Org (00D1, production). 2 accounts',
      'Written and read back | 1 |  | USD 1,240.50',
      'Kim | 1',
      '2.8%, between 0.3% and 9.7% of 400',
      'For the client',
    ]) {
      expect(words).toContain(part);
    }
  });

  test('leaves no half file behind when it is stopped', async () => {
    const path = await temporaryPath('sign-off.xlsx');
    const stopped = { signal: AbortSignal.abort(), progress: () => undefined };
    const rows = Array.from({ length: 600 }, () => row());
    const data = { summary, createdAt: new Date(at), rows, rejected: [], customersWithoutMatch: [] };
    const pages = { pairOf: () => null, pages: noPages };
    expect((await errorOf(writeSignOff(path, { ...data, ...pages }, stopped))).code).toBe('cancelled');
    expect(await readdir(dirname(path))).toEqual([]);
  });
});
