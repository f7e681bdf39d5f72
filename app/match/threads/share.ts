import { CandidateSearch, type SearchTask } from '../candidates/search.ts';
import type { PairColumns } from '../pair-table.ts';

/** Accounts that a thread takes at once. */
const chunk = 256;

/** The pairs found for one chunk of accounts. */
export interface FoundChunk {
  readonly number: number;
  readonly pairs: PairColumns;
}

/** A task that threads take chunks of, until none is left: `taken` counts them for all threads, at place 0. */
export interface SharedTask {
  readonly task: SearchTask;
  readonly taken: Int32Array;
}

/** Takes chunk after chunk; yields each as it is found. */
export function* takeChunks({ task, taken }: SharedTask): Generator<FoundChunk> {
  const search = new CandidateSearch(task);
  for (;;) {
    const number = Atomics.add(taken, 0, 1);
    const from = number * chunk;
    if (from >= task.accounts.length) return;
    yield { number, pairs: search.pairs(from, Math.min(task.accounts.length, from + chunk)) };
  }
}

/** How many of the task's accounts have been taken. */
export function takenAccounts({ task, taken }: SharedTask): number {
  return Math.min(task.accounts.length, Atomics.load(taken, 0) * chunk);
}
