import type Database from 'better-sqlite3';
import type { Side } from '#shared/datasets.ts';
import type { DriftKind, Fate, FieldChange } from '#shared/drift.ts';
import { accountFields, changedFields, customerFields, type RecordField } from '#shared/record-fields.ts';
import { Account, Customer } from '#shared/records.ts';
import { pages } from './pages.ts';
import { recordTables } from './record-tables.ts';

/** What is told of an export once it stands. */
interface ExportMade {
  readonly at: Date;
  readonly since: string;
}

/**
 * Writes down what an export finds against the one before. Nothing of it is seen until `finish`, which belongs into the
 * transaction that puts the export in its place.
 */
export interface DriftWriter {
  /** Takes in a record of the new export and what it was before, as stored. */
  compare(side: Side, record: Account | Customer, before: string | null): void;
  /** Takes in the former records that the new export, which lies in the tables `next_…`, no longer has. */
  gone(side: Side, fates: ReadonlyMap<string, Fate>): Generator<undefined, void>;
  finish(made: ExportMade): void;
}

/** A writer for the export of this number. */
export function driftWriter(database: Database.Database, number: number): DriftWriter {
  // An export that broke off may have left some under the same number.
  database.exec('DELETE FROM drift WHERE export NOT IN (SELECT number FROM exports)');
  const insert = database.prepare(
    'INSERT INTO drift (export, side, kind, id, name, changes, fate) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const write = (
    side: Side,
    kind: DriftKind,
    record: Account | Customer,
    changes: FieldChange[],
    fate: Fate,
  ) =>
    insert.run(number, side, kind, record.id, nameOf(record), JSON.stringify(changes), JSON.stringify(fate));

  return {
    compare(side, record, before) {
      if (before === null) {
        write(side, 'new', record, [], { kind: 'unknown' });
        return;
      }
      const changes = changesOf(JSON.parse(before), record);
      if (changes.length > 0) write(side, 'changed', record, changes, { kind: 'unknown' });
    },
    *gone(side, fates) {
      const table = recordTables[side];
      const former = database.prepare<[number], { at: number; record: string }>(
        `SELECT position AS at, record FROM ${table} WHERE position > ?
         AND id NOT IN (SELECT id FROM next_${table}) ORDER BY position LIMIT 1000`,
      );
      const batch = database.transaction((page: readonly { record: string }[]) => {
        for (const { record: text } of page) {
          const record = recordOf(side, JSON.parse(text));
          write(side, 'gone', record, saidBy(record), fates.get(record.id) ?? { kind: 'unknown' });
        }
      });
      for (const page of pages(former)) {
        batch(page);
        yield;
      }
    },
    finish({ at, since }) {
      database
        .prepare('INSERT INTO exports (number, at, since) VALUES (?, ?, ?)')
        .run(number, at.toISOString(), since);
    },
  };
}

function changesOf(before: unknown, after: Account | Customer): FieldChange[] {
  return 'displayName' in after
    ? changedFields(customerFields, Customer.parse(before), after)
    : changedFields(accountFields, Account.parse(before), after);
}

function recordOf(side: Side, stored: unknown): Account | Customer {
  return side === 'salesforce' ? Account.parse(stored) : Customer.parse(stored);
}

function nameOf(record: Account | Customer): string {
  return 'displayName' in record ? record.displayName : record.name;
}

/** All that a record said, field by field: whether it says the same when it comes back is seen by it. */
function saidBy(record: Account | Customer): FieldChange[] {
  const gone = <T>(fields: readonly RecordField<T>[], of: T): FieldChange[] =>
    fields.map(({ name, textOf }) => ({ field: name, before: textOf(of), after: '' }));
  return 'displayName' in record ? gone(customerFields, record) : gone(accountFields, record);
}
