import type { CustomerId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';

/** Rows whose customers belong together in QuickBooks, by the highest of these: `rows` from `start` up to before `end`. */
export interface TreeGroup {
  readonly id: CustomerId;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Rows in the order in which the table shows them: first those of each group, then those of none. */
export interface GroupedRows {
  readonly rows: readonly ReviewRow[];
  readonly groups: readonly TreeGroup[];
}

/** The group of a row that is in none. */
const none = -1;

/** Rows as they are, in no group. */
export function ungrouped(rows: readonly ReviewRow[]): GroupedRows {
  return { rows, groups: [] };
}

/**
 * Rows by the tree of their customers. A group stands where the first of its rows does among the groups, and rows keep
 * their order within it; those that belong to no tree, or are alone of theirs, come after all groups. Done by hand, since the table library's own
 * grouping makes objects of every row and takes some fifteen times as long over a hundred thousand.
 */
export function groupedByTree(rows: readonly ReviewRow[]): GroupedRows {
  const ordinals = new Map<CustomerId, number>();
  const found: { id: CustomerId; name: string; count: number }[] = [];
  const ofRows = new Int32Array(rows.length).fill(none);
  rows.forEach(({ tree }, index) => {
    if (tree === null) return;
    const known = ordinals.get(tree.id);
    const ordinal = known ?? found.push({ id: tree.id, name: tree.name, count: 0 }) - 1;
    if (known === undefined) ordinals.set(tree.id, ordinal);
    const group = found[ordinal];
    if (group !== undefined) group.count += 1;
    ofRows[index] = ordinal;
  });
  let start = 0;
  const groups: TreeGroup[] = [];
  /** The place of the next row of each tree; nothing for a tree of one row, which needs no heading. */
  const next = found.map(({ id, name, count }): number | null => {
    if (count === 1) return null;
    groups.push({ id, name, start, end: start + count });
    start += count;
    return start - count;
  });
  const grouped = [...rows];
  rows.forEach((row, index) => {
    const ordinal = ofRows[index] ?? none;
    const place = next[ordinal] ?? null;
    if (place !== null) next[ordinal] = place + 1;
    grouped[place ?? start++] = row;
  });
  return { rows: grouped, groups };
}
