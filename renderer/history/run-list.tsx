import type { RunId } from '#shared/ids.ts';
import type { RunInfo, RunStatus } from '#shared/links.ts';
import { runTitle } from '#shared/words.ts';
import { Tag, type Tone } from '../components/marks/tag.tsx';
import { CreationCounts } from '../creating/creation-outcome.tsx';
import { formatMoment } from '../format/times.ts';
import { runStatusWords } from '../format/words.ts';
import styles from './run-list.module.css';
import { RunCounts } from './run-outcome.tsx';

const tones: Record<RunStatus, Tone> = {
  running: 'info',
  finished: 'right',
  interrupted: 'look',
  cancelled: 'look',
  failed: 'wrong',
  paused: 'look',
  held: 'look',
};

interface RunListProps {
  readonly runs: readonly RunInfo[];
  readonly onOpen: (id: RunId) => void;
}

/** The runs as a table, newest first, each opened by the button with its number. */
export function RunList({ runs, onOpen }: RunListProps) {
  const newestFirst = runs.toSorted((left, right) => right.id - left.id);
  return (
    <table className={styles.runs} aria-label="Runs">
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col">Started</th>
          <th scope="col">Status</th>
          <th scope="col">Organisation</th>
          <th scope="col">By</th>
          <th scope="col">Links or new records</th>
        </tr>
      </thead>
      <tbody>
        {newestFirst.map((run) => (
          <tr key={run.id}>
            <td>
              <button type="button" className={styles.open} onClick={() => onOpen(run.id)}>
                {runTitle(run)}
              </button>
            </td>
            <td>{formatMoment(run.startedAt)}</td>
            <td>
              <Tag tone={tones[run.status]}>{runStatusWords[run.status]}</Tag>{' '}
              {run.undoneBy === null ? null : <Tag tone="quiet">undone by run {run.undoneBy}</Tag>}
            </td>
            <td>{run.organisationName}</td>
            <td>{run.author}</td>
            <td>
              {run.creations === null ? (
                <RunCounts counts={run.counts} />
              ) : (
                <CreationCounts creations={run.creations} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
