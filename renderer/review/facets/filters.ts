import { z } from 'zod';
import type { ReviewRow } from '#shared/review.ts';
import { isSameValue } from './facet.ts';
import { facetCodes } from './facet-codes.ts';
import { FacetId } from './facet-id.ts';
import { passing } from './passing.ts';
import { textMatches } from './text-matches.ts';

/**
 * What the table is narrowed to: the values chosen of each facet, any of which suffices, and scores from and to so many
 * per cent, both included. A facet of which nothing is chosen lets all through.
 */
export const Filters = z.object({
  chosen: z.partialRecord(FacetId, z.array(z.string()).readonly()).readonly(),
  score: z
    .tuple([z.int().min(0).max(100), z.int().min(0).max(100)])
    .readonly()
    .nullable(),
});
export type Filters = z.infer<typeof Filters>;

/** So many letters are looked for at the most. */
export const longestText = 200;

export const noFilters: Filters = { chosen: {}, score: null };

/** How many values are chosen over all facets; a range of scores is one. */
export function filterCount({ chosen, score }: Filters): number {
  const values = Object.values(chosen).reduce((sum, { length }) => sum + length, 0);
  return values + (score === null ? 0 : 1);
}

/** The filters with this value chosen, or without it if it was. */
export function toggled(filters: Filters, facet: FacetId, value: string): Filters {
  const { [facet]: before = [], ...others } = filters.chosen;
  const left = before.filter((one) => !isSameValue(facet, one, value));
  const values = left.length < before.length ? left : [...before, value];
  return { ...filters, chosen: values.length === 0 ? others : { ...others, [facet]: values } };
}

/** The rows that hold every word of the text and pass every facet, in their order. */
export function filteredRows(
  rows: readonly ReviewRow[],
  text: string,
  filters: Filters,
): readonly ReviewRow[] {
  const matches = textMatches(rows, text);
  if (filterCount(filters) === 0) {
    return matches === null ? rows : rows.filter((_, index) => matches[index] === 1);
  }
  const passes = passing(facetCodes(rows), filters);
  return rows.filter((_, index) => (matches === null || matches[index] === 1) && passes(index));
}
