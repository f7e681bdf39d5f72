import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Band, Proposal, ProposalState } from '#shared/pairs.ts';

/** One line of the proposals: a candidate of an account. Rank 1 is the proposal, higher ranks are alternatives. */
export interface ProposalRow {
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
 * The lines of all proposals, in their order, at most three for an account, none for an account without candidate.
 * Rank 1 is given only to what the matcher proposes, so nothing has two of them: the candidates of a conflict, which
 * the matcher leaves undecided, begin at rank 2, and so do those of accounts that claim one customer together.
 */
export function* proposalRows(proposals: Iterable<Proposal>): Generator<ProposalRow> {
  const all = [...proposals];
  const claims = new Map<CustomerId, number>();
  for (const { state, candidates } of all) {
    const first = candidates[0]?.customerId;
    if (state === 'suggested' && first !== undefined) claims.set(first, (claims.get(first) ?? 0) + 1);
  }
  for (const { accountId, state, reason, candidates } of all) {
    if (state === 'no-candidate') continue;
    const first = candidates[0]?.customerId;
    const proposed = state === 'suggested' && first !== undefined && claims.get(first) === 1;
    const firstRank = proposed ? 1 : 2;
    for (const [at, pair] of candidates.slice(0, MOST_RANKS + 1 - firstRank).entries()) {
      const { customerId, score, band } = pair;
      yield {
        accountId,
        customerId,
        rank: firstRank + at,
        score,
        band,
        state,
        reason: state === 'conflict' ? reason : pair.reason,
      };
    }
  }
}
