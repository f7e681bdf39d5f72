import type { Problems } from './problems.ts';

/** A record of a file with the row it stands in and the id in that row: `''` where blank, null without such a column. */
export interface FileRecord<T> {
  readonly row: number;
  readonly ownId: string | null;
  readonly record: T;
}

/**
 * Tells whether a file carries ids, and leaves out the rows without one if it does. A column of ids in which no cell
 * is filled counts as none, so that rows without an id wait until the first one with an id is met.
 */
export class IdentifiedRecords<T> {
  readonly #problems: Problems;
  #held: FileRecord<T>[] = [];
  readonly #leftOut: number[] = [];
  #hasIds = false;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /** Whether any record taken so far has an id of its own. */
  get hasIds(): boolean {
    return this.#hasIds;
  }

  /** Those of the records that are sure to stay. */
  take(records: readonly FileRecord<T>[]): FileRecord<T>[] {
    const kept: FileRecord<T>[] = [];
    for (const one of records) {
      if (one.ownId === '') {
        if (this.#hasIds) this.#leftOut.push(one.row);
        else this.#held.push(one);
        continue;
      }
      kept.push(one);
      if (one.ownId === null || this.#hasIds) continue;
      this.#hasIds = true;
      for (const { row } of this.#held) this.#leftOut.push(row);
      this.#held = [];
    }
    return kept;
  }

  /** The records that waited to the end, which stay when no other has an id; notes the rows that were left out. */
  end(): FileRecord<T>[] {
    for (const row of this.#leftOut) {
      this.#problems.note('No id where the other rows have one; the row was left out', row);
    }
    return this.#held;
  }
}

/** Notes ids that Excel has shortened to something like `1.00E+14`, which no service knows. */
export function noteShortenedId(id: string, row: number, column: string, problems: Problems): void {
  if (/^\d(\.\d+)?E\+\d+$/i.test(id)) {
    problems.note(
      'The id looks like a number that Excel has shortened; export again without opening it',
      row,
      column,
    );
  }
}
