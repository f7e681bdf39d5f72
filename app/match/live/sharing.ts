import type { InvertedIndex } from '../candidates/inverted-index.ts';
import type { KeySet } from '../candidates/key-set.ts';

/** So many entries are looked at, those of the rarest keys first. */
const mostEntries = 32;

/** Marks the records that share the rarest of these keys: theirs are the searches that these keys can change. */
export function markSharing(
  { keys: known, places, starts, entries }: InvertedIndex,
  { keys, count }: KeySet,
  marks: Uint8Array,
): void {
  const mask = known.length - 1;
  const lists: { from: number; size: number }[] = [];
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? 0;
    let slot = key & mask;
    while (known[slot] !== 0 && known[slot] !== key) slot = (slot + 1) & mask;
    if (known[slot] === 0) continue;
    const from = starts[places[slot] ?? 0] ?? 0;
    lists.push({ from, size: (starts[(places[slot] ?? 0) + 1] ?? 0) - from });
  }
  lists.sort((a, b) => a.size - b.size);
  let visited = 0;
  for (const { from, size } of lists) {
    if (visited + size > mostEntries && visited > 0) break;
    const end = from + Math.min(size, mostEntries);
    for (let entry = from; entry < end; entry += 1) marks[entries[entry] ?? 0] = 1;
    visited += size;
  }
}
