import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** How high a row is and how high the headings above it are, in pixels; the style sheet says the same. */
export const rowHeight = 32;
const headerHeight = 28;
/** Rows rendered beyond those in sight, above and below. */
export const overscan = 6;

/** The rows from one to another, both included. */
export type RowRange = Pick<Range, 'startIndex' | 'endIndex'>;

/** How much of the rows is seen in a table that is so high, in pixels. */
export function seenHeight(tableHeight: number): number {
  return tableHeight - headerHeight;
}

/**
 * Where the table has to be scrolled to so that a row is whole in sight, in pixels; null where it is already. The
 * virtualizer would ask the element for its size, for which the browser lays the page out once more at every key.
 */
export function broughtIntoSight(index: number, scrolled: number, seen: number): number | null {
  const top = index * rowHeight;
  if (top < scrolled) return top;
  return seen > 0 && top + rowHeight > scrolled + seen ? top + rowHeight - seen : null;
}

/** The rows in sight in a table scrolled to there. */
export function rowsInSight(scrolled: number, seen: number, count: number): RowRange {
  return {
    startIndex: Math.max(0, Math.floor(scrolled / rowHeight)),
    endIndex: Math.min(count - 1, Math.ceil((scrolled + seen) / rowHeight)),
  };
}

/**
 * The rows to have in the page: those in sight, some around them, and the active one however far away it is, or the grid
 * would name a row that is not there.
 */
export function rowsInPage(inSight: RowRange, count: number, activeIndex: number): number[] {
  const rows = defaultRangeExtractor({ ...inSight, overscan, count });
  return activeIndex < 0 || rows.includes(activeIndex)
    ? rows
    : [...rows, activeIndex].sort((left, right) => left - right);
}

/** The element of the active row where that is far from all others. */
export const apart = -1;

/**
 * The number of the element in which a row is drawn, its React key: as many as rows are in the page at a time, so that a
 * row that comes takes over the element of one that leaves. New elements take the browser twice as long.
 *
 * The rows in sight may be more than are seen: while the table becomes lower, or where it has a scroll bar of its own.
 * Two rows in one element would leave a third in the page for ever.
 */
export function slotOf(index: number, { startIndex, endIndex }: RowRange, seen: number): number {
  const inSight = Math.max(Math.ceil(seen / rowHeight) + 2, endIndex - startIndex + 1);
  const slots = inSight + 2 * overscan;
  return index >= startIndex - overscan && index <= endIndex + overscan ? index % slots : apart;
}

/** Rows in the order of their elements. */
export function inSlots<Row extends { readonly slot: number }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => one.slot - other.slot);
}
