import type { ReviewRow } from '#shared/review.ts';
import { type ColumnId, type ColumnLayout, visibleColumns } from './layout.ts';

/** Rows looked at, evenly spread, to size the columns: enough to be right, few enough not to be felt. */
const sampleSize = 400;

/** A column's share is the length, in characters, that nine rows in ten stay within, between these. */
const least = 10;
const most = 36;

function usualLength(rows: readonly ReviewRow[], textOf: (row: ReviewRow) => string): number {
  const step = Math.max(1, Math.floor(rows.length / sampleSize));
  const lengths: number[] = [];
  for (let index = 0; index < rows.length; index += step) {
    const row = rows[index];
    if (row !== undefined) lengths.push(textOf(row).length);
  }
  lengths.sort((left, right) => left - right);
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return Math.min(most, Math.max(least, usual));
}

/** A column as the table lays it out. */
export interface ColumnTrack {
  readonly id: ColumnId;
  /** The width below which it does not shrink, in pixels. */
  readonly least: number;
  readonly pinned: boolean;
  /** How its cells are laid out: a column of a row is a flexible item, and a pinned one has its distance from the left. */
  readonly style: { readonly flex: string; readonly minWidth: number; readonly left?: number };
}

/** The width of the column with the check marks. */
export const markWidth = 30;
const leastTextWidth = 100;
/** The reason is told in full beside the table; names have to be told apart in it. */
const leastReasonWidth = 72;
/** A pinned column cannot share the width with the others, since the next one has to know where it ends. */
const pinnedTextWidth = 220;

/**
 * The columns in sight from left to right. Texts share the width by how long they are in these rows; numbers take what
 * numbers need, and less where there are none; what a person resized is as wide as the person made it.
 */
export function columnTracks(rows: readonly ReviewRow[], layout: ColumnLayout): readonly ColumnTrack[] {
  const fixed: Partial<Record<ColumnId, number>> = {
    score: rows.some((row) => row.score !== null) ? 104 : 64,
    balance: rows.some((row) => row.balance !== null) ? 80 : 72,
    state: 92,
    'account-city': 120,
    'customer-city': 120,
    'customer-status': 110,
    band: 84,
    rivals: 64,
    'account-id': 164,
    'customer-id': 100,
  };
  let left = markWidth;
  return visibleColumns(layout).map((id) => {
    const pinned = layout.pinned.includes(id);
    const width = layout.widths[id] ?? fixed[id] ?? (pinned ? pinnedTextWidth : undefined);
    const least = width ?? (id === 'why' ? leastReasonWidth : leastTextWidth);
    // From the least width, not from nothing: a cell's padding would count, which its heading does not have.
    const flex = width === undefined ? `${textShare(rows, id)} 1 ${least}px` : `0 0 ${width}px`;
    const track = { id, least, pinned, style: { flex, minWidth: least, ...(pinned ? { left } : {}) } };
    left += least;
    return track;
  });
}

function textShare(rows: readonly ReviewRow[], id: ColumnId): number {
  if (id === 'account') return usualLength(rows, (row) => row.accountName + row.accountPlace);
  if (id === 'customer') return usualLength(rows, (row) => row.customerName + row.customerPlace);
  return usualLength(rows, (row) => row.reason) * 0.7;
}
