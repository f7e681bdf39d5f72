import { GrowingInts, sharedInts } from './growing-ints.ts';

/** Lists of integers by owner: those of owner o are `values` from `starts[o]` to `starts[o + 1]`. Shared. */
export interface Lists {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Collects lists value by value. */
export class ListsBuilder {
  readonly #owners: GrowingInts;
  readonly #values: GrowingInts;

  constructor(expected = 16) {
    this.#owners = new GrowingInts(expected);
    this.#values = new GrowingInts(expected);
  }

  add(owner: number, value: number): void {
    this.#owners.push(owner);
    this.#values.push(value);
  }

  /** The lists of `count` owners, each in the order its values were added; `placeOf` renames the owners. */
  lists(count: number, placeOf: (owner: number) => number): Lists {
    const starts = sharedInts(count + 1);
    const size = this.#values.length;
    for (let at = 0; at < size; at += 1) {
      const next = placeOf(this.#owners.at(at)) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let owner = 0; owner < count; owner += 1) {
      starts[owner + 1] = (starts[owner + 1] ?? 0) + (starts[owner] ?? 0);
    }
    const next = Int32Array.from(starts);
    const values = sharedInts(size);
    for (let at = 0; at < size; at += 1) {
      const owner = placeOf(this.#owners.at(at));
      const to = next[owner] ?? 0;
      values[to] = this.#values.at(at);
      next[owner] = to + 1;
    }
    return { starts, values };
  }
}
