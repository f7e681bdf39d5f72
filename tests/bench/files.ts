import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createEngine } from '#app/engine.ts';
import { checkFile, readAccountsFile, readCustomersFile } from '#app/sources/index.ts';
import { handOver } from './figures.ts';

/**
 * `npm run bench:files`: reads files of 200,000 rows, as a check and as an import do, and a file of 1 GB in one column, and
 * prints how long each took, the processor's part of it, the longest time the process could answer nobody, and the memory at its end.
 */
const count = 200_000;
const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
const at = (name: string) => join(folder, name);
const quiet = { signal: new AbortController().signal, progress: () => {} };

try {
  await write(at('accounts.csv'), accounts());
  await write(at('customers.csv'), customers());
  await write(at('column.csv'), column());
  console.log(
    '| what | size | wall | processor | longest block | memory |\n| --- | --- | --- | --- | --- | --- |',
  );
  await measure('check 200,000 accounts', 'accounts.csv', (path) => checkFile(path, 'accounts', {}, quiet));
  await measure('read 200,000 accounts', 'accounts.csv', (path) => readAccountsFile(path, {}, quiet));
  await measure('read 200,000 customers without ids', 'customers.csv', (path) =>
    readCustomersFile(path, {}, quiet),
  );
  await measure('refuse 1 GB of one column', 'column.csv', (path) =>
    readAccountsFile(path, {}, quiet).catch(({ code }: { code: string }) => code),
  );
  await measure('import both into a project', 'accounts.csv', importBoth);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function importBoth(path: string): Promise<void> {
  const home = { projects: at('projects'), state: at('state') };
  const engine = createEngine({ version: 'bench', home, author: 'bench', environment: {} });
  await engine.call('project.create', { path: at('bench.counterpart') });
  const files = { accounts: path, customers: at('customers.csv'), contacts: null, map: null };
  const result = await engine.call('sources.import', files);
  await engine.close();
  if (!result.ok) throw new Error(result.error.message);
}

async function measure(what: string, name: string, work: (path: string) => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const busy = process.cpuUsage();
  await work(at(name));
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(busy);
  delay.disable();
  const budget = what.includes(count.toLocaleString('en')) ? 5 : null;
  handOver({ what: `CSV: ${what}`, value: seconds, budget, unit: 's' });
  const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
  console.log(
    `| ${what} | ${megabytes(statSync(at(name)).size)} | ${seconds.toFixed(2)} s | ${((user + system) / 1e6).toFixed(2)} s | ${Math.round(delay.max / 1e6)} ms | ${megabytes(process.memoryUsage().rss)} |`,
  );
}

async function write(path: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), createWriteStream(path));
}

function* accounts(): Generator<string> {
  yield 'Account ID,Account Name,Phone,Website,Billing Street,Billing City,Billing State/Province,Billing Zip/Postal Code,Billing Country,Account Owner,Type,Email\n';
  for (let n = 0; n < count; n++) {
    yield `001${String(n).padStart(12, '0')},"Company ${n}, Inc.",(503) 555-${String(n % 10_000).padStart(4, '0')},www.company${n}.example,${n} Cedar Way,Portland,OR,0${1000 + (n % 9000)},USA,Dana Reyes,Customer,info@company${n}.example\n`;
  }
}

function* customers(): Generator<string> {
  yield 'Customer,Phone Numbers,Email,Full Name,Billing Address,Shipping Address,Open Balance\n';
  for (let n = 0; n < count; n++) {
    yield `Company ${n},Phone:(503) 555-${String(n % 10_000).padStart(4, '0')},ap@company${n}.example,Amy Reyes,"${n} Cedar Way\nPortland OR 9${1000 + (n % 9000)}",,"1,${String(n % 1000).padStart(3, '0')}.50"\n`;
  }
}

function* column(): Generator<string> {
  yield 'Remark\n';
  const block = `${'some text without meaning '.repeat(4)}\n`.repeat(10_000);
  for (let n = 0; n < 1_024; n++) yield block;
}
