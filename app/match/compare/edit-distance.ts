/** Texts longer than this are compared by their beginning only. */
const longest = 64;
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const;

/**
 * The least number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other
 * (optimal string alignment, the restricted Damerau–Levenshtein distance), or `limit + 1` when it is more than
 * `limit`. Texts are cut at 64 characters.
 */
export function editDistance(one: string, other: string, limit: number): number {
  const m = Math.min(one.length, longest);
  const n = Math.min(other.length, longest);
  if (Math.abs(m - n) > limit) return limit + 1;
  let [before, previous, current]: [Uint8Array, Uint8Array, Uint8Array] = [...rows];
  for (let j = 0; j <= n; j += 1) previous[j] = j;
  for (let i = 1; i <= m; i += 1) {
    const letter = one.charCodeAt(i - 1);
    current[0] = i;
    let best = i;
    for (let j = 1; j <= n; j += 1) {
      const same = letter === other.charCodeAt(j - 1);
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        i > 1 &&
        j > 1 &&
        letter === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      current[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[n] ?? 0, limit + 1);
}
