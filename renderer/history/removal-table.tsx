import type { RunInfo } from '#shared/links.ts';
import type { RemovalEntry } from '#shared/removals.ts';
import { Tag } from '../components/marks/tag.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Note } from '../components/notes/note.tsx';
import { Loading } from '../components/page.tsx';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { useRemovals } from '../door/queries.ts';
import { formatCounted } from '../format/numbers.ts';
import { journalWords } from '../format/words.ts';
import { customerColumn } from '../preview/link-columns.tsx';
import { journalTones } from './run-outcome.tsx';

const doneWords = { deactivate: 'made inactive', reactivate: 'made active' } as const;

const columns: readonly TableColumn<RemovalEntry>[] = [
  {
    id: 'outcome',
    heading: 'Outcome',
    width: '144px',
    cell: ({ state, action }) => (
      <Tag tone={journalTones[state]}>{state === 'done' ? doneWords[action] : journalWords[state]}</Tag>
    ),
  },
  customerColumn(140, ({ name }) => name),
  {
    id: 'id',
    heading: 'Id',
    width: '88px',
    cell: ({ recordId }) => <span className="id">{recordId}</span>,
  },
  {
    id: 'message',
    heading: 'Message',
    width: 'minmax(160px, 3fr)',
    whole: true,
    cell: ({ message, serviceMessage }) => [message, serviceMessage].filter(Boolean).join(' '),
  },
];

/** What an undo did to the customers that the undone run had created; nothing where it left them alone. */
export function RemovalTable({ run }: { readonly run: RunInfo }) {
  const removals = useRemovals(run.id);
  if (run.removals === null) return null;
  if (removals.error !== null) {
    return <ErrorNote error={removals.error} onRetry={() => void removals.refetch()} />;
  }
  if (removals.data === undefined) return <Loading what="the customers" />;
  const { done } = run.removals;
  const become = removals.data[0]?.action === 'reactivate' ? 'active again' : 'inactive';
  const left = removals.data.length - done;
  return (
    <>
      <Note tone={done > 0 ? 'right' : 'info'}>
        {formatCounted(done, 'customer')} made {become} in QuickBooks.
        {left === 0 ? '' : ` ${formatCounted(left, 'customer')} not; each says why below.`}
      </Note>
      <VirtualTable
        label="Customers of the undone run"
        records={removals.data}
        columns={columns}
        keyOf={({ recordId }) => recordId}
      />
    </>
  );
}
