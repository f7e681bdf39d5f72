import type Database from 'better-sqlite3';
import type { Steps } from '#shared/steps.ts';

/** Rows that are written between two turns of others. */
const rowsAtOnce = 500;

/** Writes rows, a few hundred in a transaction; yields between two of them. */
export function* inserting<Row>(
  database: Database.Database,
  rows: Iterable<Row>,
  insert: (row: Row) => void,
): Steps<void> {
  const write = database.transaction((some: readonly Row[]) => {
    for (const row of some) insert(row);
  });
  let some: Row[] = [];
  for (const row of rows) {
    if (some.push(row) < rowsAtOnce) continue;
    write(some);
    some = [];
    yield;
  }
  write(some);
}
