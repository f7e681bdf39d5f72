import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { handOver } from './figures.ts';
import { measuredCli } from './measured-cli.ts';

/**
 * `npm run bench:export`: exports 100,000 accounts, 60,000 contacts and 20,000 customers from a practice company in a
 * process of its own, through the command line into a project file, and prints what it took.
 */
const Usage = z.object({ cpuSeconds: z.number(), peakBytes: z.number() });
const Environment = z.record(z.string(), z.string());
const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));

const practice = spawn(process.execPath, [fileURLToPath(new URL('./large-practice.ts', import.meta.url))], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
try {
  const environment = Environment.parse(JSON.parse(String((await once(practice.stdout, 'data'))[0])));
  const project = join(folder, 'large.counterpart');
  await counterpart(['new', project], environment);
  const started = performance.now();
  await counterpart(['export', project], environment);
  const seconds = (performance.now() - started) / 1_000;
  const { cpuSeconds, peakBytes } = Usage.parse(JSON.parse(readFileSync(join(folder, 'usage.json'), 'utf8')));
  const what = 'export of 100,000 accounts, 60,000 contacts and 20,000 customers';
  handOver({ what, value: seconds, budget: null, unit: 's' });
  handOver({ what: `${what}: memory`, value: peakBytes / 2 ** 20, budget: null, unit: 'MB' });
  console.log('| wall | processor | peak memory |\n| --- | --- | --- |');
  console.log(
    `| ${seconds.toFixed(1)} s | ${cpuSeconds.toFixed(1)} s | ${Math.round(peakBytes / 2 ** 20)} MB |`,
  );
} finally {
  practice.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function counterpart(args: readonly string[], environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [...measuredCli, ...args], {
    env: { ...process.env, ...environment, COUNTERPART_BENCH_USAGE: join(folder, 'usage.json') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`counterpart ${args[0]} ended with ${code}`);
}
