import type { RunInfo } from '#shared/links.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Page } from '../components/page.tsx';
import { useOperation } from '../door/operation.ts';
import { formatCounted } from '../format/numbers.ts';
import { showRun } from '../write/shown-run.ts';
import { showPart } from '../write/write-part.ts';
import { CreationOutcome, CreationTable, sideOf } from './creation-outcome.tsx';
import { creatingWords } from './words.ts';

interface CreateResultProps {
  readonly run: RunInfo;
  readonly creations: NonNullable<RunInfo['creations']>;
  readonly busy: boolean;
  readonly readOnly: boolean;
}

/** What became of the records just created, and the way on: finish what was broken off, or back to the preview. */
export function CreateResult({ run, creations, busy, readOnly }: CreateResultProps) {
  const resuming = useOperation('create.resume');
  const side = sideOf(run);
  const { noun, nouns } = creatingWords[side];
  const open = creations.planned + creations.sent + creations.unknown + creations.created;
  const resume = () => resuming.start({ runId: run.id });
  const back = () => {
    showPart(side);
    showRun(null);
  };
  return (
    <Page
      title={`Create ${nouns}`}
      full
      actions={
        <>
          {run.status !== 'running' && open > 0 ? (
            <Button look="primary" disabled={busy || readOnly || resuming.pending} onClick={resume}>
              Finish the run
            </Button>
          ) : null}
          <Button onClick={back}>Back to the preview</Button>
        </>
      }
    >
      {resuming.error === null ? null : <ErrorNote error={resuming.error} onRetry={resume} />}
      {run.status === 'running' ? (
        <p role="status">Creating {formatCounted(open, noun)}…</p>
      ) : (
        <CreationOutcome run={run} creations={creations} />
      )}
      <CreationTable run={run} />
    </Page>
  );
}
