import type { AccountId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';

/** All rows of the review as they stand now, and where each account's row is. */
export interface RowTable {
  readonly rows: readonly ReviewRow[];
  readonly positions: ReadonlyMap<AccountId, number>;
}

/** Lays rows out for finding them by account. */
export function rowTable(rows: readonly ReviewRow[]): RowTable {
  return { rows, positions: new Map(rows.map(({ accountId }, position) => [accountId, position])) };
}

/** The row of an account; undefined for an account that the review does not know. */
export function rowOf({ rows, positions }: RowTable, accountId: AccountId): ReviewRow | undefined {
  const position = positions.get(accountId);
  return position === undefined ? undefined : rows[position];
}

/** The table with the changed rows in the place of the old ones; a row not seen before is put at the end. */
export function withRows(table: RowTable, changed: readonly ReviewRow[]): RowTable {
  if (changed.length === 0) return table;
  const rows = [...table.rows];
  const added = changed.filter((row) => {
    const position = table.positions.get(row.accountId);
    if (position !== undefined) rows[position] = row;
    return position === undefined;
  });
  return added.length === 0 ? { rows, positions: table.positions } : rowTable([...rows, ...added]);
}
