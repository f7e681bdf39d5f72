import { guardFormula } from '#shared/formula-guard.ts';

/** What makes a cell need quotation marks (RFC 4180, and a lone line feed or carriage return, which readers take). */
const NEEDS_QUOTES = /[",\r\n]/;

/** A text as a cell of a CSV file; one that a spreadsheet would run as a formula is guarded. */
export function textCell(text: string): string {
  const guarded = guardFormula(text);
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
