import type { Queue } from '#shared/decisions.ts';
import type { ReviewSummary } from '#shared/review.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/page.tsx';
import { formatCount, formatCounted } from '../format/numbers.ts';
import { queueWords } from '../format/words.ts';
import { goTo } from '../frame/screen-address.ts';
import { noFilters } from './facets/filters.ts';
import styles from './review-screen.module.css';
import { useReviewSession } from './session/session-context.ts';
import { setReviewView } from './view.ts';

/** The queues in which something waits for a person, in the order in which they are best worked through. */
const waitingQueues: readonly Queue[] = [
  'changed-since',
  'suggested',
  'conflicts',
  'linked-problems',
  'failed',
  'no-match',
];

interface EmptyQueueProps {
  readonly queue: Queue;
  readonly summary: ReviewSummary;
  /** There are rows, but the filter lets none through. */
  readonly filtered: boolean;
}

/** What a queue without rows says: what to do next. */
export function EmptyQueue({ queue, summary, filtered }: EmptyQueueProps) {
  const session = useReviewSession();
  if (filtered) {
    return (
      <div className={styles.empty}>
        <EmptyState
          title="No row fits the filter"
          action={
            <Button onClick={() => setReviewView({ text: '', filters: noFilters })}>Clear the filter</Button>
          }
        >
          Rows are looked up by names, places and reasons, all words at once.
        </EmptyState>
      </div>
    );
  }
  const next = waitingQueues.find((other) => other !== queue && summary.queues[other] > 0);
  return (
    <div className={styles.empty}>
      <EmptyState
        title={`Nothing in ${queueWords[queue]}`}
        action={
          next !== undefined ? (
            <Button onClick={() => session.openQueue(next)}>
              Open {queueWords[next]} ({formatCount(summary.queues[next])})
            </Button>
          ) : summary.toWrite > 0 ? (
            <Button look="primary" onClick={() => goTo('write')}>
              Preview {formatCounted(summary.toWrite, 'link')}
            </Button>
          ) : null
        }
      >
        {next === undefined
          ? 'No account waits for a decision.'
          : 'Other queues still have accounts to decide.'}
      </EmptyState>
    </div>
  );
}
