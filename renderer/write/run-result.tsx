import type { RunInfo } from '#shared/links.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Page } from '../components/page.tsx';
import { useOperation } from '../door/operation.ts';
import { formatCounted } from '../format/numbers.ts';
import { FinishRun } from '../history/finish-run.tsx';
import { JournalTable } from '../history/journal-table.tsx';
import { isBrokenOff, RunOutcome } from '../history/run-outcome.tsx';
import { showRun } from './shown-run.ts';

interface RunResultProps {
  readonly run: RunInfo;
  readonly busy: boolean;
  readonly readOnly: boolean;
}

/** What became of the links just written, and the ways on: retry what failed, finish what was broken off. */
export function RunResult({ run, busy, readOnly }: RunResultProps) {
  const retrying = useOperation('write.retryFailed');
  const { counts } = run;
  const locked = busy || readOnly || retrying.pending;
  const unfinished = isBrokenOff(run);
  const retry = () => retrying.start({}, () => showRun(null));
  return (
    <Page
      title="Write"
      full
      actions={
        <>
          {counts.failed === 0 || run.kind !== 'write-links' ? null : (
            <Button disabled={locked} onClick={retry}>
              Retry failed
            </Button>
          )}
          <Button onClick={() => showRun(null)}>Back to the preview</Button>
        </>
      }
    >
      {retrying.error === null ? null : <ErrorNote error={retrying.error} onRetry={retry} />}
      {unfinished ? <FinishRun runId={run.id} onDone={showRun} /> : null}
      {run.status === 'running' ? (
        <p role="status">Writing {formatCounted(counts.planned + counts.sent, 'link')}…</p>
      ) : (
        <RunOutcome run={run} />
      )}
      <JournalTable runId={run.id} />
    </Page>
  );
}
