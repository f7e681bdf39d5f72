import { unguardFormula } from '#shared/formula-guard.ts';
import type { Columns } from './columns/find-columns.ts';
import type { Row } from './rows.ts';

/** What a row holds of one field. */
export type FieldOf<T> = (row: Row) => T;

/**
 * The fields of a table, each looked up once for all of its rows. Cells come without white space around them, and without
 * the apostrophe that guards a spreadsheet against formulas.
 */
export class Fields<F extends string> {
  readonly #columns: Columns<F>;
  readonly #headings: readonly string[];

  constructor(columns: Columns<F>, headings: readonly string[]) {
    this.#columns = columns;
    this.#headings = headings;
  }

  /** Whether the file has a column for the field. */
  has(field: F): boolean {
    return this.#columns[field].length > 0;
  }

  /** The heading of the field's first column, `''` where the file has none. */
  heading(field: F): string {
    return this.#headings[this.#columns[field][0] ?? -1]?.trim() ?? '';
  }

  /** The first filled cell of the field, `''` where there is none. */
  text(field: F): FieldOf<string> {
    const columns = this.#columns[field];
    const [first, ...others] = columns;
    if (first === undefined) return () => '';
    if (others.length === 0) return ({ cells }) => trimmed(cells[first]);
    return ({ cells }) => {
      for (const column of columns) {
        const text = trimmed(cells[column]);
        if (text !== '') return text;
      }
      return '';
    };
  }

  /** All filled cells of the field. */
  texts(field: F): FieldOf<string[]> {
    const columns = this.#columns[field];
    if (columns.length === 0) return () => [];
    return ({ cells }) => {
      const found: string[] = [];
      for (const column of columns) {
        const text = trimmed(cells[column]);
        if (text !== '') found.push(text);
      }
      return found;
    };
  }
}

const APOSTROPHE = 0x27;

/** The cell without white space around it; nearly all have none, which two looks tell sooner than `trim`. */
function trimmed(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  const first = cell.charCodeAt(0);
  if (first === APOSTROPHE) return unguardFormula(cell).trim();
  return isPlain(first) && isPlain(cell.charCodeAt(cell.length - 1)) ? cell : cell.trim();
}

function isPlain(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}
