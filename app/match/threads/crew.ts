import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorReport } from '#shared/errors.ts';
import type { SearchTask } from '../candidates/search.ts';
import { sharedInts } from '../columns/growing-ints.ts';
import type { Pace } from '../pace.ts';
import type { PairColumns } from '../pair-table.ts';
import { type FoundChunk, type SharedTask, takeChunks, takenAccounts } from './share.ts';

/** What an assistant tells when a task has no chunk left. */
export type FromAssistant =
  | { readonly kind: 'done'; readonly chunks: readonly FoundChunk[] }
  | { readonly kind: 'error'; readonly error: ErrorReport };

/** The assistant's code stands beside this file, as source or as built. */
const assistantFile = new URL(`./assistant${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * The threads that share the search for candidates: this one and its assistants. What is found does not depend on how
 * many they are. To be closed when done with.
 */
export class Crew {
  readonly #assistants: readonly Worker[];

  /** `threads` counts this one, too. */
  constructor(threads: number) {
    this.#assistants = Array.from({ length: threads - 1 }, () => new Worker(assistantFile));
  }

  /**
   * Searches candidates for the task's accounts; the pairs come in the order of the accounts.
   * @throws AppError `cancelled`, and `internal` when an assistant fails.
   */
  async search(task: SearchTask, step: string, pace: Pace): Promise<PairColumns[]> {
    const shared: SharedTask = { task, taken: sharedInts(1) };
    const shares = this.#assistants.map((assistant) => shareOf(assistant, shared));
    const chunks: FoundChunk[] = [];
    try {
      for (const found of takeChunks(shared)) {
        chunks.push(found);
        if (pace.due()) await pace.rest(step, takenAccounts(shared), task.accounts.length);
      }
    } catch (error) {
      Atomics.store(shared.taken, 0, task.accounts.length);
      await Promise.allSettled(shares);
      throw error;
    }
    for (const share of await Promise.all(shares)) chunks.push(...share);
    return chunks.sort((a, b) => a.number - b.number).map(({ pairs }) => pairs);
  }

  async close(): Promise<void> {
    await Promise.all(this.#assistants.map((assistant) => assistant.terminate()));
  }
}

function shareOf(assistant: Worker, shared: SharedTask): Promise<readonly FoundChunk[]> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      assistant.off('message', hear).off('error', fail).off('exit', leave);
      settle();
    };
    const fail = (cause: unknown): void =>
      end(() => reject(new AppError('internal', { detail: `matching stopped: ${String(cause)}` }, cause)));
    const leave = (code: number): void => fail(new Error(`exit code ${code}`));
    const hear = (message: FromAssistant): void => {
      if (message.kind === 'done') end(() => resolve(message.chunks));
      else end(() => reject(new AppError(message.error.code, message.error.data)));
    };
    assistant.on('message', hear).on('error', fail).on('exit', leave);
    assistant.postMessage(shared);
  });
}
