import type { Queue } from '#shared/decisions.ts';
import type { ReviewSummary } from '#shared/review.ts';
import styles from './queue-money.module.css';
import { linkedShare, openBalance } from './receivables-words.ts';

interface QueueMoneyProps {
  readonly summary: ReviewSummary;
  readonly queue: Queue;
}

/** What the customers of the open queue owe, and how much of all receivables is linked. */
export function QueueMoney({ summary: { receivables }, queue }: QueueMoneyProps) {
  const open = openBalance(receivables, queue);
  const linked = linkedShare(receivables);
  const words = [open === '' ? '' : `${open} open`, linked].filter(Boolean).join(' · ');
  return words === '' ? null : (
    <span className={styles.money} title={`${words}. Credits are not counted.`}>
      {words}
    </span>
  );
}
