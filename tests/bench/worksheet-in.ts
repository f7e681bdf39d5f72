import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import { z } from 'zod';
import { createProject } from '#app/project/index.ts';
import { readSheets, type SheetRows } from '#app/sources/index.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { Pair, Proposal } from '#shared/pairs.ts';
import { handOver } from './figures.ts';
import { measuredCli } from './measured-cli.ts';
import { practiceSet } from './practice-set.ts';

/**
 * `npm run bench:worksheet-in`: reads worksheets of 100,000 rows back through the command line, as they went out and with
 * every second row decided by another program, and prints what each took.
 */
const count = 100_000;
const Usage = z.object({ cpuSeconds: z.number(), peakBytes: z.number() });
const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
const at = (name: string) => join(folder, name);
const project = at('large.counterpart');
const hooks = { signal: new AbortController().signal, progress: () => undefined };

try {
  makeProject();
  await run('out.json', 'worksheet', project, '--out', at('made.xlsx'));
  await decideEverySecond();
  console.log('| what | wall | processor | peak memory | file |\n| --- | --- | --- | --- | --- |');
  await measureOpening();
  await measure('read, as it went out', at('made.xlsx'), '--dry-run');
  await measure('read, every second row decided (.csv)', at('edited.csv'), '--dry-run');
  await measure('read, every second row decided', at('edited.xlsx'), '--dry-run');
  await measure('read and applied', at('edited.xlsx'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function makeProject(): void {
  const { accounts, customers } = practiceSet(2_026);
  const idOf = (n: number) => AccountId.parse(`001${String(n).padStart(12, '0')}AAA`);
  const common = {
    origin: { kind: 'file', fileName: 'large.csv', hasIds: true },
    exportedAt: new Date(),
    problems: [],
  } as const;
  const grown = <T>(from: readonly T[], make: (one: T, n: number) => T) =>
    Array.from({ length: count }, (_, n) => {
      const one = from[n % from.length];
      if (one === undefined) throw new Error('the practice company is empty');
      return make(one, n);
    });
  const made = createProject(project);
  made.records.replace(
    {
      ...common,
      records: grown(accounts, (one, n) => ({
        ...one,
        id: idOf(n),
        name: `${one.name} ${n}`,
        linkedCustomerId: '',
      })),
    },
    {
      ...common,
      records: grown(customers, (one, n) => ({
        ...one,
        id: CustomerId.parse(String(n + 1)),
        displayName: `${one.displayName} ${n}`,
      })),
    },
  );
  const proposals = Array.from({ length: count }, (_, n): Proposal => {
    const pair = { accountId: idOf(n), customerId: CustomerId.parse(String(n + 1)) };
    const candidate: Pair = { ...pair, score: 0.97, band: 'likely', reason: 'Name agrees', evidence: [] };
    return { accountId: pair.accountId, state: 'suggested', reason: '', candidates: [candidate], rivals: [] };
  });
  made.proposals.replace(proposals, { model: null, at: new Date() });
  made.close();
}

/** The sheet "Matches" as another program saves it, with its texts shared among the cells. */
async function decideEverySecond(): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: at('edited.xlsx'),
    useSharedStrings: true,
  });
  const sheet = workbook.addWorksheet('Matches');
  const csv = createWriteStream(at('edited.csv'));
  let decision = -1;
  for await (const { sheet: name, rows } of readSheets(at('made.xlsx'), hooks)) {
    if (name !== 'Matches') continue;
    for (const row of rows) {
      if (decision < 0) decision = row.cells.indexOf('Decision');
      const cells = decided(row, decision);
      sheet.addRow(cells).commit();
      if (!csv.write(stringify([cells]))) await once(csv, 'drain');
    }
  }
  await workbook.commit();
  csv.end();
  await once(csv, 'close');
}

function decided({ number, cells }: SheetRows['rows'][number], decision: number): string[] {
  const copy = [...cells];
  while (copy.length <= decision) copy.push('');
  if (number > 1 && number % 2 === 0) copy[decision] = 'confirm';
  return copy;
}

/** What opening the project alone takes, which is part of every other figure. */
async function measureOpening(): Promise<void> {
  const started = performance.now();
  const { cpuSeconds, peakBytes } = await run('open.json', 'status', project);
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `| the project opened, nothing read | ${seconds.toFixed(1)} s | ${cpuSeconds.toFixed(1)} s | ${Math.round(peakBytes / 2 ** 20)} MB | |`,
  );
}

async function measure(what: string, file: string, ...options: string[]): Promise<void> {
  const started = performance.now();
  const { cpuSeconds, peakBytes } = await run(
    'in.json',
    'worksheet',
    project,
    '--in',
    file,
    '--json',
    ...options,
  );
  const seconds = (performance.now() - started) / 1_000;
  const figure = `a worksheet of ${count.toLocaleString('en')} rows ${what}, all included`;
  handOver({ what: figure, value: seconds, budget: 20, unit: 's' });
  handOver({ what: `${figure}: memory`, value: peakBytes / 2 ** 20, budget: 500, unit: 'MB' });
  const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
  console.log(
    `| ${count.toLocaleString('en')} rows: ${what} | ${seconds.toFixed(1)} s | ${cpuSeconds.toFixed(1)} s | ${megabytes(peakBytes)} | ${megabytes(statSync(file).size)} |`,
  );
}

async function run(name: string, ...args: string[]): Promise<z.infer<typeof Usage>> {
  const child = spawn(process.execPath, [...measuredCli, ...args], {
    env: { ...process.env, COUNTERPART_BENCH_USAGE: at(name) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`counterpart ${args.join(' ')} ended with ${code}`);
  return Usage.parse(JSON.parse(readFileSync(at(name), 'utf8')));
}
