import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createProject } from '#app/project/index.ts';
import { AccountId } from '#shared/ids.ts';
import { measuredCli } from './measured-cli.ts';
import { practiceSet } from './practice-set.ts';

/**
 * `npm run bench:save`: saves a project's 100,000 accounts as CSV and as Excel through the command line, and prints what
 * each took.
 */
const count = 100_000;
const Usage = z.object({ cpuSeconds: z.number(), peakBytes: z.number() });
const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
const path = join(folder, 'large.counterpart');

try {
  makeProject();
  console.log('| what | wall | processor | peak memory | file |\n| --- | --- | --- | --- | --- |');
  for (const format of ['csv', 'xlsx']) await measure(format);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function makeProject(): void {
  const { accounts } = practiceSet(2_026);
  const records = Array.from({ length: count }, (_, n) => {
    const account = accounts[n % accounts.length];
    if (account === undefined) throw new Error('the practice company has no accounts');
    const id = AccountId.parse(`001${String(n).padStart(12, '0')}AAA`);
    return { ...account, id, name: `${account.name} ${n}` };
  });
  const origin = { kind: 'file', fileName: 'large.csv', hasIds: true } as const;
  const common = { origin, exportedAt: new Date(), problems: [] };
  const project = createProject(path);
  project.records.replace({ ...common, records }, { ...common, records: [] });
  project.close();
}

async function measure(format: string): Promise<void> {
  const out = join(folder, `accounts.${format}`);
  const usage = join(folder, 'usage.json');
  const started = performance.now();
  const child = spawn(process.execPath, [...measuredCli, 'save', path, '--accounts', out], {
    env: { ...process.env, COUNTERPART_BENCH_USAGE: usage },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`counterpart save ended with ${code}`);
  const seconds = (performance.now() - started) / 1_000;
  const { cpuSeconds, peakBytes } = Usage.parse(JSON.parse(readFileSync(usage, 'utf8')));
  const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
  console.log(
    `| ${count.toLocaleString('en')} accounts as .${format} | ${seconds.toFixed(1)} s | ${cpuSeconds.toFixed(1)} s | ${megabytes(peakBytes)} | ${megabytes(statSync(out).size)} |`,
  );
}
