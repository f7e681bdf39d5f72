import { z } from 'zod';
import { AccountId, CustomerId } from './ids.ts';

/**
 * What a person can say of a row. `confirm` and `reject` are about one pair, the rest about the account; a `skip` keeps
 * the customer that the row showed.
 */
export const DecisionKind = z.enum(['confirm', 'reject', 'skip', 'create-new', 'ignore']);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** What a person can say of a customer that belongs to no account: make an account of it, leave it out, decide later. */
export const CustomerDecisionKind = DecisionKind.extract(['create-new', 'ignore', 'skip']);
export type CustomerDecisionKind = z.infer<typeof CustomerDecisionKind>;

/**
 * Where an account stands.
 * `linked` carries an id that exists, `dangling` one that does not; `conflict` is a tie, a near tie, or two
 * accounts on one customer; `written` and `failed` are the outcome of the last write of a confirmed pair.
 */
export const AccountState = z.enum([
  'linked',
  'dangling',
  'suggested',
  'conflict',
  'no-candidate',
  'confirmed',
  'rejected',
  'skipped',
  'create-new',
  'ignored',
  'written',
  'failed',
]);
export type AccountState = z.infer<typeof AccountState>;

/**
 * Where a customer stands of which no account is linked, confirmed or proposed; `matched` are all others.
 */
export const CustomerState = z.enum(['matched', 'no-match', 'create-new', 'ignored', 'skipped']);
export type CustomerState = z.infer<typeof CustomerState>;

/** The piles a person works through. Every account is in exactly one. */
export const Queue = z.enum([
  'suggested',
  'conflicts',
  'changed-since',
  'no-match',
  'linked-problems',
  'failed',
  'done',
  'linked',
]);
export type Queue = z.infer<typeof Queue>;

const queueByState: Record<AccountState, Queue> = {
  linked: 'linked',
  dangling: 'linked-problems',
  suggested: 'suggested',
  conflict: 'conflicts',
  'no-candidate': 'no-match',
  confirmed: 'done',
  rejected: 'no-match',
  skipped: 'done',
  'create-new': 'done',
  ignored: 'done',
  written: 'done',
  failed: 'failed',
};

/** What decides the queue of an account beside its state. */
interface Place {
  readonly state: AccountState;
  readonly hasLinkProblem: boolean;
  readonly drift: readonly unknown[];
}

/**
 * The queue an account waits in: by what exports did to its link or decision, then by whether something is wrong with the
 * link it carries, then by its state.
 */
export function queueOf({ state, hasLinkProblem, drift }: Place): Queue {
  if (drift.length > 0) return 'changed-since';
  return state === 'linked' && hasLinkProblem ? 'linked-problems' : queueByState[state];
}

/** One entry of the decision log. `at` is ISO 8601; `undone` says that a later undo took it back. */
export const Decision = z.object({
  seq: z.int().positive(),
  batch: z.int().positive(),
  accountId: AccountId,
  customerId: CustomerId.nullable(),
  kind: DecisionKind,
  author: z.string(),
  at: z.string(),
  undone: z.boolean(),
});
export type Decision = z.infer<typeof Decision>;
