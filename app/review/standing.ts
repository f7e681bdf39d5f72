import type { DecisionEntry, LastOutcome } from '#app/project/index.ts';
import type { AccountState } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Pair, Proposal, Rival } from '#shared/pairs.ts';
import type { Account } from '#shared/records.ts';

/** What an account's standing is worked out from. */
export interface StandingInput {
  readonly account: Account;
  /** The customer whose id the account carries; null when it carries none or one that does not exist. */
  readonly linked: CustomerId | null;
  readonly proposal: Proposal | undefined;
  /** The person's decisions in force, oldest first. */
  readonly decisions: readonly DecisionEntry[];
  readonly outcome: LastOutcome | undefined;
  /** The account that already has this customer, by link or by decision; null when it is free. */
  readonly holderOf: (customer: CustomerId) => AccountId | null;
  /** Whether this rival account could still take the customer: it has none and has not turned it down. */
  readonly stillWants: (rival: AccountId, customer: CustomerId) => boolean;
}

/** Where an account stands: its state, the customer shown beside it, and who still competes. */
export interface Standing {
  readonly state: AccountState;
  readonly customer: CustomerId | null;
  readonly pair: Pair | null;
  readonly rivals: readonly Rival[];
  readonly reason: string;
  /** The confirm decision in force; null unless the state is `confirmed`, `written` or `failed`. */
  readonly confirmation: DecisionEntry | null;
}

/** Works out an account's standing from the proposal, the decisions in force, and the last write. Pure. */
export function standingOf(input: StandingInput): Standing {
  const { account, decisions, linked } = input;
  const last = decisions.at(-1);
  if (
    last?.kind === 'confirm' &&
    last.customerId !== null &&
    (linked === null || linked === last.customerId)
  ) {
    return confirmed(input, last, last.customerId);
  }
  if (linked !== null)
    return { ...nothing, state: 'linked', customer: linked, reason: 'Carries this customer’s id' };
  if (last !== undefined && last.kind !== 'confirm' && last.kind !== 'reject') {
    const state = last.kind === 'skip' ? 'skipped' : last.kind === 'ignore' ? 'ignored' : 'create-new';
    const first = state === 'skipped' ? openCandidates(input)[0] : undefined;
    return {
      ...nothing,
      state,
      customer: first?.customerId ?? null,
      pair: first ?? null,
      reason: first?.reason ?? '',
    };
  }
  const proposed = proposedStanding(input);
  if (account.linkedCustomerId === '') return proposed;
  const reason = `Carries id ${account.linkedCustomerId}, which no customer has. ${proposed.reason}`.trim();
  return { ...proposed, state: 'dangling', reason };
}

const nothing = { customer: null, pair: null, rivals: [], reason: '', confirmation: null } as const;

function confirmed(input: StandingInput, decision: DecisionEntry, customer: CustomerId): Standing {
  const { account, outcome, proposal } = input;
  const pair = proposal?.candidates.find((candidate) => candidate.customerId === customer) ?? null;
  const base = { ...nothing, customer, pair, confirmation: decision };
  const reason = pair?.reason ?? 'Chosen by hand';
  if (account.linkedCustomerId === customer) return { ...base, state: 'written', reason };
  const ofThisDecision = outcome !== undefined && outcome.decisionSeq === decision.seq;
  if (ofThisDecision && ['failed', 'refused', 'unknown'].includes(outcome.state)) {
    return { ...base, state: 'failed', reason: outcome.message };
  }
  return { ...base, state: 'confirmed', reason };
}

function proposedStanding(input: StandingInput): Standing {
  const { account, proposal, decisions } = input;
  if (proposal === undefined) return { ...nothing, state: 'no-candidate', reason: 'Not matched yet' };
  const open = openCandidates(input);
  const first = open[0];
  const tied = proposal.state === 'conflict';
  // Of a crowd of equals each has a low score, and is worth showing all the same.
  if (first === undefined || (first.band === null && !tied)) {
    const state = decisions.length > 0 ? 'rejected' : 'no-candidate';
    return { ...nothing, state, reason: whyNone(input) };
  }
  const standing = { ...nothing, customer: first.customerId, pair: first, reason: first.reason };
  if (!tied) return { ...standing, state: 'suggested' };
  const isOpen = (customer: CustomerId) => open.some((candidate) => candidate.customerId === customer);
  const rivals = proposal.rivals.filter((rival) =>
    rival.kind === 'customer'
      ? rival.customerId !== first.customerId && isOpen(rival.customerId)
      : rival.accountId !== account.id && input.stillWants(rival.accountId, first.customerId),
  );
  return { ...standing, rivals, state: rivals.length > 0 ? 'conflict' : 'suggested' };
}

/** The candidates that the person has not turned down and that no other account has, best first. */
function openCandidates({ account, proposal, decisions, holderOf }: StandingInput): Pair[] {
  const rejected = new Set(decisions.filter((d) => d.kind === 'reject').map((d) => d.customerId));
  return (proposal?.candidates ?? []).filter(({ customerId }) => {
    const holder = holderOf(customerId);
    return !rejected.has(customerId) && (holder === null || holder === account.id);
  });
}

function whyNone({ proposal, decisions, holderOf }: StandingInput): string {
  if (decisions.length > 0) return 'You rejected the proposal';
  const best = proposal?.candidates[0];
  if (best !== undefined && best.band !== null && holderOf(best.customerId) !== null) {
    return 'Its best candidate belongs to another account';
  }
  return proposal?.reason ?? '';
}
