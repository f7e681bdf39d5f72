import type { AccountState } from './decisions.ts';
import type { Band } from './pairs.ts';

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

/** The word that a person reads for each band. */
export const bandWords: Record<Band, string> = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
};
