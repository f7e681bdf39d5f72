/** The country (ISO code) that most records of both sides name; the United States when none names one. */
export function usualCountry(...sides: readonly ReadonlyMap<string, number>[]): string {
  const counts = new Map<string, number>();
  for (const side of sides) {
    for (const [code, count] of side) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? 'US';
}
