import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FindingKind, WorksheetFinding } from '#shared/worksheet.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/notes/error-note.tsx';
import { Loading } from '../../components/page.tsx';
import { type TableColumn, VirtualTable } from '../../components/virtual-table.tsx';
import { useDoor } from '../../door/context.ts';
import { keys } from '../../door/keys.ts';
import { formatCount } from '../../format/numbers.ts';
import { type Choices, isAsked, isTaken } from './choices.ts';
import styles from './reading.module.css';
import { findingWords, saidPhrase } from './words.ts';

const AT_ONCE = 1_000;

interface FindingsTableProps {
  readonly reading: number;
  readonly kind: FindingKind;
  readonly count: number;
  readonly choices: Choices;
  readonly onChoose: (finding: WorksheetFinding, take: boolean) => void;
}

/** The findings of one kind, each with its row in the file; those that are asked about with the choice. */
export function FindingsTable({ reading, kind, count, choices, onChoose }: FindingsTableProps) {
  const { call } = useDoor();
  const [limit, setLimit] = useState(AT_ONCE);
  const findings = useQuery({
    queryKey: keys.worksheetFindings(reading, kind, limit),
    queryFn: async () => {
      const all: WorksheetFinding[] = [];
      for (let skip = 0; skip < limit; skip += AT_ONCE) {
        all.push(...(await call('worksheet.findings', { reading, kind, skip, limit: AT_ONCE })));
      }
      return all;
    },
    placeholderData: (known) => known,
    retry: false,
    gcTime: 0,
  });
  if (findings.error !== null) return <ErrorNote error={findings.error} />;
  if (findings.data === undefined) return <Loading what="the rows" />;
  return (
    <>
      <VirtualTable
        label={findingWords[kind].name}
        records={findings.data}
        columns={columnsOf(kind, choices, onChoose)}
        keyOf={({ id }) => String(id)}
      />
      {count > limit ? (
        <p className={styles.more}>
          The first {formatCount(limit)} of {formatCount(count)}.
          <Button onClick={() => setLimit(limit + AT_ONCE)}>Show more</Button>
        </p>
      ) : null}
    </>
  );
}

type Column = TableColumn<WorksheetFinding>;

function columnsOf(
  kind: FindingKind,
  choices: Choices,
  onChoose: FindingsTableProps['onChoose'],
): readonly Column[] {
  const text = (
    id: string,
    heading: string,
    width: string,
    cell: (one: WorksheetFinding) => ReactNode,
  ): Column => ({
    id,
    heading,
    width,
    cell,
    whole: true,
  });
  const row = text('row', 'Row', 'minmax(96px, 1fr)', ({ sheet, row: number }) => `${sheet}, ${number}`);
  const name = text('name', 'Record', 'minmax(110px, 1.6fr)', (one) => one.name || '–');
  const made = text('made', 'When made', 'minmax(90px, 1.3fr)', ({ made: said }) => saidPhrase(said));
  const now = text('now', 'In the app', 'minmax(90px, 1.3fr)', ({ now: said }) => saidPhrase(said));
  const file = text('file', 'In the file', 'minmax(90px, 1.3fr)', fileCell);
  const note = text('note', 'Why', 'minmax(140px, 2.6fr)', ({ note: why }) => why);
  const choice: Column = {
    id: 'choice',
    heading: 'What counts',
    width: '180px',
    whole: true,
    cell: (one) => <Choice finding={one} taken={isTaken(choices, one)} onChoose={onChoose} />,
  };
  if (kind === 'comment')
    return [row, name, text('text', 'Comment', 'minmax(180px, 4fr)', (one) => one.text)];
  if (kind === 'new') return [row, name, file];
  if (kind === 'changed' || kind === 'customer') return [row, name, made, file];
  return isAsked(kind) ? [row, name, now, file, note, choice] : [row, name, file, note];
}

function fileCell({ file, text, kind }: WorksheetFinding): string {
  if (file !== null) return kind === 'blanked' ? 'blank' : saidPhrase(file);
  return text === '' ? '–' : `“${text}”`;
}

interface ChoiceProps {
  readonly finding: WorksheetFinding;
  readonly taken: boolean;
  readonly onChoose: FindingsTableProps['onChoose'];
}

function Choice({ finding, taken, onChoose }: ChoiceProps) {
  const { id, kind, name, row } = finding;
  const take = kind === 'blanked' ? 'Put off' : 'The file';
  const option = (label: string, value: boolean) => (
    <label className={styles.option}>
      <input
        type="radio"
        name={`finding-${id}`}
        aria-label={`${label} for ${name}, row ${row}`}
        checked={taken === value}
        onChange={() => onChoose(finding, value)}
      />
      {label}
    </label>
  );
  return (
    <span className={styles.options}>
      {option(kind === 'stale' || kind === 'duplicate' ? 'Leave' : 'The app', false)}
      {option(take, true)}
    </span>
  );
}
