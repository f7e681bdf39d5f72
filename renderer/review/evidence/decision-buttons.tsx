import type { MouseEvent } from 'react';
import type { ReviewRow } from '#shared/review.ts';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { Button } from '../../components/button.tsx';
import type { Command } from '../session/commands.ts';
import { useReviewSession } from '../session/session-context.ts';
import styles from './decision-buttons.module.css';

interface DecisionButtonsProps {
  readonly row: ReviewRow;
  readonly shown: number;
  readonly readOnly: boolean;
  readonly onLeave: () => void;
}

/** The decisions as buttons. After a click with the mouse the keys are with the grid again. */
export function DecisionButtons({ row, shown, readOnly, onLeave }: DecisionButtonsProps) {
  const session = useReviewSession();
  const { shown: keyOf } = useKeys();
  const does = (command: Command) => (event: MouseEvent) => {
    session.run(command);
    if (event.detail > 0) onLeave();
  };
  const noPair = row.customerId === null && shown === 0;
  return (
    <fieldset className={styles.buttons} aria-label="Decision">
      <Button
        look="primary"
        shortcut={keyOf('review.confirm')}
        disabled={readOnly || noPair}
        onClick={does({ kind: 'decide', decision: 'confirm' })}
      >
        Confirm
      </Button>
      <Button
        shortcut={keyOf('review.reject')}
        disabled={readOnly || noPair}
        onClick={does({ kind: 'decide', decision: 'reject' })}
      >
        Reject
      </Button>
      <Button
        shortcut={keyOf('review.skip')}
        disabled={readOnly}
        onClick={does({ kind: 'decide', decision: 'skip' })}
      >
        Skip
      </Button>
      <Button
        shortcut={keyOf('review.create-new')}
        disabled={readOnly}
        onClick={does({ kind: 'decide', decision: 'create-new' })}
      >
        Create new
      </Button>
      <Button
        shortcut={keyOf('review.search')}
        disabled={readOnly}
        onClick={() => session.run({ kind: 'search' })}
      >
        Choose another…
      </Button>
      <Button look="plain" disabled={readOnly} onClick={does({ kind: 'decide', decision: 'ignore' })}>
        Ignore
      </Button>
    </fieldset>
  );
}
