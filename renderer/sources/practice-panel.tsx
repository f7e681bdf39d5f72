import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { ConfirmDialog } from '../components/dialogs/confirm-dialog.tsx';
import { ErrorNote } from '../components/notes/error-note.tsx';
import { useOperation } from '../door/operation.ts';
import styles from './practice-panel.module.css';
import { TroublePanel } from './trouble/trouble-panel.tsx';

/** Says that this is the practice company, and gives it back as it was at first. */
export function PracticePanel({ disabled }: { readonly disabled: boolean }) {
  const [asking, setAsking] = useState(false);
  const reset = useOperation('practice.reset');
  return (
    <section className={styles.panel} aria-label="Practice company">
      <p>
        This is the practice company. Both services run on this computer and hold made-up records, so every
        step can be tried, writing too.
      </p>
      <Button disabled={disabled || reset.pending} onClick={() => setAsking(true)}>
        Reset the practice company
      </Button>
      {reset.error === null ? null : <ErrorNote error={reset.error} />}
      <TroublePanel />
      <ConfirmDialog
        title="Reset the practice company?"
        description="Both services get their first records back, and your decisions and runs in the practice project are removed. Other projects are not touched."
        action="Reset"
        danger
        open={asking}
        onOpenChange={setAsking}
        onConfirm={() => reset.start({})}
      />
    </section>
  );
}
