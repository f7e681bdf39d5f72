import { Button } from '../components/button.tsx';
import { Note } from '../components/note.tsx';
import { useOverview } from '../door/queries.ts';
import { formatCounted } from '../format/numbers.ts';
import { showPart } from './write-part.ts';

/** Says beside the links that accounts wait for a customer to be created; nothing where none does. */
export function ToCreateNote() {
  const waiting = useOverview().data?.review?.states['create-new'] ?? 0;
  if (waiting === 0) return null;
  return (
    <Note tone="info" actions={<Button onClick={() => showPart('customers')}>Create customers…</Button>}>
      {formatCounted(waiting, 'account')} {waiting === 1 ? 'is' : 'are'} marked as create new. Their customers
      are created in QuickBooks on a page of their own.
    </Note>
  );
}
