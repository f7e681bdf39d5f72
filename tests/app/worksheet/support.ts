import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import type { Hooks } from '#app/sources/index.ts';
import type { LoneCustomer, SummaryFacts } from '#app/worksheet/index.ts';
import { AccountState, Queue } from '#shared/decisions.ts';
import { AppError } from '#shared/errors.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { type Account, bareAccount, bareCustomer, type Customer } from '#shared/records.ts';
import type { CustomerRow, ReviewRow, ReviewSummary } from '#shared/review.ts';

/** Hooks that nobody listens to. */
export const quiet: Hooks = { signal: new AbortController().signal, progress: () => undefined };

/** A path in a folder that is gone after the test. */
export async function temporaryPath(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterpart-worksheet-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, name);
}

/** The error that something ends with; a failure of the test when it does not. */
export async function errorOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}

export const account = (id: string, name: string, more: Partial<Account> = {}): Account => ({
  ...bareAccount(AccountId.parse(id), name),
  ...more,
});

export const customer = (id: string, name: string, more: Partial<Customer> = {}): Customer => ({
  ...bareCustomer(CustomerId.parse(id), name),
  ...more,
});

/** A row of the review for these two, suggested unless said otherwise. */
export function reviewRow(one: Account, other: Customer | null, more: Partial<ReviewRow> = {}): ReviewRow {
  return {
    accountId: one.id,
    accountName: one.name,
    accountPlace: '',
    customerId: other?.id ?? null,
    customerName: other?.displayName ?? '',
    customerPlace: '',
    customerActive: true,
    subCustomer: false,
    tree: null,
    balance: other?.balance ?? null,
    currency: '',
    score: other === null ? null : 0.9731,
    band: other === null ? null : 'certain',
    reason: other === null ? 'Nothing alike' : 'Name and phone agree',
    state: other === null ? 'no-candidate' : 'suggested',
    queue: other === null ? 'no-match' : 'suggested',
    rivals: 0,
    owner: '',
    agreements: '',
    commented: false,
    ...more,
  };
}

/** The parts of a zip archive as text, by name, read by the local headers that the directory points to. */
export async function partsOf(path: string): Promise<Map<string, string>> {
  const bytes = await readFile(path);
  const end = bytes.lastIndexOf('PK\x05\x06');
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, '');
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    parts.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

const queues = Object.fromEntries(Queue.options.map((queue) => [queue, 0])) as ReviewSummary['queues'];
const states = Object.fromEntries(AccountState.options.map((state) => [state, 0])) as ReviewSummary['states'];

/** What a summary says of a project in which nothing was found. */
export const bareSummary: SummaryFacts = {
  projectName: 'Acme & Co',
  createdAt: new Date('2026-11-23T09:00:00Z'),
  author: 'Ann',
  matchedAt: null,
  salesforce: { name: 'Acme Org', environment: 'production', at: '2026-11-22T08:00:00.000Z', count: 2 },
  quickbooks: { name: 'Acme Books', environment: 'production', at: '2026-11-22T08:01:00.000Z', count: 2 },
  review: {
    queues,
    states,
    customersWithoutMatch: 0,
    customersDecided: 0,
    customersToCreate: 0,
    toWrite: 0,
    receivables: [],
    undo: null,
    redo: null,
  },
  bands: {
    certain: { pairs: 0, undecided: 0, expectedWrong: 0 },
    likely: { pairs: 0, undecided: 0, expectedWrong: 0 },
    possible: { pairs: 0, undecided: 0, expectedWrong: 0 },
  },
  samples: [],
  limits: [],
};

/** A row of the review for a customer to which no account belongs. */
export function loneCustomer(one: Customer, more: Partial<CustomerRow> = {}): LoneCustomer {
  const { id, displayName: name, active, balance, currency } = one;
  const row = { customerId: id, name, place: '', active, subCustomer: false, balance, currency };
  return { customer: one, row: { ...row, state: 'no-match', nearest: null, ...more } };
}
