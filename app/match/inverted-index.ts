import type { Pace } from './pace.ts';

/** A record that shares less than this part of what the best one shares is not worth comparing. */
const leastOfBest = 0.25;

/**
 * An inverted index over the customers: which have a key. A search adds up, over the searched record's keys from the
 * rarest on, the rarity of what a customer shares, and gives the customers with the highest sums. The work of a
 * search is bounded by a budget of visited entries, so no key, however common, makes matching quadratic.
 */
export class InvertedIndex {
  readonly #places: ReadonlyMap<string, number>;
  readonly #starts: Int32Array;
  readonly #entries: Int32Array;
  readonly #records: number;
  readonly #sums: Float64Array;

  private constructor(places: Map<string, number>, starts: Int32Array, entries: Int32Array, records: number) {
    this.#places = places;
    this.#starts = starts;
    this.#entries = entries;
    this.#records = records;
    this.#sums = new Float64Array(records);
  }

  /** Indexes each record under its keys; a record is its place in the list. */
  static async of<R>(
    records: readonly R[],
    keysOf: (record: R) => Iterable<string>,
    pace: Pace,
  ): Promise<InvertedIndex> {
    const places = new Map<string, number>();
    const counts: number[] = [];
    const keys: number[][] = [];
    for (const record of records) {
      const ofRecord: number[] = [];
      for (const key of keysOf(record)) {
        let place = places.get(key);
        if (place === undefined) {
          place = places.size;
          places.set(key, place);
          counts.push(0);
        }
        counts[place] = (counts[place] ?? 0) + 1;
        ofRecord.push(place);
      }
      keys.push(ofRecord);
      if (pace.due()) await pace.rest('Finding candidates', keys.length, records.length);
    }
    const starts = new Int32Array(counts.length + 1);
    counts.forEach((count, place) => {
      starts[place + 1] = (starts[place] ?? 0) + count;
    });
    const entries = new Int32Array(starts[counts.length] ?? 0);
    const next = starts.slice();
    keys.forEach((ofRecord, record) => {
      for (const place of ofRecord) {
        const at = next[place] ?? 0;
        entries[at] = record;
        next[place] = at + 1;
      }
    });
    return new InvertedIndex(places, starts, entries, records.length);
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
    const least = leastOfBest * (this.#sums[best[0] ?? 0] ?? 0);
    const near = best.filter((record) => (this.#sums[record] ?? 0) >= least);
    for (const record of touched) this.#sums[record] = 0;
    return near;
  }

  /** The records with the highest sums, best first, by insertion: `most` is small. */
  #best(touched: readonly number[], most: number): number[] {
    const sums = this.#sums;
    const best: number[] = [];
    let least = 0;
    for (const record of touched) {
      const sum = sums[record] ?? 0;
      if (best.length === most && sum <= least) continue;
      let at = best.length === most ? most - 1 : best.length;
      while (at > 0 && sum > (sums[best[at - 1] ?? 0] ?? 0)) {
        best[at] = best[at - 1] ?? 0;
        at -= 1;
      }
      best[at] = record;
      least = sums[best[best.length - 1] ?? 0] ?? 0;
    }
    return best;
  }
}
