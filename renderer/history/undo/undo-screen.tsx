import type { RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Loading, Page } from '../../components/page.tsx';
import { useUndoPlan } from '../../door/queries.ts';
import { BackToRun } from './back-to-run.tsx';
import { UndoPreview } from './undo-preview.tsx';

interface UndoScreenProps {
  readonly run: RunInfo;
  readonly onBack: () => void;
  /** Called with the undo's own run once it has ended. */
  readonly onDone: (undo: RunId) => void;
}

/** Undoing a run: first what would be restored, read from Salesforce as it is now. */
export function UndoScreen({ run, onBack, onDone }: UndoScreenProps) {
  const plan = useUndoPlan(run.id);
  const lookAgain = () => void plan.refetch();
  if (plan.data !== undefined) {
    return <UndoPreview plan={plan.data} onBack={onBack} onDone={onDone} onLookAgain={lookAgain} />;
  }
  return (
    <Page title={`Undo run ${run.id}`} actions={<BackToRun onBack={onBack} />}>
      {plan.error === null ? (
        <Loading what="the accounts as they are now" />
      ) : (
        <ErrorNote error={plan.error} onRetry={lookAgain} />
      )}
    </Page>
  );
}
