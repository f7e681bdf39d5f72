import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDecisionsFile } from '#app/sources/index.ts';
import { textCell } from '#app/worksheet/csv-line.ts';
import { type ProposalRow, writeProposalRows, writeProposalsCsv } from '#app/worksheet/index.ts';
import { proposalRows } from '#app/worksheet/proposal-rows.ts';
import { guardFormula } from '#shared/formula-guard.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { Proposal, ProposalState } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { account, customer, errorOf, quiet, temporaryPath } from './support.ts';

const proposal = (accountId: string, state: ProposalState, customers: readonly string[]): Proposal => ({
  accountId: AccountId.parse(accountId),
  state,
  reason: `${state} of ${accountId}`,
  candidates: customers.map((customerId, at) => ({
    accountId: AccountId.parse(accountId),
    customerId: CustomerId.parse(customerId),
    score: 0.9876543 - at / 10,
    band: at === 0 ? 'likely' : null,
    reason: `like ${customerId}`,
    evidence: [],
  })),
  rivals: [],
});

const ranks = (proposals: readonly Proposal[]) =>
  [...proposalRows(proposals)].map(({ accountId, customerId, rank }) => `${accountId}-${customerId}:${rank}`);

describe('ranks', () => {
  test('the proposal is 1, alternatives follow, three in all', () => {
    expect(ranks([proposal('A', 'suggested', ['1', '2', '3', '4'])])).toEqual(['A-1:1', 'A-2:2', 'A-3:3']);
  });

  test('what the matcher leaves undecided begins at 2', () => {
    expect(ranks([proposal('A', 'conflict', ['1', '2', '3'])])).toEqual(['A-1:2', 'A-2:3']);
  });

  test('an account without candidate has no row', () => {
    expect(ranks([proposal('A', 'no-candidate', []), proposal('B', 'no-candidate', ['1'])])).toEqual([]);
  });

  test('accounts that claim one customer together have no proposal', () => {
    expect(
      ranks([
        proposal('A', 'suggested', ['1', '2']),
        proposal('B', 'suggested', ['1']),
        proposal('C', 'suggested', ['2']),
      ]),
    ).toEqual(['A-1:2', 'A-2:3', 'B-1:2', 'C-2:1']);
  });

  test('no account and no customer ever has two proposals', () => {
    const states = fc.constantFrom<ProposalState>('suggested', 'conflict', 'no-candidate');
    const candidates = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(states, candidates), { maxLength: 8 }), (made) => {
        const rows = [...proposalRows(made.map(([state, list], at) => proposal(`A${at}`, state, list)))];
        const first = rows.filter(({ rank }) => rank === 1);
        expect(new Set(first.map(({ accountId }) => accountId)).size).toBe(first.length);
        expect(new Set(first.map(({ customerId }) => customerId)).size).toBe(first.length);
        expect(Math.max(0, ...rows.map(({ rank }) => rank))).toBeLessThanOrEqual(3);
      }),
    );
  });
});

/** Both sides by their ids, as a project has them. */
const byId = (accounts: readonly Account[], customers: readonly Customer[]) => ({
  accounts: new Map(accounts.map((one) => [one.id, one])),
  customers: new Map(customers.map((one) => [one.id, one])),
});

