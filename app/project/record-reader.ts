import type Database from 'better-sqlite3';
import type { Side } from '#shared/datasets.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { Account, Customer } from '#shared/records.ts';
import { compactAccount, compactCustomer } from './compact.ts';
import { pages } from './pages.ts';
import { recordTables } from './record-tables.ts';

/** Records that came since a revision, or in which the matcher reads something else. */
export interface ChangedRecords {
  readonly accounts: Account[];
  readonly customers: Customer[];
}

/** Reads the records of a project, in the order of their sources. */
export interface RecordReader {
  /** Counts up with every export and every link written; 0 before the first export. */
  revision(): number;
  /** How many records there are on a side. */
  size(side: Side): number;
  /** All accounts, a thousand at a time; between two batches the project may be used. */
  accountBatches(): Iterable<readonly Account[]>;
  customerBatches(): Iterable<readonly Customer[]>;
  changedSince(revision: number): ChangedRecords;
  accountIds(): AccountId[];
  customerIds(): CustomerId[];
}

/** A reader over an open project database, which may be open for reading only. */
export function recordReader(database: Database.Database): RecordReader {
  type Kept = { readonly at: number; readonly record: string };

  const batches = function* <T>(side: Side, parse: (record: unknown) => T): Generator<T[]> {
    const next = database.prepare<[number], Kept>(
      `SELECT position AS at, record FROM ${recordTables[side]} WHERE position > ? ORDER BY position LIMIT 1000`,
    );
    for (const page of pages(next)) yield page.map(({ record }) => parse(JSON.parse(record)));
  };
  const changed = <T>(side: Side, since: number, parse: (record: unknown) => T): T[] =>
    database
      .prepare<[number], Kept>(
        `SELECT position AS at, record FROM ${recordTables[side]} WHERE revision > ? ORDER BY position`,
      )
      .all(since)
      .map(({ record }) => parse(JSON.parse(record)));
  const idsOf = (side: Side): unknown[] =>
    database.prepare(`SELECT id FROM ${recordTables[side]} ORDER BY position`).pluck().all();

  return {
    revision() {
      const row = database.prepare("SELECT value FROM meta WHERE key = 'records-revision'").pluck().get();
      return Number(row ?? 0);
    },
    size: (side) => Number(database.prepare(`SELECT count(*) FROM ${recordTables[side]}`).pluck().get()),
    accountBatches: () => batches('salesforce', (record) => compactAccount(Account.parse(record))),
    customerBatches: () => batches('quickbooks', (record) => compactCustomer(Customer.parse(record))),
    changedSince: (revision) => ({
      accounts: changed('salesforce', revision, (record) => Account.parse(record)),
      customers: changed('quickbooks', revision, (record) => Customer.parse(record)),
    }),
    accountIds: () => AccountId.array().parse(idsOf('salesforce')),
    customerIds: () => CustomerId.array().parse(idsOf('quickbooks')),
  };
}
