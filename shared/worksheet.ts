import { z } from 'zod';
import { DecisionKind } from './decisions.ts';
import { AccountId, CustomerId } from './ids.ts';

/**
 * What a row of a worksheet that came back is, against the project.
 * - `new`, `changed`, `customer`, `comment` are taken over: a decision where there was none, another one, another customer
 *   chosen by its id, a remark.
 * - `conflict`, `stale`, `duplicate`, `blanked` are asked: decided otherwise in the app since, made on records that read
 *   otherwise now, in the file twice with different words, a decision taken out.
 * - `impossible`, `written`, `no-decision`, `unknown` are told: cannot be, linked already, a word that is no decision, a row
 *   that nothing is known of.
 */
export const FindingKind = z.enum([
  'new',
  'changed',
  'customer',
  'comment',
  'conflict',
  'stale',
  'duplicate',
  'blanked',
  'impossible',
  'written',
  'no-decision',
  'unknown',
]);
export type FindingKind = z.infer<typeof FindingKind>;

/** The kinds that are taken over unless the person goes back. */
export const takenKinds: readonly FindingKind[] = ['new', 'changed', 'customer', 'comment'];

/** A decision as it is shown; `customerName` is blank where it is not about a customer. */
export const SaidWord = z.object({ kind: DecisionKind, customerName: z.string() });
export type SaidWord = z.infer<typeof SaidWord>;

/**
 * One thing that a row of the file says otherwise. `name` is that of the account, or of the customer where the row is about
 * a customer alone. `made`, `file` and `now` are what was decided when the file was made, in it, and in the project now;
 * null is nothing. `text` is what was typed, or the remark. `note` is for the person, in sentences. Findings with the same
 * `choice` exclude each other.
 */
export const WorksheetFinding = z.object({
  id: z.int().nonnegative(),
  kind: FindingKind,
  sheet: z.string(),
  row: z.int().positive(),
  accountId: AccountId.nullable(),
  customerId: CustomerId.nullable(),
  name: z.string(),
  made: SaidWord.nullable(),
  file: SaidWord.nullable(),
  now: SaidWord.nullable(),
  text: z.string(),
  note: z.string(),
  choice: z.string(),
});
export type WorksheetFinding = z.infer<typeof WorksheetFinding>;

const Count = z.int().nonnegative();

/**
 * What a worksheet that came back would do. `reading` names it until another is read or the project changes; `rows` are the
 * rows with a mark, `unchanged` those that say what they said, `agreed` edits that the project says already. `unread` are
 * sentences about what was not read although somebody may have decided something in it, `remarks` about the file otherwise.
 */
export const WorksheetPreview = z.object({
  reading: z.int().positive(),
  fileName: z.string(),
  author: z.string(),
  rows: Count,
  unchanged: Count,
  agreed: Count,
  counts: z.record(FindingKind, Count),
  unread: z.array(z.string()),
  remarks: z.array(z.string()),
});
export type WorksheetPreview = z.infer<typeof WorksheetPreview>;

/**
 * What came of applying a worksheet: `batch` is its number in the log, null where nothing was decided; `left` counts the
 * findings that were not taken over.
 */
export const WorksheetApplied = z.object({
  decided: Count,
  batch: z.int().positive().nullable(),
  comments: Count,
  refused: z.array(z.object({ sheet: z.string(), row: z.int(), name: z.string(), message: z.string() })),
  left: Count,
});
export type WorksheetApplied = z.infer<typeof WorksheetApplied>;
