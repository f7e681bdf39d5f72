import type { CustomerId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';
import type { GroupedRows, TreeGroup } from './grouped-rows.ts';

/** Where a line stands in the tree of groups and rows: its level, and the how-manieth it is of those beside it. */
interface TreePlace {
  readonly level: 1 | 2;
  readonly position: number;
  readonly siblings: number;
}

/** What stands on a line of the table. `row` and `index` are an account's and its place among all rows, folded ones too. */
export type Line =
  | {
      readonly kind: 'row';
      readonly row: ReviewRow;
      readonly index: number;
      readonly group: TreeGroup | null;
      readonly place: TreePlace;
    }
  | {
      readonly kind: 'group';
      readonly group: TreeGroup;
      readonly folded: boolean;
      readonly place: TreePlace;
    };

/** The lines of the table from top to bottom: the rows, above each group its heading, without what is folded. */
export interface Lines {
  readonly count: number;
  at(line: number): Line | undefined;
  /** The row in this place among all rows, which may be folded away. */
  rowIn(index: number): Extract<Line, { kind: 'row' }> | undefined;
  /** The line of the row in this place; -1 while it is folded away. */
  lineOf(index: number): number;
  /** The line of a group's heading; -1 for a group that is not here. */
  headingOf(group: CustomerId): number;
  /** The group of the row in this place; null for a row of none. */
  groupOf(index: number): TreeGroup | null;
  groupBy(id: CustomerId): TreeGroup | null;
}

const known = new WeakMap<GroupedRows, { readonly folded: ReadonlySet<CustomerId>; readonly lines: Lines }>();

/**
 * The lines of grouped rows, made once for what is folded. Only groups are counted, and a line is worked out when it is
 * asked for, so that folding one among a hundred thousand rows is not felt.
 */
export function linesOf(grouped: GroupedRows, folded: ReadonlySet<CustomerId>): Lines {
  const made = known.get(grouped);
  if (made?.folded === folded) return made.lines;
  const lines = makeLines(grouped, folded);
  known.set(grouped, { folded, lines });
  return lines;
}

function makeLines({ rows, groups }: GroupedRows, folded: ReadonlySet<CustomerId>): Lines {
  const headings = new Int32Array(groups.length);
  const ordinals = new Map<CustomerId, number>();
  let next = 0;
  groups.forEach(({ id, start, end }, ordinal) => {
    headings[ordinal] = next;
    ordinals.set(id, ordinal);
    next += 1 + (folded.has(id) ? 0 : end - start);
  });
  const inGroups = groups.at(-1)?.end ?? 0;
  const ungroupedFrom = next;

  const onTop = groups.length + rows.length - inGroups;
  const groupOf = (index: number): TreeGroup | null =>
    index >= inGroups
      ? null
      : (groups[lastWithin(groups.length, (at) => (groups[at]?.start ?? 0) <= index)] ?? null);
  const rowIn = (index: number): Extract<Line, { kind: 'row' }> | undefined => {
    const row = rows[index];
    if (row === undefined) return undefined;
    const group = groupOf(index);
    const place: TreePlace =
      group === null
        ? { level: 1, position: groups.length + index - inGroups + 1, siblings: onTop }
        : { level: 2, position: index - group.start + 1, siblings: group.end - group.start };
    return { kind: 'row', row, index, group, place };
  };

  return {
    count: ungroupedFrom + rows.length - inGroups,
    at(line) {
      if (line >= ungroupedFrom) return rowIn(inGroups + line - ungroupedFrom);
      const ordinal = lastWithin(groups.length, (at) => (headings[at] ?? 0) <= line);
      const group = groups[ordinal];
      if (group === undefined) return undefined;
      const below = line - (headings[ordinal] ?? 0);
      if (below > 0) return rowIn(group.start + below - 1);
      const place: TreePlace = { level: 1, position: ordinal + 1, siblings: onTop };
      return { kind: 'group', group, folded: folded.has(group.id), place };
    },
    rowIn,
    lineOf(index) {
      if (index < 0) return -1;
      const group = groupOf(index);
      if (group === null) return ungroupedFrom + index - inGroups;
      const heading = headings[ordinals.get(group.id) ?? 0] ?? 0;
      return folded.has(group.id) ? -1 : heading + 1 + index - group.start;
    },
    headingOf: (id) => headings[ordinals.get(id) ?? -1] ?? -1,
    groupOf,
    groupBy: (id) => groups[ordinals.get(id) ?? -1] ?? null,
  };
}

/** The last of `count` places for which something holds that holds from the first on; -1 for none. */
function lastWithin(count: number, holds: (at: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
