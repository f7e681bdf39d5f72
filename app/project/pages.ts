import type Database from 'better-sqlite3';

/**
 * Reads a table page by page: the statement gives the rows after a place, in the order of their places. A connection is
 * free between two pages, which one that is stepped through row by row is not. Begins after the place `from`.
 */
export function* pages<Row extends { readonly at: number }>(
  next: Database.Statement<[number], Row>,
  from = Number.MIN_SAFE_INTEGER,
): Generator<readonly Row[]> {
  let last = from;
  for (;;) {
    const page = next.all(last);
    const end = page.at(-1);
    if (end === undefined) return;
    yield page;
    last = end.at;
  }
}
