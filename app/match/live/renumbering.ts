import { sharedInts } from '../columns/growing-ints.ts';
import { type Strings, stringAt } from '../columns/strings.ts';

/**
 * How the places of a side's records change as some go and others come. Ids stay in rising order, so a record that
 * stays keeps its order among those that stay.
 */
export interface Renumbering {
  readonly count: number;
  /** The new place of each old one, -1 where the record is gone or replaced. */
  readonly now: Int32Array;
  /** What each new place holds: an old place, or -1 minus a place among the fresh records. */
  readonly sources: Int32Array;
  /** The new places of the fresh records, in rising order. */
  readonly fresh: Int32Array;
}

/** The first place whose text is not below this one. */
function lowerBound(texts: Strings, text: string): number {
  let [low, high] = [0, texts.starts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stringAt(texts, middle) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Merges fresh ids into a side's; a fresh record replaces one of the same id, and the gone ones are left out. */
export function renumbering(old: Strings, fresh: Strings, gone: Iterable<string>): Renumbering {
  const size = old.starts.length - 1;
  const freshCount = fresh.starts.length - 1;
  const isGone = new Uint8Array(size);
  const take = (id: string): number => {
    const place = lowerBound(old, id);
    if (place < size && stringAt(old, place) === id) isGone[place] = 1;
    return place;
  };
  for (const id of gone) take(id);
  const before = Int32Array.from({ length: freshCount }, (_, place) => take(stringAt(fresh, place)));
  const count = size + freshCount - isGone.reduce((sum, is) => sum + is, 0);
  const now = new Int32Array(size).fill(-1);
  const sources = sharedInts(count);
  const freshPlaces = new Int32Array(freshCount);
  let next = 0;
  let to = 0;
  for (let place = 0; place <= size; place += 1) {
    for (; next < freshCount && before[next] === place; next += 1) {
      sources[to] = -1 - next;
      freshPlaces[next] = to;
      to += 1;
    }
    if (place === size || isGone[place] === 1) continue;
    sources[to] = place;
    now[place] = to;
    to += 1;
  }
  return { count, now, sources, fresh: freshPlaces };
}
