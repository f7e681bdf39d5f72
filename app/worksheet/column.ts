import { excelText } from './excel-text.ts';

/**
 * How the cells of a column are stored and shown; a `decision` is text to be chosen from a list, `wrapped` text goes on in
 * further lines, and a `link` leads to a page.
 */
export type ColumnKind =
  | 'text'
  | 'wrapped'
  | 'link'
  | 'decision'
  | 'flag'
  | 'count'
  | 'percent'
  | 'money'
  | 'date';

/** An id that leads to its record's page at a service, as `record-pages.ts` gives it. */
export interface CellLink {
  readonly text: string;
  readonly address: string;
}

/** What a cell holds; null leaves it empty. */
export type CellValue = string | number | boolean | Date | CellLink | null;

/** Which system a column is about; it colours the heading. */
export type ColumnSide = 'salesforce' | 'quickbooks' | 'result';

/** One column of a sheet, filled from rows of type `R`. A blank value leaves its cell empty. */
export interface SheetColumn<R> {
  readonly heading: string;
  readonly side: ColumnSide;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
  readonly value: (row: R) => CellValue;
}

/** What a cell stores: a value, or a link as the formula that opens it. */
type StoredValue = Exclude<CellValue, CellLink> | { readonly formula: string; readonly result: string };

/**
 * A value as a cell stores it. Text always stays text, whatever it begins with. Links are the one formula there is: Excel
 * refuses a sheet with more than 65,530 links of the other kind.
 */
export function cellValue(value: CellValue): StoredValue {
  if (typeof value === 'string') return value === '' ? null : excelText(value);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const { text, address } = value;
  return { formula: `HYPERLINK("${quoted(address)}","${quoted(text)}")`, result: excelText(text) };
}

const quoted = (text: string): string => text.replaceAll('"', '""');

/** The moment that an ISO 8601 text names, null for any other text. */
export function momentOf(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const moment = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(moment.getTime()) ? null : moment;
}
