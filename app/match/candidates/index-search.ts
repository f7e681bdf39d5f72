import type { InvertedIndex } from './inverted-index.ts';
import { type KeySet, mostKeys } from './key-set.ts';

/** A record that shares less than this part of what the best one shares is not worth comparing. */
const leastOfBest = 0.25;
/** After so many records one must share more than that. */
const firstFew = 4;
const largestBudget = 4096;

/** How far a search goes. */
export interface SearchLimits {
  readonly most: number;
  readonly budget: number;
  readonly leastOfLater: number;
}

/**
 * Searches an inverted index. A search adds up, over the searched record's keys from the rarest on, the rarity of what
 * a record shares, and gives the records with the highest sums. Its work is bounded by a budget of visited entries, so
 * no key, however common, makes matching quadratic.
 */
export class IndexSearch {
  readonly #index: InvertedIndex;
  readonly #most: number;
  readonly #budget: number;
  readonly #leastOfLater: number;
  readonly #places = new Int32Array(mostKeys);
  /** The lists to visit, the shortest first, by their places in the index. */
  readonly #lists = new Int32Array(mostKeys);
  readonly #sizes = new Int32Array(mostKeys);
  /** Where each record that a search touches has its sum, by open addressing: as small as the budget allows. */
  readonly #slots: Int32Array;
  readonly #shift: number;
  readonly #records: Int32Array;
  readonly #sums: Float64Array;
  readonly #best: Float64Array;
  /** What was found, best first. */
  readonly found: Int32Array;

  /**
   * Gives up to `most` records, visiting about `budget` entries; after the first few only those that share at least the
   * part `leastOfLater` of what the best one shares.
   */
  constructor(index: InvertedIndex, { most, budget, leastOfLater }: SearchLimits) {
    this.#index = index;
    this.#most = most;
    this.#leastOfLater = leastOfLater;
    this.#budget = Math.min(budget, largestBudget);
    const slotBits = Math.ceil(Math.log2(this.#budget)) + 1;
    this.#shift = 32 - slotBits;
    this.#slots = new Int32Array(1 << slotBits);
    this.#records = new Int32Array(this.#budget);
    this.#sums = new Float64Array(this.#budget);
    this.#best = new Float64Array(most);
    this.found = new Int32Array(most);
  }

  /** Searches by these keys; gives how many records were found. */
  search({ keys, count }: KeySet): number {
    const lists = this.#listsOf(keys, count);
    const budget = this.#budget;
    const { starts, records } = this.#index;
    let touched = 0;
    let visited = 0;
    for (let at = 0; at < lists; at += 1) {
      const size = this.#sizes[at] ?? 0;
      if (visited > 0 && visited + size > budget) break;
      const rarity = Math.log2((records + 1) / size) + 0.1;
      const from = starts[this.#lists[at] ?? 0] ?? 0;
      touched = this.#visit(from, from + Math.min(size, budget), rarity, touched);
      visited += size;
    }
    this.#slots.fill(0);
    return this.#rank(touched);
  }

  /** Finds the lists of the keys that are there; one beyond the budget is only of use where there is no shorter one. */
  #listsOf(keys: Uint32Array, count: number): number {
    const known = this.#placesOf(keys, count);
    const { starts } = this.#index;
    const [places, lists, sizes] = [this.#places, this.#lists, this.#sizes];
    let found = 0;
    for (let at = 0; at < known; at += 1) {
      const place = places[at] ?? 0;
      const size = (starts[place + 1] ?? 0) - (starts[place] ?? 0);
      if (size > this.#budget && found > 0 && size > (sizes[0] ?? 0)) continue;
      let to = found;
      for (; to > 0; to -= 1) {
        const before = sizes[to - 1] ?? 0;
        if (before < size || (before === size && (lists[to - 1] ?? 0) < place)) break;
        sizes[to] = before;
        lists[to] = lists[to - 1] ?? 0;
      }
      sizes[to] = size;
      lists[to] = place;
      found += 1;
    }
    return found;
  }

  /** Looks up all keys before their lists: each look is a wait for memory, and so they wait together. */
  #placesOf(keys: Uint32Array, count: number): number {
    const { keys: known, places } = this.#index;
    const mask = known.length - 1;
    let found = 0;
    for (let at = 0; at < count; at += 1) {
      const key = keys[at] ?? 0;
      let slot = key & mask;
      while (known[slot] !== 0 && known[slot] !== key) slot = (slot + 1) & mask;
      if (known[slot] === 0) continue;
      this.#places[found] = places[slot] ?? 0;
      found += 1;
    }
    return found;
  }

  /** Adds a list's rarity to the sum of each of its records; gives how many records have a sum. */
  #visit(from: number, to: number, rarity: number, before: number): number {
    const { entries } = this.#index;
    const [slots, records, sums, shift] = [this.#slots, this.#records, this.#sums, this.#shift];
    const mask = slots.length - 1;
    let touched = before;
    for (let entry = from; entry < to; entry += 1) {
      const record = entries[entry] ?? 0;
      let slot = Math.imul(record, 0x9e3779b1) >>> shift;
      let place = slots[slot] ?? 0;
      while (place !== 0 && records[place - 1] !== record) {
        slot = (slot + 1) & mask;
        place = slots[slot] ?? 0;
      }
      if (place === 0) {
        records[touched] = record;
        sums[touched] = rarity;
        touched += 1;
        slots[slot] = touched;
      } else {
        sums[place - 1] = (sums[place - 1] ?? 0) + rarity;
      }
    }
    return touched;
  }

  /** Puts the records with the highest sums in order, by insertion since they are few. */
  #rank(touched: number): number {
    const [best, found, sums, records, most] = [
      this.#best,
      this.found,
      this.#sums,
      this.#records,
      this.#most,
    ];
    let highest = 0;
    for (let at = 0; at < touched; at += 1) if ((sums[at] ?? 0) > highest) highest = sums[at] ?? 0;
    let least = leastOfBest * highest;
    const leastOfLater = this.#leastOfLater * highest;
    let size = 0;
    for (let at = 0; at < touched; at += 1) {
      const sum = sums[at] ?? 0;
      if (sum < least) continue;
      const record = records[at] ?? 0;
      let to = size;
      for (; to > 0; to -= 1) {
        const before = best[to - 1] ?? 0;
        if (before > sum || (before === sum && (found[to - 1] ?? 0) < record)) break;
        if (to === most) continue;
        best[to] = before;
        found[to] = found[to - 1] ?? 0;
      }
      if (to === most) continue;
      best[to] = sum;
      found[to] = record;
      if (size < most) size += 1;
      if (size === most) least = Math.max(least, best[most - 1] ?? 0);
    }
    while (size > firstFew && (best[size - 1] ?? 0) < leastOfLater) size -= 1;
    return size;
  }
}
