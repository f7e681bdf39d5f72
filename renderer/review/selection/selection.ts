import type { AccountId } from '#shared/ids.ts';
import type { Places } from '../table/places.ts';

/**
 * The rows that a person chose, by account, so that they stay chosen when the table is sorted or filtered. Those of the
 * stretch that is being extended stand apart from those that were chosen before, so that extending it costs no more than
 * its own length.
 */
export interface Selection {
  readonly kept: ReadonlySet<AccountId>;
  /** Holds none of `kept`. */
  readonly stretch: ReadonlySet<AccountId>;
  /** The row from which a stretch is extended; null before one was begun. */
  readonly anchor: AccountId | null;
}

/** The rows as a table shows them, and the place of each. */
export interface Order {
  readonly rows: readonly { readonly accountId: AccountId }[];
  readonly places: Places;
}

const nobody: ReadonlySet<AccountId> = new Set();

export const noSelection: Selection = { kept: nobody, stretch: nobody, anchor: null };

/** How many rows are chosen. */
export function selectedCount({ kept, stretch }: Selection): number {
  return kept.size + stretch.size;
}

/** Whether a row is chosen. */
export function isSelected({ kept, stretch }: Selection, accountId: AccountId): boolean {
  return kept.has(accountId) || stretch.has(accountId);
}

/** The chosen accounts, in no particular order. */
export function selectedIds({ kept, stretch }: Selection): AccountId[] {
  return [...kept, ...stretch];
}

/** The selection with this row chosen, or without it if it was; the next stretch begins here. */
export function toggledRow(selection: Selection, accountId: AccountId): Selection {
  const kept = new Set(selectedIds(selection));
  if (!kept.delete(accountId)) kept.add(accountId);
  return { kept, stretch: nobody, anchor: accountId };
}

/** The selection with all of these rows, or without any of them if they were all chosen. */
export function toggledRows(selection: Selection, rows: Order['rows']): Selection {
  const kept = new Set(selectedIds(selection));
  const isAll = rows.every(({ accountId }) => kept.has(accountId));
  for (const { accountId } of rows) {
    if (isAll) kept.delete(accountId);
    else kept.add(accountId);
  }
  return { kept, stretch: nobody, anchor: rows[0]?.accountId ?? null };
}

/**
 * The selection with all rows from the anchor to `to`, in the place of the stretch before. Without an anchor in sight it
 * begins at `from`.
 */
export function extendedTo(selection: Selection, from: AccountId, to: AccountId, order: Order): Selection {
  const { rows, places } = order;
  const isHere = selection.anchor !== null && places.has(selection.anchor);
  const anchor = isHere && selection.anchor !== null ? selection.anchor : from;
  // A stretch whose anchor is out of sight is over: its rows stay.
  const kept = isHere || selection.stretch.size === 0 ? selection.kept : new Set(selectedIds(selection));
  const [start, end] = [places.get(anchor), places.get(to)];
  if (start === undefined || end === undefined) return selection;
  const stretch = new Set<AccountId>();
  for (let place = Math.min(start, end); place <= Math.max(start, end); place += 1) {
    const row = rows[place];
    if (row !== undefined && !kept.has(row.accountId)) stretch.add(row.accountId);
  }
  return { kept, stretch, anchor };
}

/** The selection with every row of the table. */
export function withAll(selection: Selection, { rows }: Order): Selection {
  const kept = new Set(selectedIds(selection));
  for (const { accountId } of rows) kept.add(accountId);
  return { kept, stretch: nobody, anchor: selection.anchor };
}

/** How many of the chosen rows the table does not show. */
export function hiddenCount(accounts: ReadonlySet<AccountId>, places: Places): number {
  let hidden = 0;
  for (const accountId of accounts) if (!places.has(accountId)) hidden += 1;
  return hidden;
}
