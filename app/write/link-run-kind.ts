import type { JournalRecord } from '#app/project/index.ts';
import type { CurrentLink, Hooks } from '#app/sources/index.ts';

/** The verdict of the re-read: write it, it is so already, or refuse it and say what changed. */
export type Verdict =
  | { readonly kind: 'write' }
  | { readonly kind: 'already' }
  | { readonly kind: 'refuse'; readonly message: string };

/** Refuses an account; `message` says why, for the person. */
export function refuse(message: string): Verdict {
  return { kind: 'refuse', message };
}

export const accountGone = 'The account no longer exists in Salesforce (deleted or merged).';

/** Says of an entry what is to be done, by its account as re-read. Asked of each entry of a block once, in their order. */
export type Judge = (entry: JournalRecord, account: CurrentLink | undefined) => Verdict;

/** What a run of links does in its own way; how it is sent, settled and verified is the same for all. */
export interface LinkRunKind {
  /** What is under way, for the person. */
  readonly step: string;
  /** What is said of an account that is so already. */
  readonly already: string;
  /** Whether a few are sent first, and the rest only once these came out as planned. */
  readonly provesFirst: boolean;
  /** Reads what the verdicts on these entries rest on beside their accounts. */
  prepare(chunk: readonly JournalRecord[], hooks: Hooks): Promise<Judge>;
}
