import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type DatasetInfo, Origin, type Side } from '#shared/datasets.ts';
import { matchesTheSame } from '#shared/matched-fields.ts';
import type { Account, Customer } from '#shared/records.ts';
import { type RecordReader, recordReader } from './record-reader.ts';
import { recordTables } from './record-tables.ts';

const Problems = z.array(z.string());

/** One side's records as they arrived from a service or a file. */
export interface Dataset<T> {
  readonly origin: Origin;
  readonly exportedAt: Date;
  readonly records: readonly T[];
  readonly problems: readonly string[];
}

/** The datasets of a project: replaced as a whole by an export. */
export interface RecordStore extends RecordReader {
  /**
   * Replaces both sides in one transaction: a project never holds one new and one half-old side. A record in which
   * the matcher reads what it read before keeps its revision; all others get the next one.
   */
  replace(accounts: Dataset<Account>, customers: Dataset<Customer>): void;
  info(side: Side): DatasetInfo | null;
  accounts(): Account[];
  customers(): Customer[];
  /** Writes back what is now known of one account, after its link was written and re-read. */
  updateAccount(account: Account): void;
}

/** The record store over an open project database. */
export function recordStore(database: Database.Database): RecordStore {
  const reader = recordReader(database);
  const readInfo = database.prepare<[string], { origin: string; exported_at: string; problems: string }>(
    'SELECT origin, exported_at, problems FROM datasets WHERE side = ?',
  );
  const saveInfo = database.prepare(
    'INSERT OR REPLACE INTO datasets (side, origin, exported_at, problems) VALUES (?, ?, ?, ?)',
  );
  const saveRevision = database.prepare(
    "INSERT OR REPLACE INTO meta (key, value) VALUES ('records-revision', ?)",
  );
  const update = database.prepare('UPDATE accounts SET record = ?, revision = ? WHERE id = ?');

  function nextRevision(): number {
    const revision = reader.revision() + 1;
    saveRevision.run(String(revision));
    return revision;
  }

  function count(side: Side): number {
    const row = database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${recordTables[side]}`).get();
    return row?.n ?? 0;
  }

  function replaceSide(side: Side, dataset: Dataset<Account | Customer>, revision: number): void {
    const table = recordTables[side];
    const former = new Map(
      database
        .prepare<[], { id: string; record: string; revision: number }>(
          `SELECT id, record, revision FROM ${table}`,
        )
        .all()
        .map((row) => [row.id, row]),
    );
    database.prepare(`DELETE FROM ${table}`).run();
    const insert = database.prepare(`INSERT INTO ${table} (id, record, revision) VALUES (?, ?, ?)`);
    for (const record of dataset.records) {
      const text = JSON.stringify(record);
      const before = former.get(record.id);
      const isSame =
        before !== undefined && (before.record === text || matchesTheSame(JSON.parse(before.record), record));
      insert.run(record.id, text, isSame ? before.revision : revision);
    }
    saveInfo.run(
      side,
      JSON.stringify(dataset.origin),
      dataset.exportedAt.toISOString(),
      JSON.stringify(dataset.problems),
    );
  }

  return {
    ...reader,
    replace: database.transaction((accounts: Dataset<Account>, customers: Dataset<Customer>) => {
      const revision = nextRevision();
      replaceSide('salesforce', accounts, revision);
      replaceSide('quickbooks', customers, revision);
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
    accounts: () => [...reader.accountBatches()].flat(),
    customers: () => [...reader.customerBatches()].flat(),
    updateAccount: database.transaction((account: Account) => {
      update.run(JSON.stringify(account), nextRevision(), account.id);
    }),
  };
}
