import { z } from 'zod';
import { CreationState } from './creating.ts';
import { Environment } from './datasets.ts';
import { AccountId, CustomerId, RunId } from './ids.ts';
import { JournalState } from './journal-state.ts';
import { RemovalPlan } from './removals.ts';

/** The two fields that link an account to a customer, as they stand in Salesforce; `''` is blank. */
export const LinkFields = z.object({ customerId: z.string(), syncToken: z.string() });
export type LinkFields = z.infer<typeof LinkFields>;

/** What a person must accept before a link is written. */
export const LinkWarning = z.enum([
  'replaces-dangling-id',
  'inactive-customer',
  'sub-customer',
  'several-accounts',
  'high-value',
]);
export type LinkWarning = z.infer<typeof LinkWarning>;

/**
 * An account's link fields before and after. `customerId` is the project's own key of the customer; `after.customerId`
 * the QuickBooks id, which differs where a file carried no ids.
 */
const ChangedLink = z.object({
  accountId: AccountId,
  accountName: z.string(),
  customerId: CustomerId,
  customerName: z.string(),
  before: LinkFields,
  after: LinkFields,
});

/** One link as it would be written. `balance` is what the customer owes, in `currency`. */
export const PlannedLink = ChangedLink.extend({
  warnings: z.array(LinkWarning),
  balance: z.number(),
  currency: z.string(),
});
export type PlannedLink = z.infer<typeof PlannedLink>;

/** A confirmed pair that cannot be written as things are, and why. */
export const BlockedLink = z.object({
  accountId: AccountId,
  accountName: z.string(),
  customerName: z.string(),
  message: z.string(),
});
export type BlockedLink = z.infer<typeof BlockedLink>;

/** Whether a link stays out of a run that holds these warnings back. */
export function isHeldBack(
  { warnings }: Pick<PlannedLink, 'warnings'>,
  holdBack: readonly LinkWarning[],
): boolean {
  return warnings.some((one) => holdBack.includes(one));
}

/** Why a confirmed pair is not among the links that another program is to load. */
export const LeftOutReason = z.enum([
  'changed-since',
  'customer-taken',
  'customer-unknown',
  'failed-before',
  'no-account-id',
]);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

/** A confirmed pair that a file of links leaves out, and why. */
export const LeftOutLink = BlockedLink.extend({ reason: LeftOutReason });
export type LeftOutLink = z.infer<typeof LeftOutLink>;

/** Which links a file holds: those that are confirmed and not written, or those that were written, as a record. */
export const LinkFileKind = z.enum(['to-write', 'written']);
export type LinkFileKind = z.infer<typeof LinkFileKind>;

/** A file of links that was saved. `warnings` counts its links by what a person should know of them. */
export const SavedLinkFile = z.object({
  what: LinkFileKind,
  path: z.string(),
  rows: z.int().nonnegative(),
  warnings: z.partialRecord(LinkWarning, z.int().positive()),
  leftOut: z.array(LeftOutLink),
});
export type SavedLinkFile = z.infer<typeof SavedLinkFile>;

/** The customer's open balance from which a link is one of high value, where a person set no other one. */
export const usualHighValue = 10_000;

/** Everything that one click would write. `fingerprint` changes whenever any of it does. */
export const WritePlan = z.object({
  fingerprint: z.string(),
  organisationName: z.string(),
  environment: Environment,
  links: z.array(PlannedLink),
  blocked: z.array(BlockedLink),
  warnings: z.array(LinkWarning),
  unfinishedRun: RunId.nullable(),
});
export type WritePlan = z.infer<typeof WritePlan>;

/** The same without its links, which are given in pieces: how many there are, and how many of them have each warning. */
export const WritePreview = WritePlan.omit({ links: true, warnings: true }).extend({
  count: z.int().nonnegative(),
  warnings: z.partialRecord(LinkWarning, z.int().positive()),
});
export type WritePreview = z.infer<typeof WritePreview>;

/** A write plan that was saved as a workbook. */
export const SavedPlan = z.object({
  path: z.string(),
  links: z.int().nonnegative(),
  blocked: z.int().nonnegative(),
});
export type SavedPlan = z.infer<typeof SavedPlan>;

/** One record's entry in the journal. `message` is for the person, `serviceMessage` the service's own words. */
export const JournalEntry = ChangedLink.extend({
  state: JournalState,
  message: z.string(),
  serviceMessage: z.string(),
  at: z.string(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** `paused`: a person let it rest. `held`: its first links did not come out as planned, and a person says how to go on. */
export const RunStatus = z.enum([
  'running',
  'finished',
  'interrupted',
  'cancelled',
  'failed',
  'paused',
  'held',
]);
export type RunStatus = z.infer<typeof RunStatus>;

/** What a run does: it writes confirmed links, sets back what another run changed, or creates records and links them. */
export const RunKind = z.enum(['write-links', 'undo-links', 'create-customers', 'create-accounts']);
export type RunKind = z.infer<typeof RunKind>;

/**
 * One run of links. `counts` has a number for each journal state; a run that creates records first has `creations`, too,
 * and of its links only those whose record was created. `undoes` is the run that it undoes, `undoneBy` the last one that
 * undoes it. `leftOut` counts links that were planned, never sent and taken out of the run. Times are ISO 8601.
 */
export const RunInfo = z.object({
  id: RunId,
  kind: RunKind,
  undoes: RunId.nullable(),
  undoneBy: RunId.nullable(),
  status: RunStatus,
  author: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  organisationName: z.string(),
  counts: z.record(JournalState, z.int().nonnegative()),
  leftOut: z.int().nonnegative(),
  creations: z.record(CreationState, z.int().nonnegative()).nullable(),
  /** Of an undo that takes created records away, or brings them back, how many stand where. */
  removals: z.record(JournalState, z.int().nonnegative()).nullable(),
  error: z.string().nullable(),
});
export type RunInfo = z.infer<typeof RunInfo>;

/** An account as it would be set back: `before` is what it carries now, `after` what it carried before the run. */
export const RestoredLink = ChangedLink;
export type RestoredLink = z.infer<typeof RestoredLink>;

/**
 * What undoing a run would do as things are in Salesforce now. `skipped` are accounts that are no longer as the run left
 * them, each with the reason; `asBefore` counts those that are again as they were before the run. `fingerprint` changes
 * whenever any of it does.
 */
export const UndoPlan = z.object({
  runId: RunId,
  fingerprint: z.string(),
  organisationName: z.string(),
  environment: Environment,
  restored: z.array(RestoredLink),
  skipped: z.array(BlockedLink),
  asBefore: z.int().nonnegative(),
  /** What could become of the records that the run created; null where it created none. */
  made: RemovalPlan.nullable(),
  unfinishedRun: RunId.nullable(),
});
export type UndoPlan = z.infer<typeof UndoPlan>;

/** The same without its accounts, which are given in pieces. */
export const UndoPreview = UndoPlan.omit({ restored: true, skipped: true }).extend({
  restoredCount: z.int().nonnegative(),
  skippedCount: z.int().nonnegative(),
});
export type UndoPreview = z.infer<typeof UndoPreview>;
