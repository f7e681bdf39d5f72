/** What a spreadsheet takes for the beginning of a formula when it opens a CSV file (OWASP, "CSV Injection"). */
const GUARDED = /^'*[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;

/**
 * A text for a cell of a CSV file that a person may open in a spreadsheet: one apostrophe is put before what would
 * run as a formula. Nothing else is touched, so the ids of both services always stay as they are.
 */
export function guardFormula(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** Takes off what {@link guardFormula} put on: `unguardFormula(guardFormula(text)) === text` for every text. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text;
}
