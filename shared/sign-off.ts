import { z } from 'zod';
import { Environment } from './datasets.ts';
import { type AccountState, CustomerState, type Queue } from './decisions.ts';
import type { JournalState } from './journal-state.ts';
import { RunInfo } from './links.ts';
import { MatchPolicy } from './matching.ts';
import { Band } from './pairs.ts';
import { Sample } from './sampling.ts';

/**
 * What came of an account, in the order in which a summary tells it. `refused` was not sent because something had changed;
 * `unanswered` was sent and is settled by reading it; `to-check` is a link or a decision that something speaks against.
 */
export const Outcome = z.enum([
  'written',
  'linked',
  'to-write',
  'failed',
  'refused',
  'unanswered',
  'to-check',
  'undecided',
  'skipped',
  'create-new',
  'ignored',
  'rejected',
  'no-match',
]);
export type Outcome = z.infer<typeof Outcome>;

/** The word that a person reads for each outcome. */
export const outcomeWords: Record<Outcome, string> = {
  written: 'Written and read back',
  linked: 'Linked before this project',
  'to-write': 'Confirmed, not written yet',
  failed: 'Write failed',
  refused: 'Refused before writing',
  unanswered: 'Sent, no answer yet',
  'to-check': 'To be looked at again',
  undecided: 'Proposed, not decided',
  skipped: 'Skipped',
  'create-new': 'To be created in QuickBooks',
  ignored: 'Left out on purpose',
  rejected: 'All candidates rejected',
  'no-match': 'No match found',
};

/** The words for what became of a customer to which no account belongs. */
export const customerOutcomeWords: Record<CustomerState, string> = {
  matched: 'Matched',
  'no-match': 'No account found',
  'create-new': 'To be created in Salesforce',
  ignored: 'Left out on purpose',
  skipped: 'Skipped',
};

/** Outcomes that ask for more work. */
export const openOutcomes: readonly Outcome[] = [
  'to-write',
  'failed',
  'refused',
  'unanswered',
  'to-check',
  'undecided',
  'skipped',
];

const byState: Record<AccountState, Outcome> = {
  linked: 'linked',
  dangling: 'to-check',
  suggested: 'undecided',
  conflict: 'undecided',
  'no-candidate': 'no-match',
  confirmed: 'to-write',
  rejected: 'rejected',
  skipped: 'skipped',
  'create-new': 'create-new',
  ignored: 'ignored',
  written: 'written',
  failed: 'failed',
};

/**
 * The outcome of an account by its row, and by how far the last attempt to write its present decision came (null: none
 * was made).
 */
export function outcomeOf(
  { state, queue }: { readonly state: AccountState; readonly queue: Queue },
  attempt: JournalState | null,
): Outcome {
  if (queue === 'changed-since' || queue === 'linked-problems') return 'to-check';
  if (state === 'written') return attempt === 'done' ? 'written' : 'linked';
  const isSent = attempt === 'sent' || attempt === 'unknown';
  if ((state === 'failed' || state === 'confirmed') && isSent) return 'unanswered';
  return state === 'failed' && attempt === 'refused' ? 'refused' : byState[state];
}

const Count = z.int().nonnegative();

/** Sums of what customers owe, a currency each; they are never added up. */
const Money = z.array(z.object({ currency: z.string(), amount: z.number().nonnegative() }));
export type Money = z.infer<typeof Money>;

/** One side as it was exported: `id` and `environment` are null for a file. `choice` says which records, `''` for all. */
const SignedSide = z.object({
  name: z.string(),
  id: z.string().nullable(),
  environment: Environment.nullable(),
  choice: z.string(),
  exportedAt: z.string(),
  count: Count,
});
export type SignedSide = z.infer<typeof SignedSide>;

/**
 * What was done in a project and what came of it: enough for a cover sheet or a printed page. Times are ISO 8601; `period`
 * runs from the first to the last decision or write. `money` is what the customers of an outcome owe, each counted once.
 */
export const SignOffSummary = z.object({
  projectName: z.string(),
  preparedAt: z.string(),
  preparedBy: z.string(),
  salesforce: SignedSide.nullable(),
  quickbooks: SignedSide.nullable(),
  matchedAt: z.string().nullable(),
  policy: MatchPolicy,
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  reviewers: z.array(z.object({ name: z.string(), decisions: Count, from: z.string(), to: z.string() })),
  outcomes: z.array(z.object({ outcome: Outcome, accounts: Count, money: Money })),
  /** The pairs of each band: confirmed (written ones too), and not decided. */
  bands: z.array(z.object({ band: Band, pairs: Count, confirmed: Count, undecided: Count })),
  rejectedPairs: Count,
  proposals: Count,
  customers: z.array(z.object({ state: CustomerState, customers: Count })),
  samples: z.array(Sample.omit({ pairs: true })),
  runs: z.array(RunInfo),
});
export type SignOffSummary = z.infer<typeof SignOffSummary>;
