import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Band, ProposalOutline, ProposalState } from '#shared/pairs.ts';

/** A candidate of an account with its rank: 1 is the proposal, higher ranks are alternatives. */
export interface RankedCandidate {
  readonly accountId: AccountId;
  readonly customerId: CustomerId;
  readonly rank: number;
  readonly score: number;
  readonly band: Band | null;
  readonly state: ProposalState;
  readonly reason: string;
}

const MOST_RANKS = 3;

/**
 * The candidates of all proposals with their ranks, in their order; see {@link rankedCandidates}. Accounts that claim
 * one customer together have no rank 1.
 */
export function* proposalRows(proposals: readonly ProposalOutline[]): Generator<RankedCandidate> {
  const claims = new Map<CustomerId, number>();
  for (const { state, candidates } of proposals) {
    const first = candidates[0]?.customerId;
    if (state === 'suggested' && first !== undefined) claims.set(first, (claims.get(first) ?? 0) + 1);
  }
  for (const proposal of proposals) {
    const first = proposal.candidates[0]?.customerId;
    yield* rankedCandidates(proposal, first !== undefined && claims.get(first) === 1);
  }
}

/** How many rows {@link proposalRows} gives. */
export function countProposals(proposals: readonly ProposalOutline[]): number {
  let rows = 0;
  for (const _ of proposalRows(proposals)) rows += 1;
  return rows;
}

/**
 * The candidates of one account with their ranks, at most three, none for an account without candidate. Rank 1 is
 * given only to what the matcher proposes, so nothing has two of them: the candidates of a conflict, which the matcher
 * leaves undecided, begin at rank 2, and so do those of an account that is not the only one to claim its customer.
 */
export function rankedCandidates<C extends { readonly reason: string }>(
  {
    state,
    reason,
    candidates,
  }: Pick<ProposalOutline, 'state' | 'reason'> & { readonly candidates: readonly C[] },
  claimsAlone: boolean,
): (C & Pick<RankedCandidate, 'rank' | 'state' | 'reason'>)[] {
  if (state === 'no-candidate') return [];
  const firstRank = state === 'suggested' && claimsAlone ? 1 : 2;
  return candidates.slice(0, MOST_RANKS + 1 - firstRank).map((pair, at) => ({
    ...pair,
    rank: firstRank + at,
    state,
    reason: state === 'conflict' ? reason : pair.reason,
  }));
}
