import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type DatasetInfo, Origin, type Side } from '#shared/datasets.ts';
import { Account, Customer } from '#shared/records.ts';

const Problems = z.array(z.string());
const tables = { salesforce: 'accounts', quickbooks: 'customers' } as const;

/** One side's records as they arrived from a service or a file. */
export interface Dataset<T> {
  readonly origin: Origin;
  readonly exportedAt: Date;
  readonly records: readonly T[];
  readonly problems: readonly string[];
}

/** The datasets of a project: replaced as a whole by an export, read as a whole by the matcher. */
export interface RecordStore {
  /** Replaces both sides in one transaction: a project never holds one new and one half-old side. */
  replace(accounts: Dataset<Account>, customers: Dataset<Customer>): void;
  info(side: Side): DatasetInfo | null;
  accounts(): Account[];
  customers(): Customer[];
  /** Writes back what is now known of one account, after its link was written and re-read. */
  updateAccount(account: Account): void;
}

/** The record store over an open project database. */
export function recordStore(database: Database.Database): RecordStore {
  const readInfo = database.prepare<[string], { origin: string; exported_at: string; problems: string }>(
    'SELECT origin, exported_at, problems FROM datasets WHERE side = ?',
  );
  const saveInfo = database.prepare(
    'INSERT OR REPLACE INTO datasets (side, origin, exported_at, problems) VALUES (?, ?, ?, ?)',
  );
  const update = database.prepare('UPDATE accounts SET record = ? WHERE id = ?');

  function count(side: Side): number {
    const row = database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${tables[side]}`).get();
    return row?.n ?? 0;
  }

  function replaceSide(side: Side, dataset: Dataset<Account | Customer>): void {
    database.prepare(`DELETE FROM ${tables[side]}`).run();
    const insert = database.prepare(`INSERT INTO ${tables[side]} (id, record) VALUES (?, ?)`);
    for (const record of dataset.records) insert.run(record.id, JSON.stringify(record));
    saveInfo.run(
      side,
      JSON.stringify(dataset.origin),
      dataset.exportedAt.toISOString(),
      JSON.stringify(dataset.problems),
    );
  }

  function all(side: Side): { record: string }[] {
    return database
      .prepare<[], { record: string }>(`SELECT record FROM ${tables[side]} ORDER BY position`)
      .all();
  }

  return {
    replace: database.transaction((accounts: Dataset<Account>, customers: Dataset<Customer>) => {
      replaceSide('salesforce', accounts);
      replaceSide('quickbooks', customers);
    }),
    info(side) {
      const row = readInfo.get(side);
      if (row === undefined) return null;
      return {
        side,
        origin: Origin.parse(JSON.parse(row.origin)),
        exportedAt: row.exported_at,
        count: count(side),
        problems: Problems.parse(JSON.parse(row.problems)),
      };
    },
    accounts: () => all('salesforce').map((row) => Account.parse(JSON.parse(row.record))),
    customers: () => all('quickbooks').map((row) => Customer.parse(JSON.parse(row.record))),
    updateAccount(account) {
      update.run(JSON.stringify(account), account.id);
    },
  };
}
