import type { Texts } from '../terms/dictionary.ts';

/** Texts longer than this are compared by their beginning only. */
const longest = 64;
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const;

/**
 * The least number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other
 * (optimal string alignment, the restricted Damerau–Levenshtein distance), or `limit + 1` when it is more than
 * `limit`. Texts are given by their ids and cut at 64 letters.
 */
export function editDistance({ bytes, starts }: Texts, one: number, other: number, limit: number): number {
  const from = starts[one] ?? 0;
  const otherFrom = starts[other] ?? 0;
  const size = (starts[one + 1] ?? 0) - from;
  return editDistanceBetween(bytes, from, size, otherFrom, (starts[other + 1] ?? 0) - otherFrom, limit);
}

/** The same for two stretches of letters, each given by its begin and its length. */
export function editDistanceBetween(
  bytes: Uint8Array,
  begin: number,
  size: number,
  otherBegin: number,
  otherSize: number,
  limit: number,
): number {
  let [from, otherFrom] = [begin, otherBegin];
  let [m, n] = [Math.min(size, longest), Math.min(otherSize, longest)];
  if (Math.abs(m - n) > limit) return limit + 1;
  // What both begin and end with changes nothing.
  while (m > 0 && n > 0 && bytes[from] === bytes[otherFrom]) {
    from += 1;
    otherFrom += 1;
    m -= 1;
    n -= 1;
  }
  while (m > 0 && n > 0 && bytes[from + m - 1] === bytes[otherFrom + n - 1]) {
    m -= 1;
    n -= 1;
  }
  if (m === 0 || n === 0) return m + n;
  // With neither end alike, each end takes an edit, unless one swap or substitution is all there is.
  if (limit === 1 && (m > 2 || n > 2)) return 2;
  if (m > n) [from, m, otherFrom, n] = [otherFrom, n, from, m];
  return m <= bitsOfInt
    ? distanceByBits(bytes, from, m, otherFrom, n, limit)
    : distance(bytes, from, m, otherFrom, n, limit);
}

const bitsOfInt = 32;
/** For each letter the places at which the shorter text has it, as bits; all zero between two distances. */
const placesOf = new Int32Array(256);

/**
 * A whole column of the distance matrix at once, its steps up and down as the bits of integers (Hyyrö 2003, "A
 * bit-vector algorithm for computing Levenshtein and Damerau edit distances"). The first text has at most 32 letters.
 */
function distanceByBits(
  bytes: Uint8Array,
  from: number,
  m: number,
  otherFrom: number,
  n: number,
  limit: number,
): number {
  for (let i = 0; i < m; i += 1) {
    const letter = bytes[from + i] ?? 0;
    placesOf[letter] = (placesOf[letter] ?? 0) | (1 << i);
  }
  const last = 1 << (m - 1);
  let up = -1;
  let down = 0;
  let zero = 0;
  let before = 0;
  let edits = m;
  for (let j = 0; j < n; j += 1) {
    const places = placesOf[bytes[otherFrom + j] ?? 0] ?? 0;
    const swapped = ((~zero & places) << 1) & before;
    zero = ((((places & up) + up) | 0) ^ up) | places | down | swapped;
    const right = down | ~(zero | up);
    const left = zero & up;
    if ((right & last) !== 0) edits += 1;
    else if ((left & last) !== 0) edits -= 1;
    // What is left of the longer text takes away one edit a letter at best.
    if (edits - (n - j - 1) > limit) {
      edits = limit + 1;
      break;
    }
    const shifted = (right << 1) | 1;
    up = (left << 1) | ~(zero | shifted);
    down = shifted & zero;
    before = places;
  }
  for (let i = 0; i < m; i += 1) placesOf[bytes[from + i] ?? 0] = 0;
  return edits;
}

/** The same cell by cell, for texts of any length. */
function distance(
  bytes: Uint8Array,
  from: number,
  m: number,
  otherFrom: number,
  n: number,
  limit: number,
): number {
  let [before, previous, current]: [Uint8Array, Uint8Array, Uint8Array] = [rows[0], rows[1], rows[2]];
  for (let j = 0; j <= n; j += 1) previous[j] = j;
  for (let i = 1; i <= m; i += 1) {
    const letter = bytes[from + i - 1] ?? 0;
    const last = i > 1 ? (bytes[from + i - 2] ?? 0) : -1;
    // Cells farther off the diagonal than the limit cannot matter.
    const low = Math.max(1, i - limit);
    const high = Math.min(n, i + limit);
    current[low - 1] = low === 1 ? i : limit + 1;
    let best = current[low - 1] ?? 0;
    for (let j = low; j <= high; j += 1) {
      const otherLetter = bytes[otherFrom + j - 1] ?? 0;
      let cost = (previous[j - 1] ?? 0) + (letter === otherLetter ? 0 : 1);
      const shorter = (current[j - 1] ?? 0) + 1;
      if (shorter < cost) cost = shorter;
      if (j < i + limit) {
        const longer = (previous[j] ?? 0) + 1;
        if (longer < cost) cost = longer;
      }
      if (j > 1 && last === otherLetter && letter === (bytes[otherFrom + j - 2] ?? 0)) {
        const swapped = (before[j - 2] ?? 0) + 1;
        if (swapped < cost) cost = swapped;
      }
      current[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[n] ?? 0, limit + 1);
}
