import { idOf } from './ids.ts';
import type { ResolvedQuery } from './soql/resolve.ts';

/** As at Salesforce, a user's eleventh open cursor closes the oldest. */
const openCursors = 10;
const cursorKeyPrefix = '01g';

/** A query whose rows are fetched page by page: which rows they are was settled when it was asked. */
export interface Cursor {
  readonly query: ResolvedQuery;
  readonly ids: readonly string[];
  readonly pageSize: number;
}

/** The open cursors. They live in memory: a company started again knows none, as after the two days of Salesforce. */
export class Cursors {
  readonly #open = new Map<string, Cursor>();
  #number = 0;
  /** Fewer rows than were asked for, as where they are wide. */
  rowsPerPage = Number.POSITIVE_INFINITY;

  /** Opens a cursor and gives its locator. */
  open(cursor: Cursor): string {
    this.#number += 1;
    const locator = idOf(cursorKeyPrefix, this.#number);
    this.#open.set(locator, cursor);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= openCursors) break;
      this.#open.delete(oldest);
    }
    return locator;
  }

  find(locator: string): Cursor | undefined {
    return this.#open.get(locator);
  }

  clear(): void {
    this.#open.clear();
  }
}
