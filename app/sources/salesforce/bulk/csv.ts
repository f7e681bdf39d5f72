import { RowScanner } from '../../files/csv/row-scanner.ts';
import { linkFields } from '../fields.ts';

/** The columns of an upload: the two link fields, and nothing else. */
export const linkColumns = ['Id', linkFields.customerId, linkFields.syncToken] as const;

/** What empties a field; a blank cell would leave it as it is. */
const blank = '#N/A';
/** Longer than any row of a result, in which Salesforce repeats what was sent and says what was wrong. */
const longestRow = 200_000;

/**
 * Rows as Bulk API 2.0 takes them: commas, lines ended by LF, UTF-8; what is blank empties its field.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datafiles_csv_valid_record_rows.htm
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\n`).join('');
}

function cellOf(text: string): string {
  if (text === '') return blank;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows of a result, each by the columns of its heading. */
export function recordsIn(text: string): ReadonlyMap<string, string>[] {
  const [heading = [], ...rows] = new RowScanner(',', longestRow).push(text, true);
  return rows
    .filter((cells) => cells.length > 1 || cells[0] !== '')
    .map((cells) => new Map(heading.map((name, at) => [name, cells[at] ?? ''])));
}
