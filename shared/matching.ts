import { z } from 'zod';
import { AccountId, CustomerId } from './ids.ts';

/**
 * What a project allows the matcher: whether sub-customers (jobs) are proposed at all, and whether one customer may
 * belong to several accounts.
 */
export const MatchPolicy = z.object({ subCustomers: z.boolean(), severalAccounts: z.boolean() });
export type MatchPolicy = z.infer<typeof MatchPolicy>;

/** Sub-customers are proposed where the evidence is their own; a customer belongs to one account. */
export const usualPolicy: MatchPolicy = Object.freeze({ subCustomers: true, severalAccounts: false });

/**
 * A person's word on an identifier: `shared` says that it belongs to many and tells nothing, `good` that it belongs to
 * one business however many records carry it. `value` is as written in a record.
 */
export const Pin = z.object({
  kind: z.enum(['phone', 'email', 'domain']),
  value: z.string().min(1),
  as: z.enum(['shared', 'good']),
});
export type Pin = z.infer<typeof Pin>;

/** A pair that a person has spoken on. */
export const DecidedPair = z.object({ accountId: AccountId, customerId: CustomerId });
export type DecidedPair = z.infer<typeof DecidedPair>;

/**
 * What a person has taught the matcher. `confirmed` pairs stand; `rejected` ones are not proposed again; both teach the
 * weights.
 */
export const Teaching = z.object({
  policy: MatchPolicy,
  pins: z.array(Pin),
  confirmed: z.array(DecidedPair),
  rejected: z.array(DecidedPair),
});
export type Teaching = z.infer<typeof Teaching>;

/** Nobody has said anything yet. */
export const noTeaching: Teaching = Object.freeze({
  policy: usualPolicy,
  pins: [],
  confirmed: [],
  rejected: [],
});

/** A link that an account carries already and that both records speak against; `reason` says how. */
export const LinkDoubt = z.object({ accountId: AccountId, customerId: CustomerId, reason: z.string() });
export type LinkDoubt = z.infer<typeof LinkDoubt>;

/**
 * What a match has learnt from decisions: how many pairs of each kind it used, and the levels whose weight they moved
 * by half a bit or more, in bits with and without them. `label` is the level in a person's words.
 */
export const Lesson = z.object({
  confirmed: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  changes: z.array(z.object({ label: z.string(), before: z.number(), after: z.number() })),
});
export type Lesson = z.infer<typeof Lesson>;

/**
 * What a match is told beside the records. `since` counts what was said after the last match and is not in its
 * proposals yet, everything where there was none: pairs confirmed, rejected or taken back, pins set or taken off, another
 * policy. `lesson` is what the last match learnt. `matchedAt` and `lesson` are null before the first match and after new
 * data arrived.
 */
export const MatchSettings = z.object({
  policy: MatchPolicy,
  pins: z.array(Pin),
  matchedAt: z.string().nullable(),
  since: z.object({ decisions: z.int().nonnegative(), pins: z.int().nonnegative(), policy: z.boolean() }),
  lesson: Lesson.nullable(),
});
export type MatchSettings = z.infer<typeof MatchSettings>;