describe('the file', () => {
  const accounts = [account('001', 'Acme'), account('002', '=HYPERLINK("x")')];
  const customers = [customer('17', 'ACME, "the"\nfirst'), customer('-Minus', '-Minus')];
  const proposals = [proposal('001', 'suggested', ['17']), proposal('002', 'suggested', ['-Minus'])];

  test('has its columns, the scores, and names that run nowhere', async () => {
    const path = await temporaryPath('out.csv');
    expect(await writeProposalsCsv(path, { ...byId(accounts, customers), proposals }, quiet)).toBe(2);
    const text = await readFile(path, 'utf8');
    expect(parse(text)).toEqual([
      [
        'account_id',
        'customer_id',
        'rank',
        'score',
        'band',
        'state',
        'reason',
        'account_name',
        'customer_name',
      ],
      ['001', '17', '1', '0.987654', 'likely', 'suggested', 'like 17', 'Acme', 'ACME, "the"\nfirst'],
      [
        '002',
        "'-Minus",
        '1',
        '0.987654',
        'likely',
        'suggested',
        'like -Minus',
        '\'=HYPERLINK("x")',
        "'-Minus",
      ],
    ]);
    expect(text.startsWith('account_id,')).toBe(true);
    expect(text).not.toContain('\r');
  });

  test('gives its ids back when a list of decisions is made from it', async () => {
    const path = await temporaryPath('out.csv');
    await writeProposalsCsv(path, { ...byId(accounts, customers), proposals }, quiet);
    const rows = parse(await readFile(path, 'utf8'), { columns: true }) as Record<string, string>[];
    const list = rows.map((row) => `${row.account_id},${row.customer_id},confirm`);
    await writeFile(path, `account_id,customer_id,decision\n${list.join('\n')}\n`);
    expect((await readDecisionsFile(path, quiet)).map(({ customerId }) => customerId)).toEqual([
      '17',
      '-Minus',
    ]);
  });

  test('is there with its heading alone when there is nothing to propose', async () => {
    const path = await temporaryPath('out.csv');
    expect(await writeProposalsCsv(path, { ...byId([], []), proposals: [] }, quiet)).toBe(0);
    expect(parse(await readFile(path, 'utf8'))).toHaveLength(1);
  });

  test('is not touched when the person stops', async () => {
    const path = await temporaryPath('out.csv');
    await writeFile(path, 'old');
    const stopped = { ...quiet, signal: AbortSignal.abort() };
    const error = await errorOf(
      writeProposalsCsv(path, { ...byId(accounts, customers), proposals }, stopped),
    );
    expect(error.code).toBe('cancelled');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(dirname(path))).toEqual(['out.csv']);
  });
});

describe('rows as they come', () => {
  const row = (number: number, more: Partial<ProposalRow> = {}): ProposalRow => ({
    accountId: AccountId.parse(`A${number}`),
    customerId: CustomerId.parse(`C${number}`),
    rank: 1,
    score: 0.5,
    band: 'possible',
    state: 'dangling',
    reason: 'Name agrees',
    accountName: 'Acme',
    customerName: 'Acme, Inc.',
    ...more,
  });

  test('are written batch after batch, and progress tells how many', async () => {
    const path = await temporaryPath('out.csv');
    const told: number[] = [];
    async function* batches() {
      yield [row(1), row(2, { band: null, score: 1 / 3 })];
      yield [];
      yield [row(3)];
    }
    const progress = (_: string, done: number) => told.push(done);
    expect(await writeProposalRows(path, batches(), { ...quiet, progress })).toBe(3);
    expect(told).toEqual([2, 3]);
    expect((await readFile(path, 'utf8')).split('\n').slice(1)).toEqual([
      'A1,C1,1,0.5,possible,dangling,Name agrees,Acme,"Acme, Inc."',
      'A2,C2,1,0.333333,,dangling,Name agrees,Acme,"Acme, Inc."',
      'A3,C3,1,0.5,possible,dangling,Name agrees,Acme,"Acme, Inc."',
      '',
    ]);
  });

  test('leave the old file as it was when they end in an error', async () => {
    const path = await temporaryPath('out.csv');
    await writeFile(path, 'old');
    async function* batches() {
      yield [row(1)];
      throw new Error('matching stopped');
    }
    await expect(writeProposalRows(path, batches(), quiet)).rejects.toThrow('matching stopped');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(dirname(path))).toEqual(['out.csv']);
  });

  test('are quoted as csv-stringify quotes them', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('"', ',', '\n', '\r', '=', "'"),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(text, (one) => {
        const expected = stringify([[guardFormula(one)]], { quoted_match: /[\r\n]/, eof: false });
        expect(textCell(one)).toBe(expected);
      }),
    );
  });
});
