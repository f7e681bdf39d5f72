/**
 * `npm run soak:session -- [--minutes N] [--rows N]`: a working day in little, over and over in one program: a project is
 * opened, exported, matched, decided, searched, saved as a worksheet that is read back, written, undone and closed. After each
 * round it prints what memory is in use once everything that is not has been collected, and in the end by how much that
 * grows a round.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createEngine } from '#app/engine.ts';
import { largePractice } from './large-practice.ts';
import { slopeOf } from './slope.ts';
import { workRound } from './work-round.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, rows: { type: 'string', default: '10000' } },
});
const collect = globalThis.gc;
if (collect === undefined) throw new Error('Start it with --expose-gc, as npm run soak:session does.');
/** Code is loaded and caches are filled in the first rounds. */
const warmUp = 3;

const folder = mkdtempSync(join(tmpdir(), 'counterpart-session-'));
mkdirSync(join(folder, 'projects'));
const practice = await largePractice(Number(values.rows));
const engine = createEngine({
  version: '1',
  home: { projects: join(folder, 'projects'), state: join(folder, 'state') },
  author: 'tester',
  environment: practice.environment,
  preparesAhead: true,
});
const megabytes = (bytes: number) => bytes / 2 ** 20;
const heaps: number[] = [];
const sizes: number[] = [];
const until = performance.now() + Number(values.minutes) * 60_000;
const say = (line: string) => process.stdout.write(`${line}\n`);
let decided = 0;

/** What is in use once what goes on in the background has ended: the least that is seen within six seconds (bytes). */
async function settled(): Promise<{ readonly heap: number; readonly rss: number }> {
  let heap = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 12; times++) {
    await wait(500);
    await collect?.({ execution: 'async', type: 'major' });
    const { heapUsed, external } = process.memoryUsage();
    heap = Math.min(heap, heapUsed + external);
  }
  return { heap, rss: process.memoryUsage.rss() };
}

for (let round = 1; performance.now() < until; round++) {
  const began = performance.now();
  decided += await workRound(engine, folder, round);
  const { heap, rss } = await settled();
  heaps.push(megabytes(heap));
  sizes.push(megabytes(rss));
  say(
    `round ${round}: ${Math.round((performance.now() - began) / 1_000)} s, heap and what it holds ${megabytes(heap).toFixed(1)} MB, process ${Math.round(megabytes(rss))} MB`,
  );
}
say(
  `${heaps.length} rounds, ${decided} decisions: from the ${warmUp + 1}th round on the heap grows by ${slopeOf(heaps.slice(warmUp)).toFixed(2)} MB a round, the process by ${slopeOf(sizes.slice(warmUp)).toFixed(1)} MB`,
);
await engine.close();
practice.end();
rmSync(folder, { recursive: true, force: true });
