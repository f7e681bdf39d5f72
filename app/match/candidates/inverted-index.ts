import { GrowingInts, sharedInts } from '../columns/growing-ints.ts';
import type { KeySet } from './key-set.ts';

/** A record that shares less than this part of what the best one shares is not worth comparing. */
const leastOfBest = 0.25;

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

const mostLists = 512;
const mostTouched = 8192;

/**
 * Searches an inverted index. A search adds up, over the searched record's keys from the rarest on, the rarity of what
 * a record shares, and gives the records with the highest sums. Its work is bounded by a budget of visited entries, so
 * no key, however common, makes matching quadratic.
 */
export class IndexSearch {
  readonly #index: InvertedIndex;
  readonly #most: number;
  readonly #budget: number;
  readonly #lists = new Float64Array(mostLists);
  /** The records touched by a search and their sums, by open addressing; few, so they stay in the cache. */
  readonly #slots = new Int32Array(mostTouched * 2);
  readonly #sums = new Float64Array(mostTouched * 2);
  readonly #touched = new Int32Array(mostTouched);
  readonly #best: Float64Array;
  /** What was found, best first. */
  readonly found: Int32Array;

  /** Gives up to `most` records, visiting about `budget` entries. */
  constructor(index: InvertedIndex, most: number, budget: number) {
    this.#index = index;
    this.#most = most;
    this.#budget = Math.min(budget, mostTouched / 2);
    this.#best = new Float64Array(most);
    this.found = new Int32Array(most);
  }

  /** Searches by these keys; gives how many records were found. */
  search({ keys, count }: KeySet): number {
    const lists = this.#listsOf(keys, count);
    const { starts, entries, records } = this.#index;
    let touched = 0;
    let visited = 0;
    for (let at = 0; at < lists; at += 1) {
      const place = (this.#lists[at] ?? 0) % places;
      const from = starts[place] ?? 0;
      const size = (starts[place + 1] ?? 0) - from;
      if (visited > 0 && visited + size > this.#budget) break;
      const rarity = Math.log2((records + 1) / size) + 0.1;
      const to = from + Math.min(size, this.#budget);
      for (let entry = from; entry < to; entry += 1) {
        touched = this.#touch(entries[entry] ?? 0, rarity, touched);
      }
      visited += size;
    }
    return this.#rank(touched);
  }

  /** The lists of the keys that are there, the shortest first, each as its length and its place in one number. */
  #listsOf(keys: Uint32Array, count: number): number {
    const { keys: known, places: placesOf, starts } = this.#index;
    const mask = known.length - 1;
    let lists = 0;
    for (let at = 0; at < count; at += 1) {
      const key = keys[at] ?? 0;
      let slot = key & mask;
      while (known[slot] !== 0 && known[slot] !== key) slot = (slot + 1) & mask;
      if (known[slot] === 0) continue;
      const place = placesOf[slot] ?? 0;
      const size = (starts[place + 1] ?? 0) - (starts[place] ?? 0);
      this.#lists[lists] = size * places + place;
      lists += 1;
    }
    this.#lists.subarray(0, lists).sort();
    return lists;
  }

  #touch(record: number, rarity: number, touched: number): number {
    const mask = this.#slots.length - 1;
    let slot = Math.imul(record, 0x9e3779b1) & mask;
    while (this.#slots[slot] !== 0) {
      if (this.#slots[slot] === record + 1) {
        this.#sums[slot] = (this.#sums[slot] ?? 0) + rarity;
        return touched;
      }
      slot = (slot + 1) & mask;
    }
    if (touched === mostTouched) return touched;
    this.#slots[slot] = record + 1;
    this.#sums[slot] = rarity;
    this.#touched[touched] = slot;
    return touched + 1;
  }

  /** Puts the records with the highest sums in order, by insertion since they are few, and forgets all sums. */
  #rank(touched: number): number {
    const [best, found] = [this.#best, this.found];
    let size = 0;
    for (let at = 0; at < touched; at += 1) {
      const slot = this.#touched[at] ?? 0;
      const sum = this.#sums[slot] ?? 0;
      const record = (this.#slots[slot] ?? 0) - 1;
      this.#slots[slot] = 0;
      const isBelow = (other: number): boolean =>
        sum > (best[other] ?? 0) || (sum === best[other] && record < (found[other] ?? 0));
      if (size === this.#most && !isBelow(size - 1)) continue;
      let to = size === this.#most ? size - 1 : size;
      while (to > 0 && isBelow(to - 1)) {
        best[to] = best[to - 1] ?? 0;
        found[to] = found[to - 1] ?? 0;
        to -= 1;
      }
      best[to] = sum;
      found[to] = record;
      size = Math.min(this.#most, size + 1);
    }
    const least = leastOfBest * (best[0] ?? 0);
    while (size > 0 && (best[size - 1] ?? 0) < least) size -= 1;
    return size;
  }
}

/** More places than an index can have. */
const places = 2 ** 31;
