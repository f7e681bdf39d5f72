import { Queue } from '#shared/decisions.ts';
import type { ReviewSession } from '../session/session.ts';
import { setReviewView } from '../view.ts';

/** Shows what a tab stands for: a queue of accounts, or `customers` for those without an account. */
export function openTab(session: ReviewSession, value: string): void {
  if (value === 'customers') setReviewView({ side: value });
  else session.openQueue(Queue.parse(value));
}
