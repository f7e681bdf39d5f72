import { AppError } from '#shared/errors.ts';
import { IdTable } from './id-table.ts';
import { rowsText } from './problems.ts';

const SHOWN = 5;

/** Finds out whether two rows of a file have the same id. */
export class UniqueIds {
  readonly #sameAs: (id: string) => string;
  readonly #table = new IdTable();
  readonly #doubled = new Map<string, { id: string; rows: number[] }>();

  /** `sameAs` gives what is compared. */
  constructor(sameAs: (id: string) => string = (id) => id) {
    this.#sameAs = sameAs;
  }

  /** Adds the id of a row, each row once, and tells whether no row before had it. */
  add(id: string, row: number): boolean {
    const key = this.#sameAs(id);
    const first = this.#table.add(key, row);
    if (first === row) return true;
    const seen = this.#doubled.get(key) ?? { id, rows: [first] };
    seen.rows.push(row);
    this.#doubled.set(key, seen);
    return false;
  }

  has(id: string): boolean {
    return this.#table.has(this.#sameAs(id));
  }

  /** Errors: `file-duplicate-ids` when an id came twice, naming the first few ids with their rows. */
  require(path: string): void {
    const doubled = this.#doubled;
    if (doubled.size === 0) return;
    const shown = [...doubled.values()]
      .slice(0, SHOWN)
      .map((one) => `${one.id} (${rowsText(one.rows.slice(0, SHOWN), one.rows.length)})`)
      .join('; ');
    const more = doubled.size > SHOWN ? `; and ${(doubled.size - SHOWN).toLocaleString('en-US')} more` : '';
    throw new AppError('file-duplicate-ids', { path, ids: `${shown}${more}` });
  }
}
