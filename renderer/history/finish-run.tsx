import type { RunId } from '#shared/ids.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Note } from '../components/note.tsx';
import { useOperation } from '../door/operation.ts';
import { useOverview } from '../door/queries.ts';

interface FinishRunProps {
  readonly runId: RunId;
  /** How it is taken up again. */
  readonly by?: 'write.resume' | 'create.resume';
  readonly onDone: (run: RunId) => void;
}

/** Says that a run was broken off, and lets it be finished. */
export function FinishRun({ runId, by = 'write.resume', onDone }: FinishRunProps) {
  const resuming = useOperation(by);
  const overview = useOverview().data;
  const busy = overview?.running != null || resuming.pending;
  const readOnly = overview?.project?.readOnly ?? false;
  return (
    <>
      <Note
        tone="look"
        actions={
          <Button
            look="primary"
            disabled={busy || readOnly}
            onClick={() => resuming.start({ runId }, ({ id }) => onDone(id))}
          >
            Finish the interrupted run
          </Button>
        }
      >
        Run {runId} was interrupted. Finishing it reads what was sent without an answer, then sends the rest;
        nothing is sent twice.
      </Note>
      {resuming.error === null || busy ? null : <ErrorNote error={resuming.error} />}
    </>
  );
}
