/**
 * `npm run soak -- [--runs N] [--seed S] [--only SEED] [--short] [--side-by-side N]`: lets runs of links, creates and undos suffer
 * faults, kills and other people's edits, all drawn from a seed, and holds both services, the journal and the project
 * against what must be so. The exit code is 1 when anything was otherwise.
 */
import { parseArgs } from 'node:util';
import { Stage } from './stage.ts';
import type { Ending } from './story.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    'side-by-side': { type: 'string', default: '6' },
  },
});
const first = Number(values.only ?? values.seed);
const seeds = Array.from(
  { length: values.only === undefined ? Number(values.runs) : 1 },
  (_none, index) => first + index,
);
const waiting = seeds.values();
const counted = [
  'kills',
  'troubles',
  'edits',
  'writes',
  'customers',
  'accounts',
  'deactivated',
  'reactivated',
  'leftOut',
  'jobs',
] as const;
const sums = { runs: 0, wrong: 0, ...Object.fromEntries(counted.map((name) => [name, 0])) } as Record<
  'runs' | 'wrong' | (typeof counted)[number],
  number
>;
const begun = performance.now();

function take(ending: Ending): void {
  sums.runs += 1;
  for (const name of counted) sums[name] += ending[name];
  if (ending.wrong.length > 0) {
    sums.wrong += 1;
    process.exitCode = 1;
  }
  if (ending.wrong.length > 0 || values.only !== undefined) {
    const lines = [
      `seed ${ending.seed}`,
      ...ending.steps.map((step) => `    ${step}`),
      ...ending.wrong.map((what) => `  WRONG ${what}`),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  if (sums.runs % 100 === 0) process.stdout.write(`${JSON.stringify(sums)}\n`);
}

async function lane(): Promise<void> {
  await using stage = new Stage(values.short ? 'short' : 'usual');
  for (const seed of waiting) take(await stage.play(seed));
}
await Promise.all(Array.from({ length: Math.min(seeds.length, Number(values['side-by-side'])) }, lane));
const { user, system } = process.cpuUsage();
process.stdout.write(
  `${JSON.stringify(sums)}\n${Math.round((performance.now() - begun) / 1000)} s, ${Math.round((user + system) / 1e6)} s of processor time\n`,
);
