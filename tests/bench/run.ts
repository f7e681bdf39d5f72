import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { baselines } from './baselines.ts';
import { presets, ratesTable } from './business/rates.ts';
import { proposalsQuality } from './proposals-quality.ts';
import { runMatch } from './run-match.ts';
import { type BenchSet, businessSet, usualSets } from './sets.ts';
import { heading, legend, line } from './table.ts';
import { readTruth } from './truth.ts';

/**
 * `npm run bench`: how good and how fast the matcher is, measured from outside: files in, the command line, file out.
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
