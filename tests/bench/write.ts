import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { idOf } from '#app/practice/salesforce/ids.ts';
import { handOver } from './figures.ts';

/**
 * `npm run bench:write [LINKS…]`: writes 10,000 and 100,000 links to a practice company in a process of its own, through
 * the command line, and prints the calls that both services got, the time, and the memory beyond that of the same project
 * opened.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
const never = 1_000_000_000;

const Usage = z.object({ cpuSeconds: z.number(), peakBytes: z.number() });
const Environment = z.looseObject({ SALESFORCE_INSTANCE_URL: z.string(), QUICKBOOKS_API_URL: z.string() });
const Armed = z.array(z.looseObject({ matched: z.number() }));
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What the calls are told apart by: those that write to Salesforce, all of its others, and those to QuickBooks. */
const writing = [
  { method: 'PATCH', pathIncludes: '/composite/sobjects' },
  { method: 'POST', pathIncludes: '/jobs/ingest' },
  { method: 'PUT', pathIncludes: '/jobs/ingest' },
  { method: 'PATCH', pathIncludes: '/jobs/ingest' },
];

console.log('| links | write calls | read calls | wall | processor | memory beyond the project |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const links of sizes) console.log(await measured(links));

async function measured(links: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
  const sizesOf = [links, 10, links].map(String);
  const practice = spawn(process.execPath, [file('./large-practice.ts'), ...sizesOf], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const environment = Environment.parse(JSON.parse(String((await once(practice.stdout, 'data'))[0])));
    const project = join(folder, 'large.counterpart');
    const run = (...args: string[]) => counterpart(folder, args, environment);
    await run('new', project);
    await run('export', project);
    const decisions = join(folder, 'decisions.csv');
    writeFileSync(decisions, decisionsFor(links));
    await run('decide', project, '--from', decisions);
    await run('status', project);
    const opened = usage(folder).peakBytes;
    const { SALESFORCE_INSTANCE_URL: salesforce, QUICKBOOKS_API_URL: quickbooks } = environment;
    await count(salesforce, [...writing, { pathIncludes: '/services/data' }]);
    await count(quickbooks, [{ pathIncludes: '/v3/' }]);
    const started = performance.now();
    await run('write', project);
    const seconds = (performance.now() - started) / 1_000;
    const [all = 0, ...writes] = (await counted(salesforce)).reverse();
    const [asked = 0] = await counted(quickbooks);
    const written = writes.reduce((sum, one) => sum + one, 0);
    const { cpuSeconds, peakBytes } = usage(folder);
    const megabytes = Math.round((peakBytes - opened) / 2 ** 20);
    const [what, few] = [`write of ${links.toLocaleString('en')} links`, links <= 10_000];
    handOver(
      { what: `${what}: calls that write`, value: written, budget: few ? 50 : null, unit: 'calls' },
      {
        what: `${what}: calls that read`,
        value: all - written + asked,
        budget: few ? 60 : null,
        unit: 'calls',
      },
      { what, value: seconds, budget: null, unit: 's' },
      { what: `${what}: memory beyond the opened project`, value: megabytes, budget: 300, unit: 'MB' },
    );
    return `| ${links.toLocaleString('en')} | ${written} | ${all - written + asked} | ${seconds.toFixed(1)} s | ${cpuSeconds.toFixed(1)} s | ${megabytes} MB |`;
  } finally {
    practice.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A customer of its own for each account. */
function decisionsFor(links: number): string {
  const rows = Array.from({ length: links }, (_, n) => `${idOf('001', n + 1)},${n + 1},confirm`);
  return `account_id,customer_id,decision\n${rows.join('\n')}\n`;
}

function usage(folder: string): z.infer<typeof Usage> {
  return Usage.parse(JSON.parse(readFileSync(join(folder, 'usage.json'), 'utf8')));
}

/** Counts the requests that match, by rules that never strike. */
async function count(service: string, matches: readonly object[]): Promise<void> {
  const rules = matches.map((match) => ({ match, after: never, fault: 'delay' }));
  await fetch(`${service}/practice/faults`, {
    method: 'POST',
    headers: { 'x-practice': '1', 'content-type': 'application/json' },
    body: JSON.stringify(rules),
  });
}

async function counted(service: string): Promise<number[]> {
  const answer = await fetch(`${service}/practice/faults`);
  return Armed.parse(await answer.json()).map(({ matched }) => matched);
}

async function counterpart(
  folder: string,
  args: readonly string[],
  environment: Record<string, unknown>,
): Promise<void> {
  const preload = new URL('usage-at-exit.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', preload, file('../../main/cli/main.ts'), ...args], {
    env: { ...process.env, ...asText(environment), COUNTERPART_BENCH_USAGE: join(folder, 'usage.json') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`counterpart ${args[0]} ended with ${code}`);
}

function asText(environment: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));
}
