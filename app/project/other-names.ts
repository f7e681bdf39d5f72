import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type OtherName, type OtherNameCounts, OtherNameKind, type OtherNames } from '#shared/other-names.ts';

const Row = z.object({ id: z.string(), displayName: z.string(), active: z.literal([0, 1]) });

/** The names of QuickBooks' vendors and employees; null for a kind that was not read at the last export. */
export interface OtherNameStore {
  /** All names of a kind, in the order in which they were given. */
  of(kind: OtherNameKind): OtherName[] | null;
  counts(): OtherNameCounts;
  /** Puts these names in place of all former ones. Part of the transaction that replaces the datasets. */
  replace(names: OtherNames): void;
}

/** The store of names over an open project database. */
export function otherNameStore(database: Database.Database): OtherNameStore {
  const isRead = database.prepare<[string], number>('SELECT 1 FROM other_name_lists WHERE kind = ?').pluck();
  const count = database.prepare<[string], number>('SELECT count(*) FROM other_names WHERE kind = ?').pluck();
  const select = database.prepare(
    'SELECT id, display_name AS displayName, active FROM other_names WHERE kind = ? ORDER BY CAST(id AS INTEGER)',
  );
  const insertList = database.prepare('INSERT INTO other_name_lists (kind) VALUES (?)');
  const insert = database.prepare(
    'INSERT INTO other_names (kind, id, display_name, active) VALUES (?, ?, ?, ?)',
  );
  const countOf = (kind: OtherNameKind) => (isRead.get(kind) === undefined ? null : (count.get(kind) ?? 0));
  return {
    of(kind) {
      if (isRead.get(kind) === undefined) return null;
      return Row.array()
        .parse(select.all(kind))
        .map((row) => ({ ...row, active: row.active === 1 }));
    },
    counts: () => ({ vendor: countOf('vendor'), employee: countOf('employee') }),
    replace: database.transaction((names: OtherNames) => {
      database.exec('DELETE FROM other_names; DELETE FROM other_name_lists');
      for (const kind of OtherNameKind.options) {
        const read = names[kind];
        if (read === null) continue;
        insertList.run(kind);
        for (const { id, displayName, active } of read) insert.run(kind, id, displayName, Number(active));
      }
    }),
  };
}
