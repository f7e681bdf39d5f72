import type { JournalState } from '#shared/journal-state.ts';
import { JournalState as JournalStates } from '#shared/journal-state.ts';
import type { RunInfo } from '#shared/links.ts';
import type { Tone } from '../components/marks/tag.tsx';
import { Note } from '../components/notes/note.tsx';
import { formatCounted } from '../format/numbers.ts';
import { journalWords } from '../format/words.ts';
import { outcomeSentences } from './outcome-words.ts';
import { RunFacts } from './run-facts.tsx';
import { StateCounts } from './state-counts.tsx';

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
    <StateCounts counts={counts} states={JournalStates.options} tones={journalTones} words={journalWords} />
  );
}

/** Whether a run stopped before all its records were settled. */
export function isBrokenOff({ status, counts, creations, removals }: RunInfo): boolean {
  if (status === 'running') return false;
  if (creations !== null)
    return creations.planned + creations.sent + creations.unknown + creations.created > 0;
  const open = counts.planned + counts.sent + counts.unknown;
  const unchanged = removals === null ? 0 : removals.planned + removals.sent + removals.unknown;
  return status !== 'finished' && open + unchanged > 0;
}

/** What a run of links did, in sentences: how many accounts are as it wanted them, and what became of the rest. */
export function RunOutcome({ run }: { readonly run: RunInfo }) {
  const { counts, leftOut, status, error, undoneBy } = run;
  const words = outcomeSentences(run);
  // What a held run asks is asked beside its buttons, and is settled once its rest is left out.
  const isAsked = status === 'held' || (status === 'finished' && leftOut > 0);
  return (
    <>
      {error === null || isAsked ? null : <Note tone="wrong">{error}</Note>}
      {undoneBy === null ? null : (
        <Note tone="info">
          Run {undoneBy} undid this run. It says which accounts were restored and which were left as they
          were.
        </Note>
      )}
      <Note tone={counts.done > 0 ? 'right' : 'info'} live>
        {words.done}
      </Note>
      {counts.failed === 0 ? null : <Note tone="wrong">{words.failed}</Note>}
      {counts.refused === 0 ? null : <Note tone="look">{words.refused}</Note>}
      {counts.unknown + counts.sent === 0 ? null : (
        <Note tone="look">
          {formatCounted(counts.unknown + counts.sent, 'account')} sent without an answer. Finishing the run
          reads these accounts before anything is sent again.
        </Note>
      )}
      {leftOut === 0 ? null : (
        <Note tone="info">
          {formatCounted(leftOut, 'link')} left out: planned, never sent. They stay as they were, for another
          run.
        </Note>
      )}
      <RunFacts run={run} />
    </>
  );
}
