import type { DecisionEntry, LastOutcome } from '#app/project/index.ts';
import type { AccountState } from '#shared/decisions.ts';
import type { DriftEffect } from '#shared/drift.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { PairOutline, ProposalOutline, Rival } from '#shared/pairs.ts';
import type { Account } from '#shared/records.ts';
import { driftSentence } from './drift/words.ts';
import type { Rejections } from './rejections.ts';

/** What an account's standing is worked out from. */
export interface StandingInput {
  readonly account: Account;
  /** The customer whose id the account carries; null when it carries none or one that does not exist. */
  readonly linked: CustomerId | null;
  /** Whether the customers are known by their ids: those of a file without ids are known by name only. */
  readonly hasCustomerIds: boolean;
  /** What is wrong with that link, in a sentence; `''` where nothing is. */
  readonly linkProblem: string;
  /** What exports did to its link or decision since the person last said something of it. */
  readonly drift: readonly DriftEffect[];
  readonly proposal: ProposalOutline | undefined;
  /** The person's decisions in force, oldest first. */
  readonly decisions: readonly DecisionEntry[];
  readonly outcome: LastOutcome | undefined;
  /** Who undid its link in Salesforce, in a sentence; `''` where nobody did or the person said something since. */
  readonly undone: string;
  /** The decision that had turned down all there was when the last match was made; null when none had. */
  readonly settledBy: number | null;
  /** Whether this account may have the customer: it exists, and no other one has it or it may belong to several. */
  readonly isFree: (customer: CustomerId) => boolean;
  readonly rejections: Rejections;
  /** Whether this rival account could still take the customer: it has none and has not turned it down. */
  readonly stillWants: (rival: AccountId, customer: CustomerId) => boolean;
}

/** Where an account stands: its state, the customer shown beside it, and who still competes. */
export interface Standing {
  readonly state: AccountState;
  readonly customer: CustomerId | null;
  readonly pair: PairOutline | null;
  readonly rivals: readonly Rival[];
  readonly reason: string;
  /** The confirm decision in force; null unless the state is `confirmed`, `failed`, or `written` after one. */
  readonly confirmation: DecisionEntry | null;
  /** Why the customer shown is back though the person rejected it; `''` where it is not. */
  readonly rejectedBefore: string;
  /** Who undid its link, in a sentence, while it carries none; `''` where nobody did. */
  readonly undone: string;
  /** Whether the id that the account carries leads to a customer that it should not be linked to as it is. */
  readonly hasLinkProblem: boolean;
  /** What exports did to its link or decision, to be looked at. */
  readonly drift: readonly DriftEffect[];
}

/** Works out an account's standing from the proposal, the decisions in force, the last write and what drifted. Pure. */
export function standingOf(input: StandingInput): Standing {
  const { drift } = input;
  const standing = undisturbed(input);
  const undone = isLinked(standing) ? '' : input.undone;
  const reason = [...drift.map(driftSentence), undone, standing.reason].filter((part) => part !== '');
  return { ...standing, drift, undone, reason: reason.join('. ') };
}

function isLinked({ state }: Standing): boolean {
  return state === 'linked' || state === 'written';
}

function undisturbed(input: StandingInput): Standing {
  const { account, decisions, drift, linked, linkProblem } = input;
  const last = decisions.at(-1);
  const isGone = drift.some(({ kind }) => kind === 'customer-gone');
  if (
    last?.kind === 'confirm' &&
    last.customerId !== null &&
    (linked === last.customerId || (linked === null && !isGone))
  ) {
    return confirmed(input, last, last.customerId);
  }
  if (linked !== null && wasMade(input, linked)) {
    return {
      ...nothing,
      state: 'written',
      customer: linked,
      reason: 'Created in Salesforce from this customer',
    };
  }
  if (linked !== null && wasCreated(input, linked)) {
    return {
      ...nothing,
      state: 'written',
      customer: linked,
      reason: 'Created in QuickBooks from this account',
    };
  }
  if (linked !== null) {
    const reason = linkProblem === '' ? 'Carries this customer’s id' : linkProblem;
    const hasLinkProblem = linkProblem !== '' && last?.kind !== 'ignore';
    return { ...nothing, state: 'linked', customer: linked, reason, hasLinkProblem };
  }
  if (last !== undefined && last.kind !== 'confirm' && last.kind !== 'reject') {
    const state = last.kind === 'skip' ? 'skipped' : last.kind === 'ignore' ? 'ignored' : 'create-new';
    return state === 'skipped' ? skipped(input, last) : { ...nothing, state };
  }
  if (account.linkedCustomerId === '') return proposedStanding(input);
  if (!input.hasCustomerIds && !isGone) {
    // Taken for a broken link it would be proposed anew, and a good link overwritten.
    const reason = `Carries id ${account.linkedCustomerId}. The customers’ file has no ids, so whose it is cannot be told`;
    return { ...nothing, state: 'linked', reason };
  }
  const proposed = proposedStanding(input);
  const carries = isGone ? '' : `Carries id ${account.linkedCustomerId}, which no customer has. `;
  const reason = `${carries}${proposed.reason}`.trim();
  return { ...proposed, state: 'dangling', reason };
}

