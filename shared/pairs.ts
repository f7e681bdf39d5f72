import { z } from 'zod';
import { Agreements } from './agreement.ts';
import { AccountId, CustomerId } from './ids.ts';

/** How sure the matcher is: `certain` (≤ 0.5% wrong expected), `likely`, `possible`. */
export const Band = z.enum(['certain', 'likely', 'possible']);
export type Band = z.infer<typeof Band>;

/** The comparisons that evidence can come from; `prior` is what is believed before looking. */
export const EvidenceField = z.enum(['prior', 'name', 'email', 'phone', 'website', 'address', 'competition']);
export type EvidenceField = z.infer<typeof EvidenceField>;

/**
 * One comparison's contribution. `bits` is its weight in log2, positive for, negative against, 0 when a side is
 * missing. `label` is the level in a person's words ("Name agrees, rare words").
 */
export const Evidence = z.object({
  field: EvidenceField,
  level: z.string(),
  label: z.string(),
  bits: z.number(),
  accountValue: z.string(),
  customerValue: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** An account and a customer with the probability that they are the same (0 to 1) and the evidence for it. */
export const Pair = z.object({
  accountId: AccountId,
  customerId: CustomerId,
  score: z.number().min(0).max(1),
  band: Band.nullable(),
  reason: z.string(),
  evidence: z.array(Evidence),
});
export type Pair = z.infer<typeof Pair>;

/**
 * A pair without its evidence, which is read only where a person looks at it; of that only what it agrees on is kept with
 * a proposal. Proposals that were stored before it was kept lack it.
 */
export const PairOutline = Pair.omit({ evidence: true }).extend({ agreements: Agreements.optional() });
export type PairOutline = z.infer<typeof PairOutline>;

/** Another record that competes for a pair, and how far it is behind: `margin`, in score, 0 for a tie, below 0 where it is ahead. */
export const Rival = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer'), customerId: CustomerId, margin: z.number() }),
  z.object({ kind: z.literal('account'), accountId: AccountId, margin: z.number() }),
]);
export type Rival = z.infer<typeof Rival>;

/** What the matcher could say of an account. */
export const ProposalState = z.enum(['suggested', 'conflict', 'no-candidate']);
export type ProposalState = z.infer<typeof ProposalState>;

/**
 * The matcher's word on one account: candidates best first (the first one is the proposal unless the state is
 * `conflict` or `no-candidate`), the rivals that make it a conflict, and why there is none where there is none.
 */
export const Proposal = z.object({
  accountId: AccountId,
  state: ProposalState,
  reason: z.string(),
  candidates: z.array(Pair),
  rivals: z.array(Rival),
});
export type Proposal = z.infer<typeof Proposal>;

/** A proposal with its candidates in outline: all that the review's rows need, and little enough to hold for every account. */
export const ProposalOutline = Proposal.extend({ candidates: z.array(PairOutline) });
export type ProposalOutline = z.infer<typeof ProposalOutline>;
