import type { ReviewRow } from '#shared/review.ts';

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

/**
 * The grid's columns as CSS `grid-template-columns`: the mark, Account, Customer, Score, Why, Balance, State. Texts share the
 * width by how long they are in these rows; numbers take what numbers need, and less where there are none.
 */
export function columnTemplate(rows: readonly ReviewRow[]): string {
  const account = usualLength(rows, (row) => row.accountName + row.accountPlace);
  const customer = usualLength(rows, (row) => row.customerName + row.customerPlace);
  const why = usualLength(rows, (row) => row.reason) * 0.75;
  const scored = rows.some((row) => row.score !== null);
  const balanced = rows.some((row) => row.balance !== null);
  const text = (share: number) => `minmax(100px, ${share}fr)`;
  return [
    '30px',
    text(account),
    text(customer),
    scored ? '92px' : '64px',
    text(why),
    balanced ? '84px' : '72px',
    '100px',
  ].join(' ');
}
