import type { Queue } from '#shared/decisions.ts';
import { useKeys } from '../commands/keys/use-keys.ts';
import { useReviewView } from '../review/view.ts';
import { Hint } from './hint.tsx';

interface ReviewHintProps {
  readonly queue: Queue;
  readonly className?: string | undefined;
}

/** The hint of the review: how to decide at first, then what a conflict is. */
export function ReviewHint({ queue, className }: ReviewHintProps) {
  const { shown } = useKeys();
  const decided = useReviewView((view) => view.touched.size > 0);
  const [confirm, reject, undo] = ['review.confirm', 'review.reject', 'review.undo'].map(shown);
  if (queue === 'suggested') {
    return (
      <Hint id="decide" done={decided} className={className}>
        {confirm === undefined || reject === undefined
          ? 'Confirm and Reject are beside the table; the next row comes by itself.'
          : `${confirm} confirms a pair, ${reject} rejects it, and the next row comes by itself.`}{' '}
        {undo} takes back.
      </Hint>
    );
  }
  if (queue !== 'conflicts') return null;
  return (
    <Hint id="conflict" done={decided} className={className}>
      Two or more fit about equally well here, so nothing was picked. Compare the candidates in the evidence
      {confirm === undefined ? ' and confirm the right one.' : ' and press the number of the right one.'}
    </Hint>
  );
}
