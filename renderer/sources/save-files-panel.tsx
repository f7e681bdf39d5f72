import { useState } from 'react';
import type { Overview, SavedFile as Saved } from '#shared/contract.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { Note } from '../components/notes/note.tsx';
import { SavedFile } from '../components/saved-file.tsx';
import { useDoor } from '../door/context.ts';
import { useOperation } from '../door/operation.ts';
import { formatCounted } from '../format/numbers.ts';
import { type FileFormat, SaveFilesDialog } from './save-files-dialog.tsx';
import styles from './save-files-panel.module.css';

interface SaveFilesPanelProps {
  readonly overview: Overview;
  readonly disabled: boolean;
}

/** Both datasets as files, as they were exported; nothing before there are any. */
export function SaveFilesPanel({ overview, disabled }: SaveFilesPanelProps) {
  const { host } = useDoor();
  const [asking, setAsking] = useState(false);
  const saving = useOperation('sources.save');
  const { datasets, project } = overview;
  if (datasets.salesforce === null && datasets.quickbooks === null) return null;
  const save = async (format: FileFormat) => {
    setAsking(false);
    if (host.kind === 'browser') return saving.start({ to: 'projects-folder', format });
    const choose = (what: string) =>
      host.chooseSavePath(`${project?.name ?? 'Counterpart'} ${what}.${format}`);
    const accounts = datasets.salesforce === null ? null : await choose('accounts');
    if (accounts === null && datasets.salesforce !== null) return;
    const customers = datasets.quickbooks === null ? null : await choose('customers');
    if (customers === null && datasets.quickbooks !== null) return;
    saving.start({ to: 'paths', accounts, customers });
  };
  const { output, error, pending } = saving;
  return (
    <section className={styles.panel} aria-label="Files">
      <div className={styles.row}>
        <p>Keep the accounts and the customers as they are here: files that can be imported again.</p>
        <Button disabled={disabled || pending} onClick={() => setAsking(true)}>
          {pending ? 'Saving…' : 'Save as files…'}
        </Button>
      </div>
      {error === null || pending ? null : <ErrorNote error={error} />}
      {output === undefined ? null : (
        <Note
          tone="right"
          live
          actions={
            <>
              {output.salesforce === null ? null : (
                <SavedFile path={output.salesforce.path} what="accounts" show="Show the accounts" />
              )}
              {output.quickbooks === null ? null : (
                <SavedFile path={output.quickbooks.path} what="customers" show="Show the customers" />
              )}
            </>
          }
        >
          <SavedLine file={output.salesforce} what="account" />
          <SavedLine file={output.quickbooks} what="customer" />
        </Note>
      )}
      <SaveFilesDialog open={asking} onOpenChange={setAsking} onSave={(format) => void save(format)} />
    </section>
  );
}

function SavedLine({ file, what }: { readonly file: Saved | null; readonly what: string }) {
  if (file === null) return null;
  return (
    <>
      <p>
        Saved {formatCounted(file.rows, what)}.
        {file.shortened === 0
          ? ''
          : ` ${formatCounted(file.shortened, 'cell')} would hold more than Excel allows and ${
              file.shortened === 1 ? 'was' : 'were'
            } shortened; CSV keeps all.`}
      </p>
      <p className={styles.path}>{file.path}</p>
    </>
  );
}
