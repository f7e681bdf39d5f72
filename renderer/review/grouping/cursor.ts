import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';
import { type Move, moved } from '../table/movement.ts';
import type { Places } from '../table/places.ts';
import type { GroupedRows } from './grouped-rows.ts';
import { type Line, type Lines, linesOf } from './lines.ts';

/** The rows of the table in their order, and the place of each account's. */
export interface ShownRows {
  readonly grouped: GroupedRows;
  readonly places: Places;
}

/** Where the cursor is and what is folded; the review's view has these. */
export interface Cursor {
  readonly activeId: AccountId | null;
  readonly activeGroup: CustomerId | null;
  readonly folded: ReadonlySet<CustomerId>;
}

/** The line that the cursor is on; -1 where it is on none. A row that is folded away is where its group's heading is. */
export function cursorLine(
  { grouped, places }: ShownRows,
  { activeId, activeGroup, folded }: Cursor,
): number {
  const lines = linesOf(grouped, folded);
  if (activeGroup !== null) return lines.headingOf(activeGroup);
  const index = activeId === null ? -1 : (places.get(activeId) ?? -1);
  const line = lines.lineOf(index);
  const group = line === -1 && index >= 0 ? lines.groupOf(index) : null;
  return group === null ? line : lines.headingOf(group.id);
}

/**
 * The line that a move of the cursor leads to; undefined where it leads nowhere. `isOpen` says of the row in a place whether
 * it is undecided; such rows are found in folded groups, too.
 */
export function movedLine(
  move: Move,
  page: number,
  shown: ShownRows,
  cursor: Cursor,
  isOpen: (index: number) => boolean,
): Line | undefined {
  const { rows } = shown.grouped;
  const lines = linesOf(shown.grouped, cursor.folded);
  if (move === 'next-open' || move === 'previous-open') {
    const group = cursor.activeGroup === null ? null : lines.groupBy(cursor.activeGroup);
    const from = placeBefore(move, group?.start, shown, cursor);
    const index = moved(move, from, rows.length, page, isOpen);
    const isNowhere = index === from || !isOpen(index);
    return group !== null && isNowhere ? undefined : lines.rowIn(index);
  }
  return lines.at(moved(move, cursorLine(shown, cursor), lines.count, page, isOpen));
}

/** The place of the row from which the next undecided one is looked for; a heading stands just above its first. */
function placeBefore(
  move: Move,
  start: number | undefined,
  { places }: ShownRows,
  { activeId }: Cursor,
): number {
  if (start !== undefined) return move === 'next-open' ? start - 1 : start;
  return activeId === null ? -1 : (places.get(activeId) ?? -1);
}

/** The account that a move leads to as rows are chosen with it; headings on the way are passed over. */
export function movedAccount(move: Move, page: number, shown: ShownRows, cursor: Cursor): AccountId | null {
  const lines = linesOf(shown.grouped, cursor.folded);
  const from = cursorLine(shown, cursor);
  const to = moved(move, from, lines.count, page, () => true);
  const onwards = to < from ? -1 : 1;
  const line = rowFrom(lines, to, onwards) ?? rowFrom(lines, to, -onwards);
  return line?.row.accountId ?? null;
}

function rowFrom(lines: Lines, from: number, step: number): Extract<Line, { kind: 'row' }> | null {
  for (let at = from; at >= 0 && at < lines.count; at += step) {
    const line = lines.at(at);
    if (line?.kind === 'row') return line;
  }
  return null;
}

/** The rows of the group whose heading the cursor is on; none while it is on a row. */
export function activeRows({ grouped }: ShownRows, { activeGroup, folded }: Cursor): readonly ReviewRow[] {
  const group = activeGroup === null ? null : linesOf(grouped, folded).groupBy(activeGroup);
  return group === null ? [] : grouped.rows.slice(group.start, group.end);
}
