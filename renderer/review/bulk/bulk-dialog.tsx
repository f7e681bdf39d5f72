import { Dialog } from '../../components/dialogs/dialog.tsx';
import type { RowTable } from '../session/rows.ts';
import { BulkDone } from './bulk-done.tsx';
import { BulkQuestion } from './bulk-question.tsx';
import { SampleView } from './sample-view.tsx';
import { closeBulkView, setBulkView, useBulkView } from './view.ts';
import { bulkTitles } from './words.ts';

interface BulkDialogProps {
  readonly table: RowTable;
  readonly onLeave: () => void;
}

/** What is asked of many rows at once: the question with its numbers, a blind sample before it, and what came of it. */
export function BulkDialog({ table, onLeave }: BulkDialogProps) {
  const { wish, sampleId, done } = useBulkView();
  if (wish === null && sampleId === null) return null;
  const leave = () => {
    closeBulkView();
    onLeave();
  };
  const title =
    sampleId !== null || wish === null ? 'Blind sample' : done === null ? bulkTitles[wish.kind] : 'Done';
  // One dialog for all of it, so that the focus stays inside on the way from one to the other.
  return (
    <Dialog title={title} wide={sampleId !== null} open onOpenChange={leave}>
      {sampleId !== null ? (
        <SampleView sampleId={sampleId} onLeave={leave} />
      ) : wish === null ? null : done === null ? (
        <BulkQuestion
          wish={wish}
          table={table}
          onCancel={leave}
          onDone={(outcome) => setBulkView({ done: outcome })}
        />
      ) : (
        <BulkDone kind={wish.kind} {...done} table={table} onClose={leave} />
      )}
    </Dialog>
  );
}
