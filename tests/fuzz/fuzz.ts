/**
 * `npm run fuzz -- [--inputs N] [--seed S] [--only TARGET…] [--side-by-side N] [--keep]`: tries N inputs, shared among all
 * places where the program takes in what others made ({@link targets}), and prints what must not be. `--keep` keeps the inputs
 * that together reach all code that was reached, and the findings, in the corpus. The exit code is 1 when anything was found.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../main/built.ts';
import { quickFolder } from '../support/quick-folder.ts';
import { keepSearched } from './keep.ts';
import { runLane, type Searched } from './run-lane.ts';
import { shareOf, targets } from './targets.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    'side-by-side': { type: 'string', default: '2' },
    keep: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const chosen = targets.filter(({ name }) => values.only?.includes(name) ?? true);
const shares = chosen.map(({ name }) => shareOf(name));
const whole = shares.reduce((sum, share) => sum + share, 0);
const folder = mkdtempSync(join(quickFolder(), 'counterpart-fuzz-'));
// What names a file without its folder names one here, and not in the project.
process.chdir(folder);
const findings = join(root, 'test-results', 'fuzz');
const begun = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
let inputs = 0;

function tell(name: string, { state, found, rss }: Searched): void {
  inputs += state.inputs;
  const share = state.inputs === 0 ? 0 : Math.round((100 * state.taken) / state.inputs);
  say(
    `${name.padEnd(20)} ${String(state.inputs).padStart(9)} inputs, ${String(share).padStart(3)}% taken, ${state.blocks} blocks, slowest ${Math.round(state.slowest)} ms, at most ${Math.round(rss / 2 ** 20)} MB`,
  );
  for (const [at, { what, stack, input }] of found.entries()) {
    process.exitCode = 1;
    mkdirSync(findings, { recursive: true });
    const file = join(findings, `${name}-${seed}-${at}`);
    writeFileSync(file, input);
    writeFileSync(`${file}.txt`, `${what}\n\n${stack}\n`);
    say(`  FOUND ${what.slice(0, 300)}\n        ${input.length} bytes in ${file}`);
  }
}

const waiting = chosen.entries();
async function lane(): Promise<void> {
  for (const [at, { name }] of waiting) {
    const own = Math.ceil((Number(values.inputs) * (shares[at] ?? 0)) / whole);
    const searched = await runLane({ name, inputs: own, seed, folder }, () => undefined);
    tell(name, searched);
    if (values.keep) keepSearched(name, searched);
  }
}
await Promise.all(Array.from({ length: Number(values['side-by-side']) }, lane));
rmSync(folder, { recursive: true, force: true });
say(`seed ${seed}: ${inputs} inputs in ${Math.round((performance.now() - begun) / 1_000)} s`);
