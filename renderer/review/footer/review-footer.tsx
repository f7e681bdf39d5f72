import { History, Keyboard, RefreshCw } from 'lucide-react';
import type { ReviewSummary } from '#shared/review.ts';
import { useKeys } from '../../commands/keys/use-keys.ts';
import { openPane } from '../../commands/panes.ts';
import { Button } from '../../components/button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { formatCount, formatCounted } from '../../format/numbers.ts';
import { goTo } from '../../frame/screen-address.ts';
import { requestFocus } from '../focus-requests.ts';
import { QueueMoney } from '../money/queue-money.tsx';
import { type RowTable, rowOf } from '../session/rows.ts';
import { useReviewSession } from '../session/session-context.ts';
import { useReviewView } from '../view.ts';
import { LastDone } from './last-done.tsx';
import styles from './review-footer.module.css';

interface ReviewFooterProps {
  readonly summary: ReviewSummary;
  readonly table: RowTable;
  /** All rows of the queue. */
  readonly total: number;
  /** More rows of the queue are on their way. */
  readonly reading: boolean;
  readonly readOnly: boolean;
}

/** How far this queue is, what was done last and how to take it back, and the way to writing. */
export function ReviewFooter({ summary, table, total, reading, readOnly }: ReviewFooterProps) {
  const session = useReviewSession();
  const queue = useReviewView((view) => view.queue);
  const keysInForce = useKeys();
  const touched = useReviewView((view) => view.touched);
  const settled = Array.from(touched).filter(
    ([accountId, wasMember]) => wasMember && rowOf(table, accountId)?.queue !== queue,
  ).length;
  return (
    <footer className={styles.footer}>
      <div className={styles.progress}>
        <ProgressBar label="Decided in this queue" done={settled} total={total} className={styles.bar} />
        <span className="num">
          {reading
            ? `${formatCount(total)} of ${formatCount(Math.max(total, summary.queues[queue]))} read…`
            : `${formatCount(settled)} of ${formatCount(total)} in this queue`}
        </span>
      </div>
      <QueueMoney summary={summary} queue={queue} />
      {settled === 0 ? null : (
        <Button
          look="plain"
          icon={<RefreshCw size={14} aria-hidden="true" />}
          title="Take decided rows out of this queue"
          onClick={() => {
            session.refresh();
            // The button is gone with it.
            requestFocus('table');
          }}
        >
          Refresh
        </Button>
      )}
      <LastDone summary={summary} readOnly={readOnly} />
      <Button
        look="plain"
        icon={<History size={16} aria-hidden="true" />}
        aria-label="History of decisions"
        title="History of decisions"
        onClick={() => openPane('history')}
      />
      <Button
        look="plain"
        icon={<Keyboard size={16} aria-hidden="true" />}
        aria-label="Keys"
        title={
          keysInForce.shown('help.sheet') === undefined ? 'Keys' : `Keys (${keysInForce.shown('help.sheet')})`
        }
        onClick={() => openPane('sheet')}
      />
      <Button disabled={summary.toWrite === 0} onClick={() => goTo('write')}>
        Preview {formatCounted(summary.toWrite, 'link')}
      </Button>
    </footer>
  );
}
