import type { Columns } from './columns/find-columns.ts';
import type { Row } from './rows.ts';

/** One row of a table by field. Cells come without white space around them. */
export class TableRow<F extends string> {
  readonly number: number;
  readonly #cells: readonly string[];
  readonly #columns: Columns<F>;

  constructor({ number, cells }: Row, columns: Columns<F>) {
    this.number = number;
    this.#cells = cells;
    this.#columns = columns;
  }

  /** Whether the file has a column for the field. */
  has(field: F): boolean {
    return this.#columns[field].length > 0;
  }

  /** The first filled cell of the field, `''` where there is none. */
  text(field: F): string {
    for (const column of this.#columns[field]) {
      const text = (this.#cells[column] ?? '').trim();
      if (text !== '') return text;
    }
    return '';
  }

  /** All filled cells of the field. */
  texts(field: F): string[] {
    const found: string[] = [];
    for (const column of this.#columns[field]) {
      const text = (this.#cells[column] ?? '').trim();
      if (text !== '') found.push(text);
    }
    return found;
  }
}
