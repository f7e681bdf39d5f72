import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReviewRow } from '#shared/review.ts';
import { Dialog } from '../../components/dialogs/dialog.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Loading } from '../../components/page.tsx';
import { useDoor } from '../../door/context.ts';
import { ConflictWork } from './conflict-work.tsx';

interface ConflictDialogProps {
  readonly row: ReviewRow;
  readonly readOnly: boolean;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** All that compete with a row, next to each other, to be settled together. */
export function ConflictDialog({ row, readOnly, open, onOpenChange }: ConflictDialogProps) {
  return (
    <Dialog
      title={`Who competes with ${row.accountName}`}
      description="Each score is of the two records alone. Choose a customer for each account, or none; a click or Space again takes it back."
      size="whole"
      open={open}
      onOpenChange={onOpenChange}
    >
      <Reading row={row} readOnly={readOnly} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

interface ReadingProps extends Pick<ConflictDialogProps, 'row' | 'readOnly'> {
  readonly onDone: () => void;
}

function Reading({ row: { accountId, accountName }, readOnly, onDone }: ReadingProps) {
  const { call } = useDoor();
  const opened = useRef(Date.now());
  const conflict = useQuery({
    // Who competes is read anew whenever the view is opened, and stays while a person looks at it.
    queryKey: ['review.conflict', accountId, opened.current],
    queryFn: () => call('review.conflict', { accountId }),
    gcTime: 0,
  });
  if (conflict.data !== undefined)
    return <ConflictWork conflict={conflict.data} readOnly={readOnly} onDone={onDone} />;
  return conflict.error === null ? <Loading what={accountName} /> : <ErrorNote error={conflict.error} />;
}
