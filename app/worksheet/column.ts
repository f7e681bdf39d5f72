import { excelText } from './excel-text.ts';

/**
 * How the cells of a column are stored and shown. A `decision` and a `customer-decision` are texts to be chosen from a list,
 * an `entry` is text that a person may write over, `wrapped` text goes on in further lines, `bits` are a weight with its sign.
 */
export type ColumnKind =
  | 'text'
  | 'entry'
  | 'wrapped'
  | 'decision'
  | 'customer-decision'
  | 'flag'
  | 'count'
  | 'percent'
  | 'bits'
  | 'money'
  | 'date';

/** A text that opens a page. */
export interface CellLink {
  readonly text: string;
  readonly address: string;
}

/** What a cell holds; null leaves it empty. */
export type CellValue = string | number | boolean | Date | CellLink | null;

/** Which system a column is about; it colours the heading. */
export type ColumnSide = 'salesforce' | 'quickbooks' | 'result';

/**
 * What the cells of a column are coloured by; the word that the colour stands for is always in the cell, too. `doubt` marks
 * whatever is filled in.
 */
export type ColumnColours = 'band' | 'decision' | 'state' | 'bits' | 'doubt';

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
  readonly colours?: ColumnColours;
  /** The currency of an amount, as its code. */
  readonly currency?: (row: R) => string;
}

/** A value as a cell stores it, without the page that it may open. Text always stays text, whatever it begins with. */
export function cellValue(value: CellValue): Exclude<CellValue, CellLink> {
  const plain = isLink(value) ? value.text : value;
  if (typeof plain !== 'string') return plain;
  return plain === '' ? null : excelText(plain);
}

/** Whether a value opens a page. */
export function isLink(value: CellValue): value is CellLink {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

/** The moment that an ISO 8601 text names, null for any other text. */
export function momentOf(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const moment = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(moment.getTime()) ? null : moment;
}
