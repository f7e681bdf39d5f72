import type { OperationKind } from '#shared/contract.ts';
import type { RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Note } from '../components/notes/note.tsx';
import { useOperation } from '../door/operation.ts';
import { useOverview, useRuns } from '../door/queries.ts';
import { formatCount } from '../format/numbers.ts';

interface FinishRunProps {
  readonly runId: RunId;
  /** How it is taken up again. */
  readonly by?: 'write.resume' | 'create.resume';
  readonly onDone: (run: RunId) => void;
}

const isWriting = new Set<OperationKind | undefined>(['write', 'undo', 'create']);

/** Says that a run has stopped and why, and lets it be finished, or what is left of it be left out. */
export function FinishRun({ runId, by = 'write.resume', onDone }: FinishRunProps) {
  const links = useOperation('write.resume');
  const customers = useOperation('create.resume');
  const leaving = useOperation('write.leaveOut');
  const overview = useOverview().data;
  const run = useRuns().data?.find(({ id }) => id === runId);
  const pending = links.pending || customers.pending || leaving.pending;
  const busy = overview?.running != null || pending;
  const locked = busy || (overview?.project?.readOnly ?? false);
  const isHeld = run?.status === 'held';
  const finish = () => {
    if (by === 'create.resume') customers.startFor({ runId }, ({ id }) => onDone(id));
    else links.startFor({ runId, acceptFirst: isHeld }, ({ id }) => onDone(id));
  };
  if (pending || isWriting.has(overview?.running?.operation)) {
    return <p role="status">Run {runId} is under way…</p>;
  }
  const mayLeave = by === 'write.resume' && (run?.counts.planned ?? 0) > 0;
  const error = links.error ?? customers.error ?? leaving.error;
  return (
    <>
      <Note
        tone="look"
        actions={
          <>
            {mayLeave ? (
              <Button
                look={isHeld ? 'primary' : 'normal'}
                disabled={locked}
                onClick={() => leaving.startFor({ runId }, ({ id }) => onDone(id))}
              >
                Leave the rest out
              </Button>
            ) : null}
            <Button look={isHeld ? 'normal' : 'primary'} disabled={locked} onClick={finish}>
              {actionOf(run)}
            </Button>
          </>
        }
      >
        {by === 'create.resume' ? creationSentence(runId) : sentenceOf(runId, run)}
      </Note>
      {error === null || busy ? null : <ErrorNote error={error} />}
    </>
  );
}

function actionOf(run: RunInfo | undefined): string {
  if (run?.status === 'held') return 'Send the rest all the same';
  return run?.status === 'paused' ? 'Go on' : 'Finish the interrupted run';
}

function creationSentence(runId: RunId): string {
  return `Run ${runId} was not finished. Finishing it settles what was sent without an answer and links what was created; nothing is created twice.`;
}

function sentenceOf(runId: RunId, run: RunInfo | undefined): string {
  if (run?.status === 'held') return `Run ${runId} waits for you. ${run.error ?? ''}`;
  if (run?.status === 'paused') {
    const { counts } = run;
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const settled = all - counts.planned - counts.sent - counts.unknown;
    return `Run ${runId} rests: ${formatCount(settled)} of ${formatCount(all)} done, ${formatCount(counts.planned)} not sent yet. Nothing is under way. It can be gone on with at any time, tomorrow too; each account is read again first.`;
  }
  return `Run ${runId} was interrupted. Finishing it reads what was sent without an answer, then sends the rest; nothing is sent twice.`;
}
