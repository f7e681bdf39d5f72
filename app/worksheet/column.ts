import { excelText } from './excel-text.ts';

/** How the cells of a column are stored and shown; a `decision` and a `customer-decision` are text to be chosen from a list. */
export type ColumnKind =
  | 'text'
  | 'decision'
  | 'customer-decision'
  | 'flag'
  | 'count'
  | 'percent'
  | 'money'
  | 'date';

/** What a cell holds; null leaves it empty. */
export type CellValue = string | number | boolean | Date | null;

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
  /** For the program, not for people. */
  readonly hidden?: boolean;
}

/** A value as a cell stores it. Text always stays text, whatever it begins with. */
export function cellValue(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  return value === '' ? null : excelText(value);
}

/** The moment that an ISO 8601 text names, null for any other text. */
export function momentOf(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const moment = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(moment.getTime()) ? null : moment;
}
