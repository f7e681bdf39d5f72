import { ArrowLeft, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import { runTitle } from '#shared/words.ts';
import { Button } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { CreationOutcome, CreationTable } from '../creating/creation-outcome.tsx';
import { FinishRun } from './finish-run.tsx';
import { JournalTable } from './journal-table.tsx';
import { RemovalTable } from './removal-table.tsx';
import { isBrokenOff, RunOutcome } from './run-outcome.tsx';
import { UndoScreen } from './undo/undo-screen.tsx';

/** Whether a run changed anything at the services, so that there is something to undo. */
function changedSomething({ counts, creations, removals }: RunInfo): boolean {
  const made = creations === null ? 0 : creations.linked + creations.created + creations.refused;
  return counts.done + made + (removals?.done ?? 0) > 0;
}

interface RunPageProps {
  readonly run: RunInfo;
  readonly onOpen: (id: RunId | null) => void;
}

/** One run: what came of it, its journal, and the way to undo it. */
export function RunPage({ run, onOpen }: RunPageProps) {
  const [isUndoing, setUndoing] = useState(false);
  if (isUndoing) return <UndoScreen run={run} onBack={() => setUndoing(false)} onDone={onOpen} />;
  return (
    <Page
      title={runTitle(run)}
      full
      actions={
        <>
          <Button icon={<ArrowLeft size={16} aria-hidden="true" />} onClick={() => onOpen(null)}>
            All runs
          </Button>
          {!changedSomething(run) || run.status === 'running' ? null : (
            <Button icon={<Undo2 size={16} aria-hidden="true" />} onClick={() => setUndoing(true)}>
              Undo this run…
            </Button>
          )}
        </>
      }
    >
      {isBrokenOff(run) ? (
        <FinishRun
          runId={run.id}
          by={run.creations === null ? 'write.resume' : 'create.resume'}
          onDone={onOpen}
        />
      ) : null}
      {run.creations === null ? (
        <>
          <RunOutcome run={run} />
          <JournalTable runId={run.id} />
          <RemovalTable run={run} />
        </>
      ) : (
        <>
          <CreationOutcome run={run} creations={run.creations} />
          <CreationTable run={run} />
        </>
      )}
    </Page>
  );
}
