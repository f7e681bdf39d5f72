import { Undo2 } from 'lucide-react';
import type { ReviewSummary } from '#shared/review.ts';
import { Button } from '../../components/button.tsx';
import { classes } from '../../components/classes.ts';
import { useReviewSession } from '../session/session-context.ts';
import { useReviewView } from '../view.ts';
import styles from './review-footer.module.css';
import { useLate } from './use-late.ts';

/** A decision is usually on disk before this many milliseconds. */
const savingShownAfter = 200;

interface LastDoneProps {
  readonly summary: ReviewSummary;
  readonly readOnly: boolean;
}

/** Whether all is on disk, what was done last or why it was not, and the way back: at the foot of accounts and customers. */
export function LastDone({ summary: { undo }, readOnly }: LastDoneProps) {
  const session = useReviewSession();
  const isSaving = useLate(useReviewView((view) => view.unsaved) > 0, savingShownAfter);
  const message = useReviewView((view) => view.message);
  const text = message?.text ?? (undo === null ? '' : `Last: ${undo}`);
  return (
    <>
      <span className={styles.saved}>{isSaving ? 'Saving…' : 'Saved'}</span>
      <p
        role="status"
        className={classes(styles.message, message !== null && styles[message.tone])}
        title={text === '' ? undefined : text}
      >
        {text}
      </p>
      <Button
        look="plain"
        icon={<Undo2 size={14} aria-hidden="true" />}
        disabled={undo === null || readOnly}
        title={undo === null ? 'Nothing to undo' : `Undo: ${undo}`}
        onClick={() => session.run({ kind: 'undo' })}
      >
        Undo
      </Button>
    </>
  );
}
