import type { ReviewRow } from '#shared/review.ts';
import type { Filters } from '../filters.ts';
import { facetCodes } from './facet-codes.ts';
import { FacetId } from './facet-id.ts';
import { demandsOf } from './passing.ts';
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
 * choosing the value would give. One pass over all rows: a row counts for all facets if it passes them, and for one
 * alone if it fails that one only.
 */
export function facetCounts(rows: readonly ReviewRow[], text: string, filters: Filters): FacetCounts {
  const codes = facetCodes(rows);
  const matches = textMatches(rows, text);
  const demands = demandsOf(codes, filters);
  const columns = FacetId.options.map((facet) => {
    const { codes: own, values } = codes.store.columns[facet];
    return { facet, codes: own, values, counts: new Int32Array(values.length) };
  });
  const scores = new Int32Array(256);
  const byFacet = new Map(columns.map((column) => [column.facet as string, column]));

  for (let index = 0; index < codes.places.length; index += 1) {
    const place = codes.places[index] ?? 0;
    if (matches !== null && matches[index] === 0) continue;
    let failed: string | null = null;
    let isOut = false;
    for (const { facet, codes: own, passes } of demands) {
      if (passes[own[place] ?? 0] === 1) continue;
      isOut = failed !== null;
      if (isOut) break;
      failed = facet;
    }
    if (isOut) continue;
    if (failed === null) for (const column of columns) count(column, place);
    else {
      const column = byFacet.get(failed);
      if (column !== undefined) count(column, place);
    }
    if (failed === null || failed === 'score') {
      const score = codes.store.scores[place] ?? 0;
      scores[score] = (scores[score] ?? 0) + 1;
    }
  }

  const values = columns.map(({ facet, values: own, counts }) => {
    const found: ValueCount[] = [];
    codes.presentIn(facet).forEach((present, code) => {
      const value = own[code] ?? '';
      if (present === 1 && value !== '') found.push({ value, count: counts[code] ?? 0 });
    });
    return [facet, found.sort(byCount)];
  });
  return {
    values: Object.fromEntries(values) as FacetCounts['values'],
    scores: scores.subarray(0, 101),
  };
}

function count(column: { readonly codes: Int32Array; readonly counts: Int32Array }, place: number): void {
  const code = column.codes[place] ?? 0;
  column.counts[code] = (column.counts[code] ?? 0) + 1;
}

function byCount(one: ValueCount, other: ValueCount): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1);
}
