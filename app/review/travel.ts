import { AppError, reportOf } from '#shared/errors.ts';
import type { PastBatches, ReviewChange, Travelled } from '#shared/review.ts';
import type { Review } from './review.ts';
import { describe } from './summary.ts';

/** What was decided, action by action, newest first, before the action of this number (null: the last ones). */
export function pastBatches(review: Review, before: number | null, limit: number): PastBatches {
  const { ledger } = review;
  const batches = ledger.history.batchesBefore(before, limit + 1);
  return {
    more: batches.length > limit,
    batches: batches.slice(0, limit).flatMap((batch) => {
      const [first] = batch.entries;
      if (first === undefined) return [];
      return {
        batch: batch.number,
        what: describe(ledger, batch.entries) ?? '',
        count: batch.entries.length,
        author: first.author,
        at: first.at,
        state: batch.state,
        steps: ledger.history.stepsTo(batch),
      };
    }),
  };
}

/**
 * Takes back actions one after another until this one is taken back, or does again what was taken back until this one is
 * done again. Stops at one that cannot be (its link was written, its customer is taken) and says which and why. Errors:
 * those of {@link Review.undo} and {@link Review.redo} where the first one cannot be; `decision-nothing-to-undo` and
 * `decision-nothing-to-redo` where this action is not among them.
 */
export function travel(review: Review, type: 'undo' | 'redo', to: number): Promise<Travelled> {
  return review.apart(() => stepByStep(review, type, to));
}

async function stepByStep(review: Review, type: 'undo' | 'redo', to: number): Promise<Travelled> {
  const next = () => {
    const { history } = review.ledger;
    return (type === 'undo' ? history.nextUndo() : history.nextRedo())[0]?.batch;
  };
  const target = review.ledger.history.batchesBefore(to + 1, 1)[0];
  const wanted = type === 'undo' ? 'done' : 'undone';
  if (target?.number !== to || target.state !== wanted) {
    throw new AppError(type === 'undo' ? 'decision-nothing-to-undo' : 'decision-nothing-to-redo');
  }
  let change: ReviewChange | null = null;
  for (let steps = 1; ; steps++) {
    const reached = next() === to;
    try {
      change = together(change, type === 'undo' ? await review.undo() : await review.redo());
    } catch (error) {
      if (change === null || !(error instanceof AppError)) throw error;
      return { change, steps: steps - 1, stopped: reportOf(error).message };
    }
    if (reached) return { change, steps, stopped: null };
  }
}

/** Two changes one after the other as one: every record once, as it stands after both. */
function together(first: ReviewChange | null, then: ReviewChange): ReviewChange {
  if (first === null) return then;
  const rows = new Map([...first.rows, ...then.rows].map((row) => [row.accountId, row]));
  const customers = new Map([...first.customers, ...then.customers].map((row) => [row.customerId, row]));
  return {
    rows: [...rows.values()],
    customers: [...customers.values()],
    summary: then.summary,
    focus: then.focus ?? first.focus,
  };
}
