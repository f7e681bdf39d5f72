import type { FindingKind, SaidWord } from '#shared/worksheet.ts';
import { decisionWords } from '../../format/words.ts';

/** What each kind of finding is called, and what becomes of it. */
export const findingWords: Record<FindingKind, { readonly name: string; readonly says: string }> = {
  new: { name: 'New decisions', says: 'Rows that were undecided and are decided in the file.' },
  changed: {
    name: 'Changed decisions',
    says: 'Rows that are decided otherwise in the file than when it was made.',
  },
  customer: {
    name: 'Another customer',
    says: 'Rows in which another Customer ID was written: that customer is confirmed.',
  },
  comment: { name: 'Comments', says: 'What was written into the column Comment is added to the account.' },
  conflict: {
    name: 'Decided since',
    says: 'Decided otherwise in the app since the file was made. The app’s decision stays unless you take the file’s.',
  },
  stale: {
    name: 'Records changed',
    says: 'The records read otherwise here than in the file. Nothing is decided unless you take the file’s word all the same.',
  },
  duplicate: {
    name: 'Twice in the file',
    says: 'The same row stands in the file with different words. Nothing is decided unless you choose one of them.',
  },
  blanked: {
    name: 'Taken out',
    says: 'A decision was deleted in the file. It stays unless you put the row off.',
  },
  impossible: {
    name: 'Cannot be',
    says: 'Left as it is. Correct it in the file and read it again, or decide in Review.',
  },
  written: {
    name: 'Linked already',
    says: 'These accounts carry a customer’s id already and are not decided here.',
  },
  'no-decision': {
    name: 'No decision',
    says: 'Words that are none: write confirm, reject, skip, create-new or ignore (yes and no do, too).',
  },
  unknown: {
    name: 'Unknown rows',
    says: 'Rows of which is not known what they are about. Nothing is taken from them.',
  },
};

/** A decision in a few words; a dash for none. */
export function saidPhrase(said: SaidWord | null): string {
  return said === null ? '–' : `${decisionWords[said.kind]} ${said.customerName}`.trim();
}
