import { Tabs } from 'radix-ui';
import { Queue } from '#shared/decisions.ts';
import type { ReviewSummary } from '#shared/review.ts';
import { formatCount } from '../format/numbers.ts';
import { queueWords } from '../format/words.ts';
import { openBalance } from './money/receivables-words.ts';
import styles from './queue-tabs.module.css';
import { useReviewView } from './view.ts';

interface QueueTabsProps {
  readonly summary: ReviewSummary;
  /** A queue was chosen with the mouse, after which the keys belong to the table. */
  readonly onPointed: () => void;
}

/** The queues as tabs with their counts. Belongs inside the review's `Tabs.Root`. */
export function QueueTabs({ summary, onPointed }: QueueTabsProps) {
  const open = useReviewView((view) => view.queue);
  // Most projects are exported once: what nothing has happened to needs no tab.
  const shown = Queue.options.filter(
    (queue) => queue !== 'changed-since' || queue === open || summary.queues[queue] > 0,
  );
  return (
    <Tabs.List aria-label="Queues" className={styles.tabs}>
      {shown.map((queue) => (
        <Tabs.Trigger
          key={queue}
          value={queue}
          className={styles.tab}
          title={moneyOf(summary, queue)}
          onMouseUp={onPointed}
        >
          {queueWords[queue]} <b>{formatCount(summary.queues[queue])}</b>
        </Tabs.Trigger>
      ))}
      <Tabs.Trigger value="customers" className={styles.tab} onMouseUp={onPointed}>
        Customers without match <b>{formatCount(summary.customersWithoutMatch)}</b>
      </Tabs.Trigger>
    </Tabs.List>
  );
}

/** What the queue's customers owe, to be read when one points at its tab. */
function moneyOf({ receivables }: ReviewSummary, queue: Queue): string | undefined {
  const open = openBalance(receivables, queue);
  return open === '' ? undefined : `${open} open`;
}
