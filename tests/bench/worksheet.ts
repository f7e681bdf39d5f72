import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { handOver } from './figures.ts';
import { measuredCli } from './measured-cli.ts';
import { addLargeProject } from './ui/large-project.ts';

/**
 * `npm run bench:worksheet [SIZE]`: saves the worksheet of a matched project of 100,000 accounts and as many customers through
 * the command line, and prints what it took; reading the project alone (`status`) is given beside it.
 */
const size = Number(process.argv[2] ?? 100_000);
const Usage = z.object({ cpuSeconds: z.number(), peakBytes: z.number() });
const home = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));

try {
  const name = await addLargeProject(home, size);
  const project = join(home, 'projects', `${name}.counterpart`);
  const out = join(home, 'worksheet.xlsx');
  console.log('| what | wall | processor | peak memory | file |\n| --- | --- | --- | --- | --- |');
  await measure('reading the project', ['status', project], null);
  await measure(
    `worksheet of ${size.toLocaleString('en')} accounts`,
    ['worksheet', project, '--out', out],
    out,
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function measure(what: string, args: readonly string[], out: string | null): Promise<void> {
  const usage = join(home, 'usage.json');
  const started = performance.now();
  const child = spawn(process.execPath, [...measuredCli, ...args], {
    env: { ...process.env, COUNTERPART_HOME: home, COUNTERPART_BENCH_USAGE: usage },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`counterpart ${args[0]} ended with ${code}`);
  const seconds = (performance.now() - started) / 1_000;
  const { cpuSeconds, peakBytes } = Usage.parse(JSON.parse(readFileSync(usage, 'utf8')));
  if (out !== null) {
    handOver({
      what: `${what}, the program’s start and the project’s opening included`,
      value: seconds,
      budget: 15,
      unit: 's',
    });
    handOver({ what: `${what}: memory`, value: peakBytes / 2 ** 20, budget: 500, unit: 'MB' });
  } else
    handOver({ what: 'the same project opened and nothing else', value: seconds, budget: null, unit: 's' });
  const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
  const file = out === null ? '' : megabytes(statSync(out).size);
  console.log(
    `| ${what} | ${seconds.toFixed(1)} s | ${cpuSeconds.toFixed(1)} s | ${megabytes(peakBytes)} | ${file} |`,
  );
}
