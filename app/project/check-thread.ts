import { parentPort, workerData } from 'node:worker_threads';
import { requireWhole } from './whole-file.ts';

/** Reads a whole project file for damage in a thread of its own; tells what is wrong with it, `''` for nothing. */
const path = String(workerData);
try {
  requireWhole(path);
  parentPort?.postMessage('');
} catch (error) {
  parentPort?.postMessage(error instanceof Error ? error.message : String(error));
}
