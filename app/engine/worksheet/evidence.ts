import type { Project } from '#app/project/index.ts';
import type { EvidenceRow, Match, Rivalry } from '#app/worksheet/index.ts';
import { Band } from '#shared/pairs.ts';
import type { SortedAccounts } from './sorted-out.ts';

/** To read the evidence of more pairs takes longer than a person waits for a worksheet. */
export const mostExplained = 15_000;

/**
 * The comparisons of pairs that the matcher proposed and that are not linked already, those to be looked at first first: in
 * conflict, then undecided, the least sure ones before the others. What is missing on a side says nothing and is left out.
 */
export function* evidenceOf(
  { proposals }: Project,
  { conflicts, matches }: SortedAccounts,
): Generator<EvidenceRow> {
  const pairs = [...conflicts, ...matches].toSorted((one, other) => turnOf(one) - turnOf(other));
  for (const { account, customer } of pairs.slice(0, mostExplained)) {
    const candidates = proposals.of(account.id)?.candidates ?? [];
    const pair = candidates.find(({ customerId }) => customerId === customer.id);
    for (const evidence of pair?.evidence ?? []) {
      if (pair !== undefined && evidence.level !== 'missing') yield { account, customer, pair, evidence };
    }
  }
}

function turnOf(pair: Match | Rivalry): number {
  if ('group' in pair) return 0;
  const { band, state } = pair.row;
  const bySureness = Band.options.length - (band === null ? 0 : Band.options.indexOf(band));
  return bySureness + (state === 'suggested' ? 0 : Band.options.length);
}
