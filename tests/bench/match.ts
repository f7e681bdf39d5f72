import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { baselines } from './baselines.ts';
import { presets, ratesTable } from './business/rates.ts';
import { handOver } from './figures.ts';
import { proposalsQuality } from './proposals-quality.ts';
import { type Cost, runMatch } from './run-match.ts';
import { type BenchSet, businessSet, usualSets } from './sets.ts';
import { heading, legend, line } from './table.ts';
import { readTruth } from './truth.ts';

/**
 * `npm run bench:match`: how good and how fast the matcher is, measured from outside: files in, the command line, file out.
 * It prints a line for each set, and never fails a test run.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    preset: { type: 'string', default: 'moderate' },
    limit: { type: 'string', default: '600' },
    keep: { type: 'string' },
    rates: { type: 'boolean', default: false },
    'no-baselines': { type: 'boolean', default: false },
  },
});
const Whole = z.coerce.number().int().positive();
const seed = Whole.parse(values.seed);
const preset = z.enum(presets).parse(values.preset);
const limit = Whole.parse(values.limit);
const keep = values.keep;
/** Seconds and megabytes that a match may take, by its records a side. */
const budgets: Readonly<Record<number, { seconds: number; megabytes: number | null }>> = {
  10000: { seconds: 1.2, megabytes: null },
  100000: { seconds: 6, megabytes: 1_024 },
  1000000: { seconds: 90, megabytes: 6_144 },
};

if (values.rates) {
  console.log(ratesTable());
} else {
  const all = usualSets(seed, preset);
  const asked =
    values.size === undefined
      ? all.filter(({ name }) => name.includes(values.only ?? ''))
      : values.size.map((size) => businessSet(Whole.parse(size), seed, preset));
  if (asked.length === 0) console.log(`No such set. There are: ${all.map(({ name }) => name).join('; ')}.`);
  console.log(heading());
  for (const set of asked) console.log(await measured(set));
  console.log(legend);
}

async function measured(set: BenchSet): Promise<string> {
  const folder =
    keep === undefined ? mkdtempSync(join(tmpdir(), 'counterpart-bench-')) : join(keep, set.name);
  mkdirSync(folder, { recursive: true });
  try {
    await set.write(folder);
    const cost = await runMatch(folder, limit);
    handOverCost(set.name, cost);
    const truth = await readTruth(folder);
    const quality = await proposalsQuality(folder, truth);
    return line(
      set.name,
      truth,
      quality,
      cost,
      values['no-baselines'] ? null : await baselines(folder, truth),
    );
  } catch (error) {
    return `${set.name}: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true });
  }
}

/** Tells `npm run bench` what a match of a size with a budget took. */
function handOverCost(name: string, { wallSeconds, peakBytes }: Cost): void {
  const size = 1_000 * Number(/^business (\d+)k/.exec(name)?.[1]);
  const budget = budgets[size];
  if (budget === undefined) return;
  const what = `match of ${size.toLocaleString('en')} records a side, by the command line`;
  handOver({ what, value: wallSeconds, budget: budget.seconds, unit: 's' });
  handOver({ what: `${what}: memory`, value: peakBytes / 2 ** 20, budget: budget.megabytes, unit: 'MB' });
}
