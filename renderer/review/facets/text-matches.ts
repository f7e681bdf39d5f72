import type { ReviewRow } from '#shared/review.ts';

const searchTexts = new WeakMap<ReviewRow, string>();

/** Text without case and accents, so that "pena" finds "Peña". */
export function folded(text: string): string {
  const plain = /^[\n\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.toLowerCase();
}

/** Prepares rows for the text filter, which then answers the first letter as fast as every other. */
export function prepareFilter(rows: readonly ReviewRow[]): void {
  for (const row of rows) searchText(row);
}

function searchText(row: ReviewRow): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const { accountName, accountPlace, customerName, customerPlace, reason } = row;
  const text = folded([accountName, accountPlace, customerName, customerPlace, reason].join('\n'));
  searchTexts.set(row, text);
  return text;
}

/** The table and the counts beside it ask for the same. */
let last: { rows: readonly ReviewRow[]; text: string; matches: Uint8Array } | null = null;

/** For each row 1 if it holds every word of the text, else 0; null if the text has no word. */
export function textMatches(rows: readonly ReviewRow[], text: string): Uint8Array | null {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  if (last?.rows === rows && last.text === text) return last.matches;
  const matches = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    const own = searchText(row);
    matches[index] = words.every((word) => own.includes(word)) ? 1 : 0;
  });
  last = { rows, text, matches };
  return matches;
}
