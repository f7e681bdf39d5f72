import type { Side } from '#shared/datasets.ts';
import { Button } from '../components/button.tsx';
import { Note } from '../components/notes/note.tsx';
import { useOverview } from '../door/queries.ts';
import { formatCounted } from '../format/numbers.ts';
import { showPart } from '../write/write-part.ts';
import { creatingWords } from './words.ts';

/** Says beside the links that records wait to be created on the other side; nothing where none does. */
export function ToCreateNotes() {
  const review = useOverview().data?.review;
  return (
    <>
      <ToCreate in="quickbooks" waiting={review?.states['create-new'] ?? 0} />
      <ToCreate in="salesforce" waiting={review?.customersToCreate ?? 0} />
    </>
  );
}

function ToCreate({ in: side, waiting }: { readonly in: Side; readonly waiting: number }) {
  if (waiting === 0) return null;
  const { noun, nouns, source, service } = creatingWords[side];
  return (
    <Note tone="info" actions={<Button onClick={() => showPart(side)}>Create {nouns}…</Button>}>
      {formatCounted(waiting, source)} {waiting === 1 ? 'is' : 'are'} marked as create new.{' '}
      {waiting === 1 ? `Its ${noun} is` : `Their ${nouns} are`} created in {service} on a page of{' '}
      {waiting === 1 ? 'its' : 'their'} own.
    </Note>
  );
}
