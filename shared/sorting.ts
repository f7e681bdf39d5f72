import type { Steps } from './steps.ts';

/** So many are put in order between two turns of others. */
const atOnce = 1_000;

/** A sorted copy of a list, made in small steps. Equals stay in their order. */
export function* sorting<T>(list: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let sorted: T[][] = [];
  for (let from = 0; from < list.length; from += atOnce) {
    sorted.push(list.slice(from, from + atOnce).sort(compare));
    yield;
  }
  while (sorted.length > 1) {
    const longer: T[][] = [];
    for (let at = 0; at < sorted.length; at += 2) {
      longer.push(yield* merging(sorted[at] ?? [], sorted[at + 1] ?? [], compare));
    }
    sorted = longer;
  }
  return sorted[0] ?? [];
}

function* merging<T>(first: readonly T[], second: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = [];
  let at = 0;
  for (const one of first) {
    for (let other = second[at]; other !== undefined && compare(other, one) < 0; other = second[at]) {
      merged.push(other);
      at += 1;
      if (merged.length % (2 * atOnce) === 0) yield;
    }
    merged.push(one);
    if (merged.length % (2 * atOnce) === 0) yield;
  }
  for (; at < second.length; at += atOnce) {
    merged.push(...second.slice(at, at + atOnce));
    yield;
  }
  return merged;
}
