import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { corpusOf } from './corpus.ts';
import { watchCoverage } from './coverage.ts';
import { type LaneMessage, type LaneOrder, underWay } from './lane-messages.ts';
import { search } from './search.ts';
import { targetNamed } from './targets.ts';

/** One search, in a thread of its own that can be ended when it hangs or takes up too much memory. */
const { name, inputs, seed, folder: parent, shared } = workerData as LaneOrder;
const say = (message: LaneMessage) => parentPort?.postMessage(message);
const target = targetNamed(name);
const folder = mkdtempSync(join(parent, `${name}-`));
const now = underWay(shared);

let current: Uint8Array = new Uint8Array();
const onStray = (error: unknown) =>
  say({
    kind: 'found',
    what: `nobody caught: ${error instanceof Error ? error.message : String(error)}`,
    stack: error instanceof Error ? (error.stack ?? '') : '',
    input: current,
  });
process.on('uncaughtException', onStray);
process.on('unhandledRejection', onStray);

const stand = await target.open(folder);
const coverage = watchCoverage(['/app/', '/shared/', '/main/']);
let told = 0;
const { pool, state } = await search(
  target,
  stand,
  corpusOf(name).map(({ bytes }) => bytes),
  { inputs, seed },
  coverage,
  {
    begins(input) {
      current = input;
      now.put(input);
    },
    found: (what, stack, input) => say({ kind: 'found', what, stack, input }),
    progress(state) {
      if (performance.now() - told < 1_000) return;
      told = performance.now();
      say({ kind: 'progress', state, rss: process.memoryUsage.rss() });
    },
  },
).finally(() => coverage.close());
await stand.close();
rmSync(folder, { recursive: true, force: true });
say({ kind: 'done', state, pool });
