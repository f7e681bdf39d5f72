import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DecisionKind } from '#shared/decisions.ts';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialogs/dialog.tsx';
import { Note } from '../../components/notes/note.tsx';
import { formatCounted } from '../../format/numbers.ts';
import { type RowTable, rowOf } from '../session/rows.ts';
import { useReviewSession } from '../session/session-context.ts';
import styles from './bulk.module.css';
import type { BulkPlan } from './plan.ts';
import type { BulkOutcome } from './view.ts';
import { bulkResults } from './words.ts';

interface BulkDoneProps {
  readonly kind: DecisionKind;
  readonly plan: BulkPlan;
  readonly outcome: BulkOutcome;
  readonly table: RowTable;
  readonly onClose: () => void;
}

/** What became of a bulk decision: what was done, what was refused and why, and the way back. */
export function BulkDone({ kind, plan, outcome, table, onClose }: BulkDoneProps) {
  const session = useReviewSession();
  const { shown } = useKeys();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const { decided, refused } = outcome;
  // Only where nothing was refused is it known how many of each kind there were.
  const whole = decided === plan.decisions.length;
  return (
    <>
      <Note tone="right" live>
        {whole ? bulkResults[kind](plan.asAsked) : formatCounted(decided, 'row decided', 'rows decided')}
        {whole && plan.rejected > 0 ? `, ${formatCounted(plan.rejected, 'pair')} rejected` : ''}.
      </Note>
      {refused.length === 0 ? null : (
        <Note tone="look">
          {formatCounted(refused.length, 'row was', 'rows were')} refused:
          <ul className={styles.refused}>
            {refused.map(({ accountId, message }) => (
              <li key={accountId}>
                {rowOf(table, accountId)?.accountName ?? accountId}: {message}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <p className={styles.from}>
        It is one step: Undo, or {shown('review.undo')} in the table, takes all of it back.
      </p>
      <DialogActions>
        <Button
          icon={<Undo2 size={14} aria-hidden="true" />}
          disabled={decided === 0}
          onClick={() => {
            session.run({ kind: 'undo' });
            onClose();
          }}
        >
          Undo
        </Button>
        <Button ref={close} look="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </>
  );
}
