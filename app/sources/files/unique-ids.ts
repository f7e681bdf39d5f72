import { AppError } from '#shared/errors.ts';
import { grown, hashOf, IdTable } from './id-table.ts';
import { rowsText } from './problems.ts';

const SHOWN = 5;

/** Finds out whether two rows of a file have the same id, and whether they mean the same record. */
export class UniqueIds {
  readonly #sameAs: (id: string) => string;
  readonly #table = new IdTable();
  readonly #doubled = new Map<string, { id: string; rows: number[] }>();
  /** By the row that came first with an id: a hash of the name in it. */
  #names = new Int32Array(1 << 10);

  /** `sameAs` gives what is compared. */
  constructor(sameAs: (id: string) => string = (id) => id) {
    this.#sameAs = sameAs;
  }

  /**
   * Adds the id of a row, each row once, with the name beside it: `first` when no row before had the id, `again` when one
   * had it with the same name, `other` when it had another name. Of the last kind `require` complains.
   */
  add(id: string, name: string, row: number): 'first' | 'again' | 'other' {
    const key = this.#sameAs(id);
    const first = this.#table.add(key, row);
    const hash = hashOf(name);
    if (first === row) {
      if (row >= this.#names.length) this.#names = grown(this.#names, new Int32Array(row * 2));
      this.#names[row] = hash;
      return 'first';
    }
    if (this.#names[first] === hash) return 'again';
    const seen = this.#doubled.get(key) ?? { id, rows: [first] };
    seen.rows.push(row);
    this.#doubled.set(key, seen);
    return 'other';
  }

  has(id: string): boolean {
    return this.#table.has(this.#sameAs(id));
  }

  /**
   * Errors: `file-duplicate-ids` when an id came with two names, naming the first few ids with their rows; `key` is what
   * the file has for an id.
   */
  require(path: string, key: 'id' | 'name'): void {
    const doubled = this.#doubled;
    if (doubled.size === 0) return;
    const shown = [...doubled.values()]
      .slice(0, SHOWN)
      .map((one) => `${one.id} (${rowsText(one.rows.slice(0, SHOWN), one.rows.length)})`)
      .join('; ');
    const more = doubled.size > SHOWN ? `; and ${(doubled.size - SHOWN).toLocaleString('en-US')} more` : '';
    throw new AppError('file-duplicate-ids', { path, key, ids: `${shown}${more}` });
  }
}
