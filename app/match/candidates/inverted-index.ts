import { GrowingInts, sharedInts } from '../columns/growing-ints.ts';
import type { KeySet } from './key-set.ts';

/**
 * Which records have a key, for threads to share: a key's place is found by open addressing, its records are `entries`
 * from `starts[place]` to `starts[place + 1]`, in rising order.
 */
export interface InvertedIndex {
  readonly keys: Uint32Array;
  readonly places: Int32Array;
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly records: number;
}

/** Collects the keys of records into an inverted index. */
export class InvertedIndexBuilder {
  #keys = new Uint32Array(1 << 12);
  #places = new Int32Array(1 << 12);
  #distinct = 0;
  readonly #counts = new GrowingInts(1 << 11);
  readonly #ofEntry = new GrowingInts(1 << 12);
  readonly #records = new GrowingInts(1 << 10);
  readonly #ends = new GrowingInts(1 << 10);

  /** Adds a record's keys; records come in rising order. */
  add(record: number, { keys, count }: KeySet): void {
    for (let at = 0; at < count; at += 1) {
      const place = this.#placeOf(keys[at] ?? 0);
      this.#counts.set(place, this.#counts.at(place) + 1);
      this.#ofEntry.push(place);
    }
    this.#records.push(record);
    this.#ends.push(this.#ofEntry.length);
  }

  /** The index. `records` is how many there are on the side. */
  index(records: number): InvertedIndex {
    const starts = sharedInts(this.#distinct + 1);
    for (let place = 0; place < this.#distinct; place += 1) {
      starts[place + 1] = (starts[place] ?? 0) + this.#counts.at(place);
    }
    const entries = sharedInts(this.#ofEntry.length);
    const next = Int32Array.from(starts);
    let from = 0;
    for (let at = 0; at < this.#records.length; at += 1) {
      const to = this.#ends.at(at);
      for (let entry = from; entry < to; entry += 1) {
        const place = this.#ofEntry.at(entry);
        const into = next[place] ?? 0;
        entries[into] = this.#records.at(at);
        next[place] = into + 1;
      }
      from = to;
    }
    const keys = new Uint32Array(new SharedArrayBuffer(this.#keys.length * 4));
    keys.set(this.#keys);
    const places = sharedInts(this.#places.length);
    places.set(this.#places);
    return { keys, places, starts, entries, records };
  }

  #placeOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = key & mask;
    while (this.#keys[slot] !== 0) {
      if (this.#keys[slot] === key) return this.#places[slot] ?? 0;
      slot = (slot + 1) & mask;
    }
    const place = this.#distinct;
    this.#keys[slot] = key;
    this.#places[slot] = place;
    this.#counts.push(0);
    this.#distinct += 1;
    if (this.#distinct * 2 > this.#keys.length) this.#grow();
    return place;
  }

  #grow(): void {
    const [keys, places] = [this.#keys, this.#places];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#places = new Int32Array(keys.length * 2);
    const mask = this.#keys.length - 1;
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? 0;
      if (key === 0) continue;
      let slot = key & mask;
      while (this.#keys[slot] !== 0) slot = (slot + 1) & mask;
      this.#keys[slot] = key;
      this.#places[slot] = places[at] ?? 0;
    }
  }
}
