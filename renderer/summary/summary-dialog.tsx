import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { Paper } from '#shared/door.ts';
import { closePane } from '../commands/panes.ts';
import { Button } from '../components/button.tsx';
import { Dialog, DialogActions } from '../components/dialogs/dialog.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { SavedFile } from '../components/saved-file.tsx';
import { CallError } from '../door/call-error.ts';
import { useDoor } from '../door/context.ts';
import { useSummary } from '../door/queries.ts';
import { usualPaper } from './paper.ts';
import styles from './summary.module.css';
import { SummaryPage } from './summary-page.tsx';

/** What was done and what came of it, as it is printed: by the browser, or to a PDF in the desktop app. */
export function SummaryDialog({ open }: { readonly open: boolean }) {
  return (
    <Dialog
      title="Summary to print"
      description="Only the page below is printed, on white."
      size="whole"
      open={open}
      onOpenChange={closePane}
    >
      <Content />
    </Dialog>
  );
}

function Content() {
  const { data, error, refetch } = useSummary();
  if (error !== null) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p role="status">Counting…</p>;
  return (
    <>
      {/* Scrolls by itself, and has nothing in it that takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: so that the keyboard can scroll it */}
      <section data-summary className={styles.paper} tabIndex={0} aria-label="Summary">
        <SummaryPage summary={data} />
      </section>
      <PrintActions name={data.projectName} />
    </>
  );
}

function PrintActions({ name }: { readonly name: string }) {
  const { host } = useDoor();
  const [paper, setPaper] = useState<Paper>(usualPaper);
  const [saved, setSaved] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  if (host.kind === 'browser') {
    return (
      <DialogActions>
        <Button look="primary" icon={<Printer size={16} aria-hidden="true" />} onClick={() => window.print()}>
          Print…
        </Button>
      </DialogActions>
    );
  }
  const save = async () => {
    const result = await host.savePdf(`${name} summary.pdf`, paper);
    setError(result.ok ? null : new CallError(result.error));
    if (result.ok) setSaved(result.value);
  };
  return (
    <>
      {error === null ? null : <ErrorNote error={error} />}
      <DialogActions>
        {saved === null ? null : <SavedFile path={saved} what="summary" />}
        <select
          className={styles.choice}
          aria-label="Paper"
          value={paper}
          onChange={({ target }) => setPaper(target.value === 'Letter' ? 'Letter' : 'A4')}
        >
          <option>A4</option>
          <option>Letter</option>
        </select>
        <Button look="primary" onClick={() => void save()}>
          Save as PDF…
        </Button>
      </DialogActions>
    </>
  );
}
