import { useInfiniteQuery } from '@tanstack/react-query';
import type { FoundDrift } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import type { DriftKind } from '#shared/drift.ts';
import { Button } from '../components/button.tsx';
import { Dialog, DialogActions } from '../components/dialogs/dialog.tsx';
import { Change } from '../components/marks/change.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Loading } from '../components/page.tsx';
import { type TableColumn, VirtualTable } from '../components/virtual-table.tsx';
import { useDoor } from '../door/context.ts';
import { keys } from '../door/keys.ts';
import { recordWords } from '../format/words.ts';
import styles from './drift-dialog.module.css';
import { driftTitle, fateSentence, fieldWord } from './drift-words.ts';

/** Records that are read at once. */
const atOnce = 500;

interface DriftDialogProps {
  readonly side: Side;
  readonly kind: DriftKind;
  /** The export that found them (ISO 8601). */
  readonly at: string;
  readonly onClose: () => void;
}

/** The records of one kind that the last export found: what changed of each, and what it is linked to. */
export function DriftDialog({ side, kind, at, onClose }: DriftDialogProps) {
  const { call } = useDoor();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.drift(at, side, kind),
    queryFn: ({ pageParam }) => call('drift.found', { side, kind, skip: pageParam, limit: atOnce }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.length < atOnce ? undefined : pages.length * atOnce),
  });
  const records = data?.pages.flat();
  return (
    <Dialog title={driftTitle(side, kind)} open onOpenChange={onClose} wide>
      {error === null ? null : <ErrorNote error={error} onRetry={() => void refetch()} />}
      {records === undefined ? (
        error === null ? (
          <Loading what="what the export found" />
        ) : null
      ) : (
        <div className={styles.table} style={{ ['--records' as string]: records.length }}>
          <VirtualTable
            label="What the export found"
            records={records}
            columns={columnsOf(side, kind)}
            keyOf={({ id }) => id}
          />
        </div>
      )}
      {hasNextPage ? (
        <DialogActions>
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show {atOnce} more
          </Button>
        </DialogActions>
      ) : null}
    </Dialog>
  );
}

function columnsOf(side: Side, kind: DriftKind): TableColumn<FoundDrift>[] {
  const name: TableColumn<FoundDrift> = {
    id: 'name',
    heading: recordWords[side] === 'account' ? 'Account' : 'Customer',
    width: 'minmax(120px, 2fr)',
    whole: true,
    cell: (record) => record.name,
  };
  const concerns: TableColumn<FoundDrift> = {
    id: 'concerns',
    heading: 'What it is linked to',
    width: 'minmax(120px, 2fr)',
    whole: true,
    cell: (record) => (record.concerns === '' ? '–' : record.concerns),
  };
  if (kind === 'new') return [name, idColumn];
  if (kind === 'gone') return [name, whyColumn, concerns];
  return [name, changesColumn, concerns];
}

const idColumn: TableColumn<FoundDrift> = {
  id: 'id',
  heading: 'Id',
  width: 'minmax(120px, 1fr)',
  cell: ({ id }) => <code>{id}</code>,
};

const whyColumn: TableColumn<FoundDrift> = {
  id: 'why',
  heading: 'Why',
  width: 'minmax(140px, 2fr)',
  whole: true,
  cell: fateSentence,
};

const changesColumn: TableColumn<FoundDrift> = {
  id: 'changes',
  heading: 'What changed',
  width: 'minmax(180px, 4fr)',
  whole: true,
  cell: ({ side, changes }) => (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={change.field}>
          <span className={styles.field}>{fieldWord(side, change)}: </span>
          <Change before={change.before} after={change.after} />
        </li>
      ))}
    </ul>
  ),
};
