import { parentPort, workerData } from 'node:worker_threads';
import { reportOf } from '#shared/errors.ts';
import type { FromWorker } from './in-worker.ts';
import { type MatchInput, match } from './match.ts';

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

/** Progress is told at most so often, in milliseconds. */
const between = 50;

let told = 0;

try {
  const input: MatchInput = workerData;
  const result = await match(input, {
    progress(step, done, total) {
      const now = performance.now();
      if (now - told < between) return;
      told = now;
      tell({ kind: 'progress', step, done, total });
    },
  });
  tell({ kind: 'result', result });
} catch (error) {
  tell({ kind: 'error', error: reportOf(error) });
}
