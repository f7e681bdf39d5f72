import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { measuredCli } from './measured-cli.ts';

const Usage = z.object({ cpuSeconds: z.number(), peakBytes: z.number() });

/** What a run of the program took: seconds from start to exit, processor seconds (user and system), peak bytes. */
export interface Cost extends z.infer<typeof Usage> {
  readonly wallSeconds: number;
}

/**
 * Runs `match` of the command line on accounts.csv and customers.csv of a folder, as anybody would, and gives its
 * cost; the proposals are in proposals.csv then. Throws with the program's own words when it fails, or after `limit`
 * seconds.
 */
export async function runMatch(folder: string, limit: number): Promise<Cost> {
  const usage = join(folder, 'usage.json');
  const files = ['accounts', 'customers'].flatMap((side) => [`--${side}`, join(folder, `${side}.csv`)]);
  const given = ['match', ...files, '--out', join(folder, 'proposals.csv')];
  const started = performance.now();
  const child = spawn(process.execPath, [...measuredCli, ...given], {
    env: { ...process.env, COUNTERPART_BENCH_USAGE: usage },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: limit * 1000,
    killSignal: 'SIGKILL',
  });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.on('error', reject);
  child.on('close', (code, signal) => {
    if (code === 0) resolve();
    else reject(new Error(failure(words, signal, limit)));
  });
  await promise;
  const wallSeconds = (performance.now() - started) / 1000;
  return { wallSeconds, ...Usage.parse(JSON.parse(readFileSync(usage, 'utf8'))) };
}

function failure(words: string, signal: string | null, limit: number): string {
  const lines = words.trim().split('\n');
  const said = lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
  return signal === null ? said : `stopped by ${signal}, limit ${limit} s. ${said}`;
}
