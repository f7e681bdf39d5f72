import { useQuery } from '@tanstack/react-query';
import type { LogEntry } from '#shared/diagnostics.ts';
import { closePane } from '../commands/panes.ts';
import { Button } from '../components/button.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Dialog, DialogActions } from '../components/dialogs/dialog.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useDoor } from '../door/context.ts';
import { keys } from '../door/keys.ts';
import { formatMoment, formatSeconds } from '../format/times.ts';
import styles from './log-dialog.module.css';

const whatWords: Record<LogEntry['what'], string> = {
  started: 'Started',
  operation: 'Ran',
  refused: 'Refused',
  fault: 'Fault',
};

/** What the program did and what went wrong, and all of it to be given to somebody who helps. */
export function LogDialog({ open }: { readonly open: boolean }) {
  return (
    <Dialog
      title="What the program did"
      wide
      description="Names of steps and codes of errors. No record, name, file or message is in it, so it can be given to whoever helps you."
      open={open}
      onOpenChange={closePane}
    >
      <Log />
    </Dialog>
  );
}

function Log() {
  const { call } = useDoor();
  const { data, error } = useQuery({
    queryKey: keys.diagnostics,
    queryFn: () => call('log.diagnostics', {}),
    gcTime: 0,
    staleTime: 0,
  });
  if (error !== null) return <ErrorNote error={error} />;
  if (data === undefined) return <p role="status">Reading the log…</p>;
  const { program, system, log } = data;
  return (
    <>
      <p>
        Counterpart {program.version}, {program.electron === null ? '' : `Electron ${program.electron}, `}Node{' '}
        {program.node}, {system.platform} {system.release} ({system.architecture}), {system.usedMegabytes} MB
        in use
      </p>
      {/* A long list that is scrolled by keyboard has to take the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className={styles.log} aria-label="Log, the newest first" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Step</th>
              <th scope="col">Outcome</th>
              <th scope="col" className={styles.number}>
                Seconds
              </th>
            </tr>
          </thead>
          <tbody>
            {log.toReversed().map((entry, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity, and the list is not changed
              <tr key={at}>
                <td className={styles.moment}>{formatMoment(entry.at)}</td>
                <td>{whatWords[entry.what]}</td>
                <td>{entry.name}</td>
                <td>
                  {entry.outcome}
                  {entry.frames.length === 0 ? null : <small>{entry.frames.join(' ← ')}</small>}
                </td>
                <td className={styles.number}>
                  {entry.seconds === null ? '' : formatSeconds(entry.seconds)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <DialogActions>
        <CopyButton text={JSON.stringify(data, null, 2)} label="Copy for support" done="Copied" />
        <Button look="primary" onClick={closePane}>
          Close
        </Button>
      </DialogActions>
    </>
  );
}
