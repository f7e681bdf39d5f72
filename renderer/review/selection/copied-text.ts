import { guardFormula } from '#shared/formula-guard.ts';

/** What a copied column is headed with, and its text of a row. */
export interface CopiedColumn<T> {
  readonly heading: string;
  readonly textOf: (row: T) => string;
}

/** A number by itself is no formula, whatever its sign. */
const plainNumber = /^-?\d+(\.\d+)?$/;

/** A text on one line of one cell: what would begin another cell or row becomes a space. */
function cellText(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ').trim();
  return plainNumber.test(line) ? line : guardFormula(line);
}

/**
 * The rows as tab-separated text that a spreadsheet takes in, one a line, under the columns' headings where there is more
 * than one row. What a spreadsheet would run as a formula gets an apostrophe.
 */
export function copiedText<T>(rows: readonly T[], columns: readonly CopiedColumn<T>[]): string {
  const lines = rows.map((row) => columns.map(({ textOf }) => cellText(textOf(row))).join('\t'));
  const headings = columns.map(({ heading }) => heading).join('\t');
  return (rows.length > 1 ? [headings, ...lines] : lines).join('\n');
}
