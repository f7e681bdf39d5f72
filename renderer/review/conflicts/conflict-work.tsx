import { useState } from 'react';
import type { Conflict } from '#shared/review.ts';
import { keyWord } from '../../commands/keys/key-press.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialogs/dialog.tsx';
import { formatCount, formatCounted } from '../../format/numbers.ts';
import { useReviewSession } from '../session/session-context.ts';
import { type Assignment, assigned, decisionsOf, settledBy } from './assignment.ts';
import styles from './conflict.module.css';
import { ConflictMatrix } from './conflict-matrix.tsx';

interface ConflictWorkProps {
  readonly conflict: Conflict;
  readonly readOnly: boolean;
  readonly onDone: () => void;
}

/** The matrix of a conflict, and settling it. */
export function ConflictWork({ conflict, readOnly, onDone }: ConflictWorkProps) {
  const session = useReviewSession();
  const [assignment, setAssignment] = useState<Assignment>(new Map());
  const { accounts, left, severalAccounts } = conflict;
  const settled = settledBy(assignment, conflict);
  const settle = () => {
    if (settled === 0 || readOnly) return;
    session.decideTogether(decisionsOf(assignment, conflict), `Settled ${formatCounted(settled, 'account')}`);
    onDone();
  };
  const beyond = [
    ...(left.accounts === 0 ? [] : [formatCounted(left.accounts, 'account')]),
    ...(left.customers === 0 ? [] : [formatCounted(left.customers, 'customer')]),
  ].join(' and ');
  return (
    <div className={styles.work}>
      <ConflictMatrix
        conflict={conflict}
        assignment={assignment}
        readOnly={readOnly}
        onSettle={settle}
        onAssign={(account, choice) =>
          setAssignment((before) => assigned(before, account, choice, severalAccounts))
        }
      />
      <p role="status" className={styles.status}>
        {formatCount(settled)} of {formatCounted(accounts.length, 'account')} chosen; the others stay as they
        are.
        {beyond === ''
          ? ''
          : ` ${beyond} farther off ${left.accounts + left.customers === 1 ? 'is' : 'are'} not shown.`}
      </p>
      <DialogActions>
        <Button onClick={onDone}>Cancel</Button>
        <Button
          look="primary"
          shortcut={keyWord('Mod+Enter')}
          disabled={settled === 0 || readOnly}
          onClick={settle}
        >
          Settle {formatCounted(settled, 'account')}
        </Button>
      </DialogActions>
    </div>
  );
}
