import { Button } from '../components/button.tsx';
import { DialogActions } from '../components/dialogs/dialog.tsx';
import { Note } from '../components/notes/note.tsx';
import { formatCounted } from '../format/numbers.ts';
import styles from './merging.module.css';
import type { Merged } from './stages.ts';

interface MergeResultProps {
  readonly merged: Merged;
  readonly onClose: () => void;
}

/** What was taken over, and what was not and why. */
export function MergeResult({ merged: { outcome, kept }, onClose }: MergeResultProps) {
  const { decided, comments, refused } = outcome;
  return (
    <>
      <Note tone="right" live>
        Took over {formatCounted(decided, 'decision')} and {formatCounted(comments, 'comment')}. One Undo in
        the review takes the decisions back.
      </Note>
      {kept === 0 ? null : (
        <p>{formatCounted(kept, 'account')} decided differently: what is decided here stays.</p>
      )}
      {refused.length === 0 ? null : (
        <Note tone="look">
          <p>{formatCounted(refused.length, 'decision')} could not be taken over:</p>
          <ul className={styles.refused}>
            {refused.map(({ accountId, message }) => (
              <li key={`${accountId} ${message}`}>{message}</li>
            ))}
          </ul>
        </Note>
      )}
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </>
  );
}
