import { ConflictDialog } from './conflicts/conflict-dialog.tsx';
import { SearchDialog } from './search/search-dialog.tsx';
import { type RowTable, rowOf } from './session/rows.ts';
import { useReviewSession } from './session/session-context.ts';
import { setReviewView, useReviewView } from './view.ts';

interface ActiveDialogsProps {
  readonly table: RowTable;
  readonly readOnly: boolean;
}

/** What opens in front of the review about its active row: the search for another customer, and its rivals. */
export function ActiveDialogs({ table, readOnly }: ActiveDialogsProps) {
  const session = useReviewSession();
  const dialog = useReviewView((view) => view.dialog);
  const activeId = useReviewView((view) => view.activeId);
  const active = activeId === null ? undefined : rowOf(table, activeId);
  const close = () => setReviewView({ dialog: null });
  if (active === undefined) return null;
  return (
    <>
      <SearchDialog
        row={active}
        open={dialog === 'search'}
        onOpenChange={close}
        onChoose={({ customerId }) => {
          close();
          session.confirmFound(active.accountId, customerId);
        }}
      />
      <ConflictDialog row={active} readOnly={readOnly} open={dialog === 'conflict'} onOpenChange={close} />
    </>
  );
}
