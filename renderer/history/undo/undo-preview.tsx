import { useState } from 'react';
import type { RunId } from '#shared/ids.ts';
import type { UndoPlan } from '#shared/links.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Note } from '../../components/notes/note.tsx';
import { ReadOnlyNote } from '../../components/notes/read-only-note.tsx';
import { EmptyState, Page } from '../../components/page.tsx';
import { useOperation } from '../../door/operation.ts';
import { useOverview } from '../../door/queries.ts';
import { formatCounted } from '../../format/numbers.ts';
import { AcceptBox } from '../../preview/accept-box.tsx';
import { Target } from '../../preview/target.tsx';
import { FinishRun } from '../finish-run.tsx';
import { BackToRun } from './back-to-run.tsx';
import { MadeChoice } from './made-choice.tsx';
import { mayUndo } from './may-undo.ts';
import { RestoredTable } from './restored-table.tsx';
import { Skipped } from './skipped.tsx';
import { undoWords, whyNothing } from './words.ts';

interface UndoPreviewProps {
  readonly plan: UndoPlan;
  readonly onBack: () => void;
  readonly onDone: (undo: RunId) => void;
  readonly onLookAgain: () => void;
}

/** What undoing a run would restore, what it cannot and why, and what must be confirmed first. */
export function UndoPreview({ plan, onBack, onDone, onLookAgain }: UndoPreviewProps) {
  const [accepted, setAccepted] = useState(false);
  const [changes, setChanges] = useState(true);
  const undoing = useOperation('undo.start');
  const overview = useOverview().data;
  const busy = overview?.running != null || undoing.pending;
  const readOnly = overview?.project?.readOnly ?? false;
  const { runId, fingerprint, restored, skipped, made, unfinishedRun } = plan;
  const changed = changes ? (made?.records.length ?? 0) : 0;
  const undo = () =>
    undoing.start({ runId, fingerprint, made: changed > 0 ? 'change' : 'keep' }, ({ id }) => onDone(id));
  return (
    <Page
      title={`Undo run ${runId}`}
      full
      intro="Each account gets back the two link fields that it carried before the run, as long as it still carries what the run left there. No other field of it is touched."
      actions={
        <>
          <BackToRun onBack={onBack} />
          <Button
            look={restored.length + changed > 0 ? 'primary' : 'normal'}
            disabled={busy || readOnly || !mayUndo(plan, accepted, changes)}
            onClick={undo}
          >
            {undoWords(plan, changes)}
          </Button>
        </>
      }
    >
      <Target side="salesforce" organisationName={plan.organisationName} environment={plan.environment} />
      {readOnly ? <ReadOnlyNote /> : null}
      {unfinishedRun === null ? null : <FinishRun runId={unfinishedRun} onDone={onDone} />}
      {undoing.error === null || busy ? null : <ErrorNote error={undoing.error} onRetry={onLookAgain} />}
      {plan.asBefore === 0 || restored.length + skipped.length === 0 ? null : (
        <Note tone="info">
          {formatCounted(plan.asBefore, 'account')} {plan.asBefore === 1 ? 'is' : 'are'} as before the run
          already, and {plan.asBefore === 1 ? 'needs' : 'need'} nothing.
        </Note>
      )}
      {skipped.length === 0 ? null : <Skipped links={skipped} />}
      {made === null ? null : (
        <MadeChoice made={made} changes={changes} disabled={busy || readOnly} onChange={setChanges} />
      )}
      {plan.environment === 'production' && restored.length + changed > 0 ? (
        <Note tone="look">
          {plan.organisationName} is a production organisation: what is changed there is real.
          <AcceptBox accepted={accepted} onAccept={setAccepted} disabled={busy}>
            {undoWords(plan, changes)} in {plan.organisationName}
          </AcceptBox>
        </Note>
      ) : null}
      {restored.length === 0 && changed > 0 ? null : restored.length === 0 ? (
        <EmptyState title="Nothing to undo">{whyNothing(plan)}</EmptyState>
      ) : (
        <RestoredTable links={restored} />
      )}
    </Page>
  );
}
