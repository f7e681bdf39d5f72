import { useCallback, useEffect, useRef, useState } from 'react';
import type { Overview } from '#shared/contract.ts';
import { FileKind } from '#shared/files.ts';
import { Button } from '../components/button.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Dialog, DialogActions } from '../components/dialogs/dialog.tsx';
import { SideMark } from '../components/marks/side-mark.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useDoor } from '../door/context.ts';
import { useOperation } from '../door/operation.ts';
import { ChooseFile } from './choose-file.tsx';
import { FileSlot } from './file-slot.tsx';
import styles from './files.module.css';
import { kindWords } from './kinds.ts';
import {
  type ChosenFiles,
  importWords,
  joinedMaps,
  moved,
  type ReadyFile,
  type ReadyFiles,
  slotFor,
} from './stages.ts';

interface ImportDialogProps {
  readonly datasets: Overview['datasets'];
  /** Files that were dropped on the screen. */
  readonly dropped: readonly File[];
  readonly onClose: () => void;
}

/** Chooses files for the accounts, the customers and the contacts, shows what is recognised of them, and imports them. */
export function ImportDialog({ datasets, dropped, onClose }: ImportDialogProps) {
  const { call, host } = useDoor();
  const importing = useOperation('sources.import');
  const [chosen, setChosen] = useState<ChosenFiles>({});
  const [ready, setReady] = useState<ReadyFiles>({});
  const [fault, setFault] = useState<unknown>(null);
  const [started, setStarted] = useState(false);
  /** The file that is on its way here: a browser hands its content over first, which may take a while. */
  const [coming, setComing] = useState<File | null>(null);
  const taken = useRef<readonly File[]>([]);

  const choose = useCallback((kind: FileKind, path: string) => {
    setFault(null);
    setChosen((before) => ({ ...before, [kind]: { kind, path, sheet: null, headingRow: null } }));
  }, []);
  const give = async (kind: FileKind, file: File) => {
    setComing(file);
    await host.pathOf(file).then((path) => choose(kind, path), setFault);
    setComing(null);
  };
  const onReady = useCallback((kind: FileKind, file: ReadyFile | null) => {
    setReady(({ [kind]: _, ...others }) => (file === null ? others : { ...others, [kind]: file }));
  }, []);
  useEffect(() => {
    if (taken.current === dropped) return;
    taken.current = dropped;
    const place = async (file: File) => {
      const path = await host.pathOf(file);
      const { looksLike } = await call('files.preview', { path, kind: null, map: {} });
      setChosen((before) => {
        const kind = slotFor(looksLike, before);
        return { ...before, [kind]: { kind, path, sheet: null, headingRow: null } };
      });
    };
    void (async () => {
      for (const file of dropped) {
        setComing(file);
        await place(file).catch(setFault);
      }
      setComing(null);
    })();
  }, [dropped, host, call]);

  const has = (kind: 'accounts' | 'customers') =>
    chosen[kind] !== undefined || datasets[kindWords[kind].side] !== null;
  const isReady = Object.keys(chosen).every((kind) => ready[kind as FileKind] !== undefined);
  const sides = [chosen.accounts, chosen.customers].filter((file) => file !== undefined);
  const contactsAlone = chosen.contacts !== undefined && chosen.accounts === undefined;
  const canImport = sides.length > 0 && isReady && has('accounts') && has('customers') && !contactsAlone;
  const maps = joinedMaps(ready);
  const run = () => {
    setStarted(true);
    const path = (kind: FileKind) => chosen[kind]?.path ?? null;
    importing.start(
      { accounts: path('accounts'), customers: path('customers'), contacts: path('contacts'), map: maps },
      onClose,
    );
  };
  return (
    <Dialog
      title="Import files"
      description="Exports that you already have: CSV, Excel, or an IIF list of QuickBooks Desktop. The files are only read."
      size="whole"
      open
      onOpenChange={onClose}
    >
      <div className={styles.content}>
        {fault === null ? null : <ErrorNote error={fault} />}
        {coming === null ? null : <p role="status">Taking in {coming.name}…</p>}
        {FileKind.options.map((kind) => {
          const file = chosen[kind];
          const { title, side, hint } = kindWords[kind];
          return (
            <section key={kind} className={styles.slot} aria-label={title}>
              <header className={styles.head}>
                <h3>
                  <SideMark side={side} />
                  {title}
                </h3>
                {file === undefined ? null : <code>{file.path.split(/[\\/]/).at(-1)}</code>}
                <ChooseFile
                  what={kind}
                  again={file !== undefined}
                  disabled={importing.pending || coming !== null}
                  onPath={(path) => choose(kind, path)}
                  onFile={(given) => void give(kind, given)}
                />
                {file === undefined ? null : (
                  <Button
                    look="plain"
                    onClick={() => {
                      onReady(kind, null);
                      setChosen(({ [kind]: _, ...others }) => others);
                    }}
                  >
                    Leave out
                  </Button>
                )}
              </header>
              {file === undefined ? (
                <p className={styles.quiet}>
                  {kind !== 'contacts' && datasets[side] !== null
                    ? `Without a file the ${kind} stay as they are here. ${hint}`
                    : hint}
                </p>
              ) : (
                <FileSlot
                  key={file.path}
                  file={file}
                  onSheet={(sheet) =>
                    setChosen((before) => ({ ...before, [kind]: { ...file, sheet, headingRow: null } }))
                  }
                  onHeadingRow={(headingRow) =>
                    setChosen((before) => ({ ...before, [kind]: { ...file, headingRow } }))
                  }
                  onMove={(to) => {
                    onReady(kind, null);
                    onReady(to, null);
                    setChosen((before) => moved(before, kind, to));
                  }}
                  onReady={onReady}
                />
              )}
            </section>
          );
        })}
        {started && importing.error !== null ? <ErrorNote error={importing.error} /> : null}
      </div>
      <DialogActions>
        {Object.keys(maps).length === 0 ? null : (
          <CopyButton
            text={JSON.stringify(maps, null, 2)}
            label="Copy the column map"
            done="Copied: for --map of the command line"
          />
        )}
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={!canImport || importing.pending} onClick={run}>
          {importing.pending ? 'Importing…' : importWords(ready)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
