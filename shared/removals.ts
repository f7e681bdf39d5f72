import { z } from 'zod';
import { AccountId } from './ids.ts';
import { JournalState } from './journal-state.ts';

/** What an undo does to a record that a run created. QuickBooks deletes no customers: they are made inactive. */
export const RemovalAction = z.enum(['deactivate', 'reactivate']);
export type RemovalAction = z.infer<typeof RemovalAction>;

/** A record that an undo takes away, or brings back: the customer itself, and the account of its link. */
export const PlannedRemoval = z.object({
  recordId: z.string(),
  name: z.string(),
  accountId: AccountId,
  accountName: z.string(),
});
export type PlannedRemoval = z.infer<typeof PlannedRemoval>;

/** A record that an undo leaves as it is, and why. */
export const KeptRecord = PlannedRemoval.extend({ message: z.string() });
export type KeptRecord = z.infer<typeof KeptRecord>;

/** What undoing a run could do to the records that it created, where the person says so. `kept` are those it cannot. */
export const RemovalPlan = z.object({
  action: RemovalAction,
  records: z.array(PlannedRemoval),
  kept: z.array(KeptRecord),
});
export type RemovalPlan = z.infer<typeof RemovalPlan>;

/** What became of one such record. Times are ISO 8601. */
export const RemovalEntry = PlannedRemoval.omit({ accountName: true }).extend({
  action: RemovalAction,
  state: JournalState,
  message: z.string(),
  serviceMessage: z.string(),
  at: z.string(),
});
export type RemovalEntry = z.infer<typeof RemovalEntry>;
