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
  /** Keys and their places side by side, since each look at a table of millions costs a wait for the memory. */
  #slots = new Int32Array(1 << 13);
  #distinct = 0;
  readonly #ofEntry = new GrowingInts(1 << 12);
  readonly #records = new GrowingInts(1 << 10);
  readonly #ends = new GrowingInts(1 << 10);

  /** Adds a record's keys; records come in rising order. */
  add(record: number, { keys, count }: KeySet): void {
    for (let at = 0; at < count; at += 1) this.#ofEntry.push(this.#placeOf(keys[at] ?? 0));
    this.#records.push(record);
    this.#ends.push(this.#ofEntry.length);
  }

  /** The index. `records` is how many there are on the side. */
  index(records: number): InvertedIndex {
    const size = this.#ofEntry.length;
    const starts = sharedInts(this.#distinct + 1);
    for (let entry = 0; entry < size; entry += 1) {
      const next = this.#ofEntry.at(entry) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let place = 0; place < this.#distinct; place += 1) {
      starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
    }
    const entries = sharedInts(size);
    const next = starts.slice();
    let from = 0;
    for (let at = 0; at < this.#records.length; at += 1) {
      const record = this.#records.at(at);
      const to = this.#ends.at(at);
      for (let entry = from; entry < to; entry += 1) {
        const place = this.#ofEntry.at(entry);
        const into = next[place] ?? 0;
        entries[into] = record;
        next[place] = into + 1;
      }
      from = to;
    }
    const slots = this.#slots.length / 2;
    const keys = new Uint32Array(new SharedArrayBuffer(slots * 4));
    const places = sharedInts(slots);
    for (let slot = 0; slot < slots; slot += 1) {
      keys[slot] = this.#slots[slot * 2] ?? 0;
      places[slot] = this.#slots[slot * 2 + 1] ?? 0;
    }
    return { keys, places, starts, entries, records };
  }

  #placeOf(key: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const signed = key | 0;
    let slot = (key << 1) & mask;
    while (slots[slot] !== 0) {
      if (slots[slot] === signed) return slots[slot + 1] ?? 0;
      slot = (slot + 2) & mask;
    }
    const place = this.#distinct;
    slots[slot] = signed;
    slots[slot + 1] = place;
    this.#distinct += 1;
    if (this.#distinct * 4 > slots.length) this.#grow();
    return place;
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 2);
    const mask = slots.length - 1;
    for (let at = 0; at < before.length; at += 2) {
      const key = before[at] ?? 0;
      if (key === 0) continue;
      let slot = (key << 1) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = key;
      slots[slot + 1] = before[at + 1] ?? 0;
    }
    this.#slots = slots;
  }
}
