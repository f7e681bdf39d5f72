import type { Review } from '#app/review/index.ts';
import type { Comparison, Match, Rivalry } from '#app/worksheet/index.ts';
import { Band } from '#shared/pairs.ts';
import type { SortedAccounts } from './sorted-out.ts';

/** The evidence of more pairs takes longer to read and to explain than a person waits for a worksheet. */
export const mostExplained = 10_000;

/**
 * The comparisons of pairs that are not linked already, those to be looked at first first: in conflict, then undecided, the
 * least sure ones before the others. What is missing on a side says nothing and is left out.
 */
export function* evidenceOf(review: Review, { conflicts, matches }: SortedAccounts): Generator<Comparison> {
  const pairs = [...conflicts, ...matches].toSorted((one, other) => turnOf(one) - turnOf(other));
  for (const { account, customer } of pairs.slice(0, mostExplained)) {
    for (const pair of review.pairsInFull(account, [customer])) {
      for (const evidence of pair.evidence) {
        if (evidence.level !== 'missing') yield { account, customer, pair, evidence };
      }
    }
  }
}

function turnOf(pair: Match | Rivalry): number {
  if ('group' in pair) return 0;
  const { band, state } = pair.row;
  const bySureness = Band.options.length - (band === null ? 0 : Band.options.indexOf(band));
  return bySureness + (state === 'suggested' ? 0 : Band.options.length);
}
