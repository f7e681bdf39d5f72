import { type InvertedIndex, InvertedIndexBuilder } from '../candidates/inverted-index.ts';
import { KeySet } from '../candidates/key-set.ts';
import { sharedInts } from '../columns/growing-ints.ts';

/** Fills in the keys of a record, by its new place. */
export type KeysOf = (record: number, keys: KeySet) => void;

/** The table of an index's keys with room for as many more. */
function tableFor(index: InvertedIndex, more: number): { keys: Uint32Array; places: Int32Array } {
  const distinct = index.starts.length - 1;
  let size = index.keys.length;
  while ((distinct + more) * 2 > size) size *= 2;
  const keys = new Uint32Array(new SharedArrayBuffer(size * 4));
  const places = sharedInts(size);
  if (size === index.keys.length) {
    keys.set(index.keys);
    places.set(index.places);
    return { keys, places };
  }
  index.keys.forEach((key, from) => {
    if (key === 0) return;
    const slot = slotOf(keys, key);
    keys[slot] = key;
    places[slot] = index.places[from] ?? 0;
  });
  return { keys, places };
}

function slotOf(keys: Uint32Array, key: number): number {
  const mask = keys.length - 1;
  let slot = key & mask;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

/**
 * An index with its records renumbered (`now`, -1 for those to leave out) and others put in; `added` are new places in
 * rising order. `records` is how many the rarity of keys is relative to.
 */
export function mergedIndex(
  index: InvertedIndex,
  now: Int32Array,
  added: Int32Array,
  keysOf: KeysOf,
  records: number,
): InvertedIndex {
  const builder = new InvertedIndexBuilder();
  const set = new KeySet();
  for (const record of added) {
    set.clear();
    keysOf(record, set);
    builder.add(record, set);
  }
  const more = builder.index(records);
  const { keys, places } = tableFor(index, more.starts.length - 1);
  const distinct = index.starts.length - 1;
  const addedAt = new Int32Array(distinct + more.starts.length).fill(-1);
  let last = distinct;
  more.keys.forEach((key, slot) => {
    if (key === 0) return;
    const known = slotOf(keys, key);
    if (keys[known] === 0) {
      keys[known] = key;
      places[known] = last;
      last += 1;
    }
    addedAt[places[known] ?? 0] = more.places[slot] ?? 0;
  });
  const starts = sharedInts(last + 1);
  const entries = sharedInts((index.starts[distinct] ?? 0) + more.entries.length);
  let to = 0;
  for (let place = 0; place < last; place += 1) {
    const extra = addedAt[place] ?? -1;
    let next = extra === -1 ? 0 : (more.starts[extra] ?? 0);
    const end = extra === -1 ? 0 : (more.starts[extra + 1] ?? 0);
    const stop = place < distinct ? (index.starts[place + 1] ?? 0) : 0;
    for (let at = place < distinct ? (index.starts[place] ?? 0) : 0; at < stop; at += 1) {
      const record = now[index.entries[at] ?? 0] ?? -1;
      if (record === -1) continue;
      for (; next < end && (more.entries[next] ?? 0) < record; next += 1) {
        entries[to] = more.entries[next] ?? 0;
        to += 1;
      }
      entries[to] = record;
      to += 1;
    }
    for (; next < end; next += 1) {
      entries[to] = more.entries[next] ?? 0;
      to += 1;
    }
    starts[place + 1] = to;
  }
  return { keys, places, starts, entries, records };
}
