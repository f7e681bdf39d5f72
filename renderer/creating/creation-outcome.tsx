import { type CreationEntry, CreationState } from '#shared/creating.ts';
import type { Side } from '#shared/datasets.ts';
import type { RunInfo } from '#shared/links.ts';
import { SideMark } from '../components/marks/side-mark.tsx';
import { Tag } from '../components/marks/tag.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Note } from '../components/notes/note.tsx';
import { Loading } from '../components/page.tsx';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { useCreationJournal } from '../door/queries.ts';
import { formatCounted } from '../format/numbers.ts';
import { RunFacts } from '../history/run-facts.tsx';
import { StateCounts } from '../history/state-counts.tsx';
import { creatingWords, creationTones, creationWords } from './words.ts';

type Creations = NonNullable<RunInfo['creations']>;

/** The service in which a run creates records. */
export function sideOf({ kind }: RunInfo): Side {
  return kind === 'create-accounts' ? 'salesforce' : 'quickbooks';
}

/** The counts of a run's records by their state, as tags; states with none are left out. */
export function CreationCounts({ creations }: { readonly creations: Creations }) {
  return (
    <StateCounts
      counts={creations}
      states={CreationState.options}
      tones={creationTones}
      words={creationWords}
    />
  );
}

/** What a run that creates records did, in sentences. */
export function CreationOutcome({
  run,
  creations,
}: {
  readonly run: RunInfo;
  readonly creations: Creations;
}) {
  const { linked, created, failed, refused, sent, unknown } = creations;
  const { noun, source } = creatingWords[sideOf(run)];
  return (
    <>
      {run.error === null ? null : <Note tone="wrong">{run.error}</Note>}
      <Note tone={linked > 0 ? 'right' : 'info'} live>
        {linked === 0
          ? `No ${noun} was created and linked.`
          : `${formatCounted(linked, noun)} created, and ${carrying(noun, linked)}, as read back from Salesforce.`}
      </Note>
      {created === 0 ? null : (
        <Note tone="look">
          {formatCounted(created, noun)} created and not linked yet. Finishing the run links{' '}
          {created === 1 ? 'it' : 'them'}; nothing is created again.
        </Note>
      )}
      {failed === 0 ? null : (
        <Note tone="wrong">
          {formatCounted(failed, noun)} not created. Each says why below; correct it in the preview and create
          it again.
        </Note>
      )}
      {refused === 0 ? null : (
        <Note tone="look">
          {formatCounted(refused, source)} refused, because it was no longer as the preview showed it.
        </Note>
      )}
      {sent + unknown === 0 ? null : (
        <Note tone="look">
          {formatCounted(sent + unknown, noun)} sent without an answer. Finishing the run settles{' '}
          {sent + unknown === 1 ? 'it' : 'them'}.
        </Note>
      )}
      <RunFacts run={run} />
    </>
  );
}

function carrying(noun: string, count: number): string {
  if (noun === 'account') return `${count === 1 ? 'it carries its' : 'they carry their'} customer’s id`;
  return count === 1 ? 'its account carries its id' : 'their accounts carry their ids';
}

const outcomeColumn: TableColumn<CreationEntry> = {
  id: 'outcome',
  heading: 'Outcome',
  width: '144px',
  cell: ({ state }) => <Tag tone={creationTones[state]}>{creationWords[state]}</Tag>,
};

const messageColumn: TableColumn<CreationEntry> = {
  id: 'message',
  heading: 'Message',
  width: 'minmax(160px, 3fr)',
  whole: true,
  cell: ({ message, serviceMessage }) => [message, serviceMessage].filter(Boolean).join(' '),
};

function nameColumn(side: Side, nameOf: (entry: CreationEntry) => string): TableColumn<CreationEntry> {
  return {
    id: side,
    heading: (
      <>
        <SideMark side={side} />
        {side === 'salesforce' ? 'Account' : 'Customer'}
      </>
    ),
    width: 'minmax(120px, 2fr)',
    cell: (entry) => <span title={nameOf(entry)}>{nameOf(entry)}</span>,
  };
}

function columnsOf(side: Side): readonly TableColumn<CreationEntry>[] {
  const isMade = (one: Side) => one === side;
  const nameOn = (one: Side) => (entry: CreationEntry) => (isMade(one) ? entry.name : entry.sourceName);
  return [
    outcomeColumn,
    nameColumn('salesforce', nameOn('salesforce')),
    nameColumn('quickbooks', nameOn('quickbooks')),
    {
      id: 'id',
      heading: 'Id',
      width: side === 'salesforce' ? '168px' : '88px',
      cell: ({ targetId }) => <span className="id">{targetId}</span>,
    },
    messageColumn,
  ];
}

/** What became of every record of a run; what needs a person comes first. */
export function CreationTable({ run }: { readonly run: RunInfo }) {
  const journal = useCreationJournal(run.id);
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
      columns={columnsOf(sideOf(run))}
      keyOf={({ sourceId }) => sourceId}
    />
  );
}
