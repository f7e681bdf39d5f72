import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorReport } from '#shared/errors.ts';
import type { MatchInput, MatchResult } from './match.ts';
import type { MatchHooks } from './pace.ts';

/** What the worker tells. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: MatchResult }
  | { readonly kind: 'error'; readonly error: ErrorReport };

/** The worker stands beside this file, as source or as built. */
const workerFile = new URL(`./worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * Matches in a thread of its own, so that this one stays free. A signal ends the thread at once.
 * @throws AppError `cancelled` when the hooks' signal says so, `internal` when the thread fails.
 */
export function matchInWorker(input: MatchInput, hooks: MatchHooks = {}): Promise<MatchResult> {
  return new Promise((resolve, reject) => {
    if (hooks.signal?.aborted === true) {
      reject(new AppError('cancelled'));
      return;
    }
    const worker = new Worker(workerFile, { workerData: input });
    const end = (settle: () => void): void => {
      hooks.signal?.removeEventListener('abort', stop);
      worker.removeAllListeners();
      worker.terminate().then(settle, settle);
    };
    const stop = (): void => end(() => reject(new AppError('cancelled')));
    const fail = (cause: unknown): void =>
      end(() => reject(new AppError('internal', { detail: `matching stopped: ${String(cause)}` }, cause)));
    hooks.signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') hooks.progress?.(message.step, message.done, message.total);
      else if (message.kind === 'result') end(() => resolve(message.result));
      else end(() => reject(new AppError(message.error.code, message.error.data)));
    });
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`exit code ${code}`)));
  });
}
