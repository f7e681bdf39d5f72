import type { RunId } from '#shared/ids.ts';
import type { JournalState } from '#shared/journal-state.ts';
import type { JournalEntry } from '#shared/links.ts';
import { Change } from '../components/marks/change.tsx';
import { Tag } from '../components/marks/tag.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Loading } from '../components/page.tsx';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { useJournal } from '../door/queries.ts';
import { journalWords } from '../format/words.ts';
import { accountColumn, customerColumn } from '../preview/link-columns.tsx';
import { journalTones } from './run-outcome.tsx';

/** What is said of an entry: the sentence for the person, and the service's own words behind it. */
function messageOfEntry({ message, serviceMessage }: JournalEntry): string {
  return [message, serviceMessage === '' ? '' : `Salesforce: ${serviceMessage}`].filter(Boolean).join(' ');
}

const columns: readonly TableColumn<JournalEntry>[] = [
  {
    id: 'outcome',
    heading: 'Outcome',
    width: '120px',
    cell: ({ state }) => <Tag tone={journalTones[state]}>{journalWords[state]}</Tag>,
  },
  accountColumn(120),
  customerColumn(120, ({ customerName }) => customerName),
  {
    id: 'change',
    heading: <code>qime__QB_ID__c</code>,
    width: 'minmax(136px, 1fr)',
    cell: ({ before, after }) => <Change before={before.customerId} after={after.customerId} />,
  },
  {
    id: 'message',
    heading: 'Message',
    width: 'minmax(160px, 3fr)',
    whole: true,
    cell: messageOfEntry,
  },
];

/** What needs a person comes first. */
const order: readonly JournalState[] = ['failed', 'refused', 'unknown', 'sent', 'planned', 'done'];

/** What became of every record of a run; what needs a person comes first. */
export function JournalTable({ runId }: { readonly runId: RunId }) {
  const journal = useJournal(runId);
  if (journal.error !== null) {
    return <ErrorNote error={journal.error} onRetry={() => void journal.refetch()} />;
  }
  if (journal.data === undefined) return <Loading what="the journal" />;
  const byState = Map.groupBy(journal.data, ({ state }) => state);
  return (
    <VirtualTable
      label="Journal"
      records={order.flatMap((state) => byState.get(state) ?? [])}
      columns={columns}
      keyOf={({ accountId }) => accountId}
    />
  );
}
