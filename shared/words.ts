import type { AccountState, Queue } from './decisions.ts';
import type { RunInfo } from './links.ts';
import type { Band } from './pairs.ts';
import type { ReviewRow } from './review.ts';

/** The word that a person reads for each state, the same in the window and in the worksheet. */
export const stateWords: Record<AccountState, string> = {
  linked: 'linked',
  dangling: 'broken link',
  suggested: 'suggested',
  conflict: 'conflict',
  'no-candidate': 'no match',
  confirmed: 'confirmed',
  rejected: 'rejected',
  skipped: 'skipped',
  'create-new': 'create new',
  ignored: 'ignored',
  written: 'written',
  failed: 'failed',
};

/** The word for where a row stands: that of its state, but for a link or a decision that is to be checked. */
export function standingWord({ state, queue }: Pick<ReviewRow, 'state' | 'queue'>): string {
  const isToCheck = queue === 'linked-problems' || queue === 'changed-since';
  if (isToCheck && (state === 'linked' || state === 'written')) return 'check link';
  return queue === 'changed-since' && state === 'confirmed' ? 'check again' : stateWords[state];
}

/** The word that a person reads for each band. */
export const bandWords: Record<Band, string> = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
};

/** The name of each queue, the same in the window and in the worksheet. */
export const queueWords: Record<Queue, string> = {
  suggested: 'Suggested',
  conflicts: 'Conflicts',
  'changed-since': 'Changed since',
  'no-match': 'No match',
  'linked-problems': 'Link problems',
  failed: 'Failed',
  done: 'Done',
  linked: 'Linked',
};

/** A run by its number, and which one it undoes ("Run 5, undo of run 3"). */
export function runTitle({ id, kind, undoes }: Pick<RunInfo, 'id' | 'kind' | 'undoes'>): string {
  if (kind === 'create-accounts') return `Run ${id}, new accounts`;
  if (kind === 'create-customers') return `Run ${id}, new customers`;
  return undoes === null ? `Run ${id}` : `Run ${id}, undo of run ${undoes}`;
}
