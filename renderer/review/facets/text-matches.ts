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

/** A text that was typed, and for each row 1 if it holds every word of it. */
interface Step {
  readonly text: string;
  readonly matches: Uint8Array;
}

/**
 * What was typed one letter after another: each text begins with the one before, and so matches none but rows of its. The
 * table and the counts beside it ask for the same, and who takes a letter back is where they were.
 */
let typed: { readonly rows: readonly ReviewRow[]; readonly steps: Step[] } | null = null;

/** For each row 1 if it holds every word of the text, else 0; null if the text has no word. */
export function textMatches(rows: readonly ReviewRow[], text: string): Uint8Array | null {
  const sought = folded(text);
  const words = sought.split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  if (typed?.rows !== rows) typed = { rows, steps: [] };
  const { steps } = typed;
  while (steps.length > 0 && !sought.startsWith(steps.at(-1)?.text ?? '')) steps.pop();
  const before = steps.at(-1);
  if (before?.text === sought) return before.matches;
  const matches = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    if (before !== undefined && before.matches[index] === 0) return;
    const own = searchText(row);
    if (words.every((word) => own.includes(word))) matches[index] = 1;
  });
  steps.push({ text: sought, matches });
  return matches;
}
