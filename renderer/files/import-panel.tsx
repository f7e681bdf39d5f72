import { useCallback, useState } from 'react';
import type { Overview } from '#shared/contract.ts';
import { Button } from '../components/button.tsx';
import { classes } from '../components/classes.ts';
import { Note } from '../components/notes/note.tsx';
import { useOperation } from '../door/operation.ts';
import { formatCounted } from '../format/numbers.ts';
import styles from './files.module.css';
import { ImportDialog } from './import-dialog.tsx';
import { useFileDrop } from './use-file-drop.ts';

interface ImportPanelProps {
  readonly datasets: Overview['datasets'];
  readonly disabled: boolean;
}

/** The way in for files: by a button, or dropped anywhere on the screen. */
export function ImportPanel({ datasets, disabled }: ImportPanelProps) {
  const [dropped, setDropped] = useState<readonly File[] | null>(null);
  const { output } = useOperation('sources.import');
  const isOver = useFileDrop(
    useCallback((files: readonly File[]) => setDropped(files), []),
    !disabled,
  );
  return (
    <section className={classes(styles.panel, isOver && styles.over)} aria-label="Import files">
      <p>
        {isOver
          ? 'Drop the files to look at them; nothing is imported yet.'
          : 'Exports that you already have, as CSV or Excel: drop them here, or choose them.'}
      </p>
      <Button disabled={disabled} onClick={() => setDropped([])}>
        Import files…
      </Button>
      {output === undefined ? null : (
        <Note tone="right" live>
          Read {formatCounted(output.salesforce.count, 'account')} and{' '}
          {formatCounted(output.quickbooks.count, 'customer')}.
        </Note>
      )}
      {dropped === null ? null : (
        <ImportDialog datasets={datasets} dropped={dropped} onClose={() => setDropped(null)} />
      )}
    </section>
  );
}
