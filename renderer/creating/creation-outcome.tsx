import { type CreationEntry, CreationState } from '#shared/creating.ts';
import type { RunId } from '#shared/ids.ts';
import type { RunInfo } from '#shared/links.ts';
import { ErrorNote } from '../components/error-note.tsx';
import { accountColumn, customerColumn } from '../components/link-columns.tsx';
import { Note } from '../components/note.tsx';
import { Loading } from '../components/page.tsx';
import { Tag } from '../components/tag.tsx';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { useCreationJournal } from '../door/queries.ts';
import { formatCounted } from '../format/numbers.ts';
import { formatMoment } from '../format/times.ts';
import { runStatusWords } from '../format/words.ts';
import styles from './creation-outcome.module.css';
import { creationTones, creationWords } from './words.ts';

type Creations = NonNullable<RunInfo['creations']>;

/** The counts of a run's customers by their state, as tags; states with none are left out. */
export function CreationCounts({ creations }: { readonly creations: Creations }) {
  return (
    <span className={styles.counts}>
      {CreationState.options
        .filter((state) => creations[state] > 0)
        .map((state) => (
          <Tag key={state} tone={creationTones[state]}>
            {creations[state]} {creationWords[state]}
          </Tag>
        ))}
    </span>
  );
}

/** What a run that creates customers did, in sentences. */
export function CreationOutcome({
  run,
  creations,
}: {
  readonly run: RunInfo;
  readonly creations: Creations;
}) {
  const { linked, created, failed, refused, sent, unknown } = creations;
  return (
    <>
      {run.error === null ? null : <Note tone="wrong">{run.error}</Note>}
      <Note tone={linked > 0 ? 'right' : 'info'} live>
        {formatCounted(linked, 'customer')} created, and{' '}
        {linked === 1 ? 'its account carries its id' : 'their accounts carry their ids'}, as read back from
        Salesforce.
      </Note>
      {created === 0 ? null : (
        <Note tone="look">
          {formatCounted(created, 'customer')} created and not linked yet. Finishing the run links{' '}
          {created === 1 ? 'it' : 'them'}; nothing is created again.
        </Note>
      )}
      {failed === 0 ? null : (
        <Note tone="wrong">
          {formatCounted(failed, 'customer')} not created. Each says why below; correct it in the preview and
          create it again.
        </Note>
      )}
      {refused === 0 ? null : (
        <Note tone="look">
          {formatCounted(refused, 'account')} refused, because it was no longer as the preview showed it.
        </Note>
      )}
      {sent + unknown === 0 ? null : (
        <Note tone="look">
          {formatCounted(sent + unknown, 'customer')} sent without an answer. Finishing the run settles{' '}
          {sent + unknown === 1 ? 'it' : 'them'}.
        </Note>
      )}
      <p className={styles.facts}>
        Run {run.id}, {runStatusWords[run.status]}, {run.organisationName}, by {run.author}, started{' '}
        {formatMoment(run.startedAt)}
        {run.finishedAt === null ? '' : `, ended ${formatMoment(run.finishedAt)}`}.
      </p>
    </>
  );
}

const columns: readonly TableColumn<CreationEntry>[] = [
  {
    id: 'outcome',
    heading: 'Outcome',
    width: '144px',
    cell: ({ state }) => <Tag tone={creationTones[state]}>{creationWords[state]}</Tag>,
  },
  accountColumn(120),
  customerColumn(120, ({ fields }) => fields.displayName),
  {
    id: 'id',
    heading: 'Id',
    width: '88px',
    cell: ({ customerId }) => <span className="id">{customerId}</span>,
  },
  {
    id: 'message',
    heading: 'Message',
    width: 'minmax(160px, 3fr)',
    whole: true,
    cell: ({ message, serviceMessage }) => [message, serviceMessage].filter(Boolean).join(' '),
  },
];

/** What became of every customer of a run; what needs a person comes first. */
export function CreationTable({ runId }: { readonly runId: RunId }) {
  const journal = useCreationJournal(runId);
  if (journal.error !== null) {
    return <ErrorNote error={journal.error} onRetry={() => void journal.refetch()} />;
  }
  if (journal.data === undefined) return <Loading what="the journal" />;
  const needy = journal.data.filter(({ state }) => state !== 'linked');
  const linked = journal.data.filter(({ state }) => state === 'linked');
  return (
    <VirtualTable
      label="Journal"
      records={[...needy, ...linked]}
      columns={columns}
      keyOf={({ accountId }) => accountId}
    />
  );
}
