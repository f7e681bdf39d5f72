import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type DatasetInfo, Origin, Side } from '#shared/datasets.ts';
import type { Fate } from '#shared/drift.ts';
import { matchesTheSame } from '#shared/matched-fields.ts';
import { noOtherNames, type OtherNames } from '#shared/other-names.ts';
import type { Account, Customer } from '#shared/records.ts';
import { type DriftWriter, driftWriter } from './drift-writer.ts';
import { otherNameStore } from './other-names.ts';
import { outdatedKey } from './outdated.ts';
import { type RecordReader, recordReader } from './record-reader.ts';
import { recordTable, recordTables } from './record-tables.ts';

/** Records that are written between two turns of others. */
const batchSize = 500;

const Problems = z.array(z.string());

/**
 * One side's records as they arrived from a service or a file. `fates` tells of records that were there before and are not
 * any more what became of them, as far as that is known.
 */
export interface Dataset<T> {
  readonly origin: Origin;
  readonly exportedAt: Date;
  readonly records: readonly T[];
  readonly problems: readonly string[];
  readonly fates?: ReadonlyMap<string, Fate>;
}

/** The datasets of a project: replaced as a whole by an export. */
export interface RecordStore extends RecordReader {
  /**
   * Replaces both sides at once: a project never holds one new and one half-old side. Yields after every few hundred
   * records, so that others get their turn; until the end, and for good where it is not reached, the former records
   * stand. A record in which the matcher reads what it read before keeps its revision; all others get the next one. What
   * came, went or changed against the former records is written down. The names of vendors and
   * employees are replaced at the same time.
   */
  replacing(
    accounts: Dataset<Account>,
    customers: Dataset<Customer>,
    otherNames?: OtherNames,
  ): Generator<undefined, void>;
  /** Replaces both sides in one go. */
  replace(accounts: Dataset<Account>, customers: Dataset<Customer>, otherNames?: OtherNames): void;
  info(side: Side): DatasetInfo | null;
  accounts(): Account[];
  customers(): Customer[];
  /** Puts a customer among the others that was created since the export, or what is now known of it. */
  addCustomer(customer: Customer): void;
  /** Puts accounts among the others that were created since the export, or what is now known of them. */
  addAccounts(accounts: readonly Account[]): void;
  /** Writes back what is now known of one account, after its link was written and re-read. */
  updateAccount(account: Account): void;
}

const originOf = ({ origin }: { readonly origin: string }): Origin => Origin.parse(JSON.parse(origin));

/** The record store over an open project database. */
export function recordStore(database: Database.Database): RecordStore {
  const reader = recordReader(database);
  const names = otherNameStore(database);
  const readInfo = database.prepare<[string], { origin: string; exported_at: string; problems: string }>(
    'SELECT origin, exported_at, problems FROM datasets WHERE side = ?',
  );
  const saveInfo = database.prepare(
    'INSERT OR REPLACE INTO datasets (side, origin, exported_at, problems) VALUES (?, ?, ?, ?)',
  );
  const saveMeta = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const update = database.prepare('UPDATE accounts SET record = ?, revision = ? WHERE id = ?');

  /** Writes a side's records beside the former ones, a few hundred in a transaction; `drift` null compares nothing. */
  function* writeAside(
    side: Side,
    { records, fates }: Dataset<Account | Customer>,
    revision: number,
    drift: DriftWriter | null,
  ) {
    const table = recordTables[side];
    database.exec(`DROP TABLE IF EXISTS next_${table}; ${recordTable(`next_${table}`)}`);
    const former = database.prepare<[string], { record: string; revision: number }>(
      `SELECT record, revision FROM ${table} WHERE id = ?`,
    );
    const insert = database.prepare(`INSERT INTO next_${table} (id, record, revision) VALUES (?, ?, ?)`);
    const write = database.transaction((batch: readonly (Account | Customer)[]) => {
      for (const record of batch) {
        const text = JSON.stringify(record);
        const before = former.get(record.id);
        const isUnchanged = before?.record === text;
        const isSame =
          before !== undefined && (isUnchanged || matchesTheSame(JSON.parse(before.record), record));
        insert.run(record.id, text, isSame ? before.revision : revision);
        if (!isUnchanged) drift?.compare(side, record, before?.record ?? null);
      }
    });
    for (let from = 0; from < records.length; from += batchSize) {
      write(records.slice(from, from + batchSize));
      yield;
    }
    if (drift !== null) yield* drift.gone(side, fates ?? new Map());
  }

  function putInPlace(side: Side, dataset: Dataset<Account | Customer>): void {
    const table = recordTables[side];
    database.exec(`DROP TABLE ${table}; ALTER TABLE next_${table} RENAME TO ${table}`);
    saveInfo.run(
      side,
      JSON.stringify(dataset.origin),
      dataset.exportedAt.toISOString(),
      JSON.stringify(dataset.problems),
    );
  }

  function* replacing(
    accounts: Dataset<Account>,
    customers: Dataset<Customer>,
    otherNames: OtherNames = noOtherNames,
  ): Generator<undefined, void> {
    const revision = reader.revision() + 1;
    const next = { salesforce: accounts, quickbooks: customers };
    const since = readInfo.get('salesforce')?.exported_at ?? null;
    const drift = since === null ? null : driftWriter(database, revision);
    for (const side of Side.options) yield* writeAside(side, next[side], revision, drift);
    database.transaction(() => {
      for (const side of Side.options) putInPlace(side, next[side]);
      names.replace(otherNames);
      saveMeta.run('records-revision', String(revision));
      saveMeta.run(outdatedKey, 'yes');
      if (since !== null) drift?.finish({ at: accounts.exportedAt, since });
    })();
  }

  const add = database.transaction((side: Side, records: readonly (Account | Customer)[]): void => {
    const revision = reader.revision() + 1;
    saveMeta.run('records-revision', String(revision));
    // Prepared anew each time: an export puts another table in this one's place.
    const insert = database.prepare(
      `INSERT INTO ${recordTables[side]} (id, record, revision) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET record = excluded.record, revision = excluded.revision`,
    );
    for (const record of records) insert.run(record.id, JSON.stringify(record), revision);
  });

  return {
    ...reader,
    replacing,
    replace(accounts, customers, otherNames) {
      for (const _ of replacing(accounts, customers, otherNames));
    },
    info(side) {
      const row = readInfo.get(side);
      if (row === undefined) return null;
      return {
        side,
        origin: originOf(row),
        exportedAt: row.exported_at,
        count: reader.size(side),
        problems: Problems.parse(JSON.parse(row.problems)),
      };
    },
    accounts: () => [...reader.accountBatches()].flat(),
    customers: () => [...reader.customerBatches()].flat(),
    addCustomer: (customer) => add('quickbooks', [customer]),
    addAccounts: (accounts) => add('salesforce', accounts),
    updateAccount: database.transaction((account: Account) => {
      const revision = reader.revision() + 1;
      saveMeta.run('records-revision', String(revision));
      update.run(JSON.stringify(account), revision, account.id);
    }),
  };
}