/** Whether this program created the account from the customer, and nobody decided otherwise since. */
function wasMade({ decisions, outcome }: StandingInput, customer: CustomerId): boolean {
  return (
    outcome?.madeAccount === true &&
    outcome.customerId === customer &&
    decisions.every(({ kind }) => kind === 'reject')
  );
}

/** Whether this program created the customer for the account, by the decision in force, and linked the two. */
function wasCreated({ decisions, outcome }: StandingInput, customer: CustomerId): boolean {
  const last = decisions.at(-1);
  return (
    last?.kind === 'create-new' &&
    outcome?.decisionSeq === last.seq &&
    outcome.state === 'done' &&
    outcome.customerId === customer
  );
}

/** Whether a pair waits to be written: it is confirmed, and nothing happened to it since. */
export function isToWrite({ state, drift }: Standing): boolean {
  return state === 'confirmed' && drift.length === 0;
}

/** What the row showed when it was skipped stays there, whatever another match proposes, as long as it is free. */
function skipped(input: StandingInput, { customerId: shown }: DecisionEntry): Standing {
  const base = { ...nothing, state: 'skipped' } as const;
  if (shown === null) return base;
  const open = openCandidates(input);
  const pair = input.isFree(shown) ? open.find(({ customerId }) => customerId === shown) : open[0];
  if (pair !== undefined) return { ...base, customer: pair.customerId, pair, reason: pair.reason };
  return input.isFree(shown) ? { ...base, customer: shown } : base;
}

const nothing = {
  customer: null,
  pair: null,
  rivals: [],
  reason: '',
  confirmation: null,
  rejectedBefore: '',
  undone: '',
  hasLinkProblem: false,
  drift: [],
} as const;

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
  const { account, proposal, decisions, settledBy } = input;
  if (proposal === undefined) return { ...nothing, state: 'no-candidate', reason: 'Not matched yet' };
  const last = decisions.at(-1);
  if (last?.kind === 'reject' && last.seq === settledBy) {
    return { ...nothing, state: 'rejected', reason: whyNone(input) };
  }
  const open = openCandidates(input);
  const first = open[0];
  const tied = proposal.state === 'conflict';
  // Of a crowd of equals each has a low score, and is worth showing all the same.
  if (first === undefined || (first.band === null && !tied)) {
    const state = input.rejections.inForce.size > 0 ? 'rejected' : 'no-candidate';
    return { ...nothing, state, reason: whyNone(input) };
  }
  const again = input.rejections.lapsed.get(first.customerId) ?? '';
  const standing = {
    ...nothing,
    customer: first.customerId,
    pair: first,
    reason: again === '' ? first.reason : `${again}. ${first.reason}`,
    rejectedBefore: again,
  };
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
function openCandidates({ proposal, rejections, isFree }: StandingInput): PairOutline[] {
  return (proposal?.candidates ?? []).filter(
    ({ customerId }) => !rejections.inForce.has(customerId) && isFree(customerId),
  );
}

function whyNone({ proposal, rejections, isFree }: StandingInput): string {
  if (rejections.inForce.size > 0) return 'You rejected the proposal';
  const best = proposal?.candidates[0];
  if (best !== undefined && best.band !== null && !isFree(best.customerId)) {
    return 'Its best candidate belongs to another account';
  }
  return proposal?.reason ?? '';
}
