import type { JournalState, RunInfo } from '#shared/links.ts';
import { JournalState as JournalStates } from '#shared/links.ts';
import { Note } from '../components/note.tsx';
import { Tag, type Tone } from '../components/tag.tsx';
import { formatCounted } from '../format/numbers.ts';
import { formatMoment } from '../format/times.ts';
import { journalWords, runStatusWords } from '../format/words.ts';
import styles from './run-outcome.module.css';

export const journalTones: Record<JournalState, Tone> = {
  planned: 'quiet',
  sent: 'look',
  done: 'right',
  failed: 'wrong',
  refused: 'look',
  unknown: 'look',
};

/** The counts of a run's records by their state, as tags; states with none are left out. */
export function RunCounts({ counts }: Pick<RunInfo, 'counts'>) {
  return (
    <span className={styles.counts}>
      {JournalStates.options
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <Tag key={state} tone={journalTones[state]}>
            {counts[state]} {journalWords[state]}
          </Tag>
        ))}
    </span>
  );
}

/** What a run of links did, in sentences: how many accounts carry their id now, and what became of the rest. */
export function RunOutcome({ run }: { readonly run: RunInfo }) {
  const { counts, status, error } = run;
  return (
    <>
      {error === null ? null : <Note tone="wrong">{error}</Note>}
      <Note tone={counts.done > 0 ? 'right' : 'info'} live>
        {formatCounted(counts.done, 'account')} now {counts.done === 1 ? 'carries its' : 'carry their'}{' '}
        customer’s id, as read back from Salesforce.
      </Note>
      {counts.failed === 0 ? null : (
        <Note tone="wrong">
          {formatCounted(counts.failed, 'link')} failed. Each says why below; nothing was changed on those
          accounts.
        </Note>
      )}
      {counts.refused === 0 ? null : (
        <Note tone="look">
          {formatCounted(counts.refused, 'link')} refused before writing, because the account was no longer as
          the preview showed it.
        </Note>
      )}
      {counts.unknown + counts.sent === 0 ? null : (
        <Note tone="look">
          {formatCounted(counts.unknown + counts.sent, 'link')} sent without an answer. Finishing the run
          reads these accounts before anything is sent again.
        </Note>
      )}
      <p className={styles.facts}>
        Run {run.id}, {runStatusWords[status]}, {run.organisationName}, by {run.author}, started{' '}
        {formatMoment(run.startedAt)}
        {run.finishedAt === null ? '' : `, ended ${formatMoment(run.finishedAt)}`}.
      </p>
    </>
  );
}
