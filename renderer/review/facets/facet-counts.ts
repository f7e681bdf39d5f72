import type { ReviewRow } from '#shared/review.ts';
import { type FacetCodes, facetCodes } from './facet-codes.ts';
import { FacetId } from './facet-id.ts';
import type { Filters } from './filters.ts';
import { type Demand, demandsOf } from './passing.ts';
import { textMatches } from './text-matches.ts';

/** A value of a facet, and how many rows have it that pass the text and all other facets. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** What each facet would give. */
export interface FacetCounts {
  /** The values that these rows have at all, the most frequent first, then by name. */
  readonly values: Readonly<Record<FacetId, readonly ValueCount[]>>;
  /** How many rows have a score of so many per cent, 0 to 100. */
  readonly scores: ArrayLike<number>;
}

/**
 * Counts each facet's values over the rows that pass the text and all facets but this one, so that a number says what
 * choosing the value would give: a row counts for all facets if it passes them, and for one alone if it fails that one only.
 */
export function facetCounts(rows: readonly ReviewRow[], text: string, filters: Filters): FacetCounts {
  const codes = facetCodes(rows);
  const { whole, butFor } = passingPlaces(codes, textMatches(rows, text), demandsOf(codes, filters));
  const countsOf = (facet: Demand['facet'], own: Int32Array | Uint8Array, size: number): Int32Array => {
    const counts = new Int32Array(size);
    count(counts, own, whole);
    count(counts, own, butFor.get(facet) ?? []);
    return counts;
  };

  const values = FacetId.options.map((facet) => {
    const { codes: own, values: names } = codes.store.columns[facet];
    const counts = countsOf(facet, own, names.length);
    const found: ValueCount[] = [];
    codes.presentIn(facet).forEach((present, code) => {
      const value = names[code] ?? '';
      if (present === 1 && value !== '') found.push({ value, count: counts[code] ?? 0 });
    });
    return [facet, found.sort(byCount)];
  });
  return {
    values: Object.fromEntries(values) as FacetCounts['values'],
    scores: countsOf('score', codes.store.scores, 256).subarray(0, 101),
  };
}

/** The places in the store of the rows that pass all demands, and for each demand of those that fail it alone. */
function passingPlaces(
  { places }: FacetCodes,
  matches: Uint8Array | null,
  demands: readonly Demand[],
): { readonly whole: Int32Array; readonly butFor: ReadonlyMap<Demand['facet'], readonly number[]> } {
  const whole = new Int32Array(places.length);
  const butFor = new Map(demands.map(({ facet }) => [facet, [] as number[]]));
  let passed = 0;
  for (let index = 0; index < places.length; index += 1) {
    if (matches !== null && matches[index] === 0) continue;
    const place = places[index] ?? 0;
    const failed = demands.filter(({ codes, passes }) => passes[codes[place] ?? 0] !== 1);
    const [only] = failed;
    if (only === undefined) {
      whole[passed] = place;
      passed += 1;
    } else if (failed.length === 1) butFor.get(only.facet)?.push(place);
  }
  return { whole: whole.subarray(0, passed), butFor };
}

/** One facet at a time: what is counted then lies close together. */
function count(counts: Int32Array, codes: ArrayLike<number>, places: ArrayLike<number>): void {
  for (let index = 0; index < places.length; index += 1) {
    const code = codes[places[index] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
}

function byCount(one: ValueCount, other: ValueCount): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1);
}
