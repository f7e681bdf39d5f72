import { Tabs } from 'radix-ui';
import { Queue } from '#shared/decisions.ts';
import type { ReviewSummary } from '#shared/review.ts';
import { formatCount } from '../format/numbers.ts';
import { queueWords } from '../format/words.ts';
import styles from './queue-tabs.module.css';

/** The queues as tabs with their counts. Belongs inside the review's `Tabs.Root`. */
export function QueueTabs({ summary }: { readonly summary: ReviewSummary }) {
  return (
    <Tabs.List aria-label="Queues" className={styles.tabs}>
      {Queue.options.map((queue) => (
        <Tabs.Trigger key={queue} value={queue} className={styles.tab}>
          {queueWords[queue]} <b>{formatCount(summary.queues[queue])}</b>
        </Tabs.Trigger>
      ))}
    </Tabs.List>
  );
}
