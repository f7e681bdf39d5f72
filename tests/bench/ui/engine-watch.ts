import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into the measured engine by `--import`: notes each time the engine's thread could not be reached for longer
 * than usual, with the memory that it holds, as lines of JSON in the file that COUNTERPART_BENCH_WATCH names.
 */
const path = process.env.COUNTERPART_BENCH_WATCH;
const interval = 5;
const worthNoting = 15;

if (isMainThread && path !== undefined) {
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    const blocked = now - last - interval;
    last = now;
    if (blocked < worthNoting) return;
    const line = { from: Date.now() - blocked, blocked, bytes: process.memoryUsage.rss() };
    appendFileSync(path, `${JSON.stringify(line)}\n`);
    last = performance.now();
  }, interval).unref();
}
