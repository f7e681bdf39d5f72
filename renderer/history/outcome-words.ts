import type { RunInfo } from '#shared/links.ts';
import { formatCounted } from '../format/numbers.ts';

/** What is said of the records of a run that are done, that failed and that were refused. */
interface OutcomeSentences {
  readonly done: string;
  readonly failed: string;
  readonly refused: string;
}

/** The outcome of a run in sentences, each with its count. */
export function outcomeSentences({
  counts,
  undoes,
  undoneBy,
}: Pick<RunInfo, 'counts' | 'undoes' | 'undoneBy'>): OutcomeSentences {
  const { done, failed, refused } = counts;
  if (undoes !== null) {
    return {
      done:
        done === 0
          ? 'No account was set back.'
          : `${formatCounted(done, 'account')} set back to what ${done === 1 ? 'it' : 'they'} carried before run ${undoes}, as read back from Salesforce.`,
      failed: `${formatCounted(failed, 'account')} could not be restored. Each says why below; nothing was changed on ${failed === 1 ? 'it' : 'them'}.`,
      refused: `${formatCounted(refused, 'account')} not restored, because ${refused === 1 ? 'it was' : 'they were'} no longer as run ${undoes} left ${refused === 1 ? 'it' : 'them'}.`,
    };
  }
  const carry = done === 1 ? 'now carries its' : 'now carry their';
  const got = done === 1 ? 'got its' : 'got their';
  return {
    done:
      done === 0
        ? 'No link was written.'
        : `${formatCounted(done, 'account')} ${undoneBy === null ? carry : got} customer’s id, as read back from Salesforce.`,
    failed: `${formatCounted(failed, 'link')} failed. Each says why below; nothing was changed on those accounts.`,
    refused: `${formatCounted(refused, 'link')} refused before writing, because the account was no longer as the preview showed it.`,
  };
}
