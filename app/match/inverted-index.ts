/**
 * An inverted index over the customers: which have a key. A search adds up, over the searched record's keys from the
 * rarest on, the rarity of what a customer shares, and gives the customers with the highest sums. The work of a
 * search is bounded by a budget of visited entries, so no key, however common, makes matching quadratic.
 */
export class InvertedIndex {
  readonly #places = new Map<string, number>();
  readonly #starts: Int32Array;
  readonly #entries: Int32Array;
  readonly #records: number;
  readonly #sums: Float64Array;

  /** Indexes each record's keys; a record is its place in the list. */
  constructor(keysOfRecords: readonly Iterable<string>[]) {
    const counts: number[] = [];
    const keys: number[][] = keysOfRecords.map((record) => {
      const places: number[] = [];
      for (const key of record) {
        let place = this.#places.get(key);
        if (place === undefined) {
          place = this.#places.size;
          this.#places.set(key, place);
        }
        counts[place] = (counts[place] ?? 0) + 1;
        places.push(place);
      }
      return places;
    });
    this.#starts = new Int32Array(counts.length + 1);
    counts.forEach((count, place) => {
      this.#starts[place + 1] = (this.#starts[place] ?? 0) + count;
    });
    this.#entries = new Int32Array(this.#starts[counts.length] ?? 0);
    const next = this.#starts.slice();
    keys.forEach((places, record) => {
      for (const place of places) {
        const at = next[place] ?? 0;
        this.#entries[at] = record;
        next[place] = at + 1;
      }
    });
    this.#records = keysOfRecords.length;
    this.#sums = new Float64Array(this.#records);
  }

  /** Up to `most` records that share the rarest keys, best first, visiting about `budget` entries. */
  search(keys: Iterable<string>, most: number, budget: number): number[] {
    const lists: { from: number; size: number }[] = [];
    for (const key of keys) {
      const place = this.#places.get(key);
      if (place === undefined) continue;
      const from = this.#starts[place] ?? 0;
      lists.push({ from, size: (this.#starts[place + 1] ?? 0) - from });
    }
    lists.sort((a, b) => a.size - b.size || a.from - b.from);
    const touched: number[] = [];
    let visited = 0;
    for (const { from, size } of lists) {
      if (visited > 0 && visited + size > budget) break;
      const rarity = Math.log2((this.#records + 1) / size) + 0.1;
      const to = from + Math.min(size, budget);
      for (let at = from; at < to; at += 1) {
        const record = this.#entries[at] ?? 0;
        const sum = this.#sums[record] ?? 0;
        if (sum === 0) touched.push(record);
        this.#sums[record] = sum + rarity;
      }
      visited += size;
    }
    const best = this.#best(touched, most);
    for (const record of touched) this.#sums[record] = 0;
    return best;
  }

  #best(touched: number[], most: number): number[] {
    const sums = this.#sums;
    const order = (a: number, b: number): number => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b;
    return touched.length <= most ? touched.sort(order) : touched.sort(order).slice(0, most);
  }
}
