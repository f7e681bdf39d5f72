import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { createEngine } from '#app/engine.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { AccountId } from '#shared/ids.ts';
import { measureWriting } from './engine-writing.ts';
import { addLargeProject } from './ui/large-project.ts';

/**
 * `npm run bench:engine [SIZE] [writing]`: how long the engine's thread cannot be reached by anybody while it does what a
 * large project asks of it, call by call, with the text that the doors make of questions and answers; with `writing` only
 * the calls that writes, undos and creations ask of it. Nothing is asserted.
 */
const size = Number(process.argv[2] ?? 100_000);
const onlyWriting = process.argv[3] === 'writing';
const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-engine-'));
const home = { projects: join(folder, 'projects'), state: join(folder, 'state') };
const engine = createEngine({ version: '0', home, author: 'bench', environment: {}, preparesAhead: true });

/** What passed on the clock, and what this thread worked, between two turns of the event loop, in milliseconds. */
interface Stretch {
  passed: number;
  worked: number;
}

const longest: Stretch = { passed: 0, worked: 0 };
let last: Stretch = now();
setInterval(note, 1).unref();

function now(): Stretch {
  const { user, system } = process.threadCpuUsage();
  return { passed: performance.now(), worked: (user + system) / 1_000 };
}

function note(): void {
  const here = now();
  longest.passed = Math.max(longest.passed, here.passed - last.passed - 1);
  longest.worked = Math.max(longest.worked, here.worked - last.worked);
  last = here;
}

async function measured(what: string, work: () => Promise<unknown>): Promise<void> {
  await setTimeout(50);
  note();
  Object.assign(longest, { passed: 0, worked: 0 });
  const from = now();
  await work();
  await setTimeout(5);
  const { passed } = now();
  const figures = [longest.worked, longest.passed, passed - from.passed].map((ms) => `${ms.toFixed(0)} ms`);
  console.log(`| ${what} | ${figures.join(' | ')} | ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB |`);
}

/** A call as a door carries it: question and answer are text. */
async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  // A door gives everything else its turn between two calls.
  await setImmediate();
  const question: unknown = JSON.parse(JSON.stringify({ method, input }));
  const { input: carried } = question as { input: unknown };
  const answer = await engine.handle(method, carried);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`);
  JSON.stringify(answer);
  return answer.value as MethodOutput<M>;
}

/** Waits until the review has been read and the search prepared. */
async function prepared(): Promise<void> {
  await call('review.search', { query: 'a', limit: 1 });
}

try {
  const name = await addLargeProject(folder, size);
  const path = join(home.projects, `${name}.counterpart`);
  const other = join(home.projects, 'copy.counterpart');
  copyFileSync(path, other);
  console.log(
    '| what | longest block, worked | on the clock | in all | memory |\n| --- | --- | --- | --- | --- |',
  );
  if (!onlyWriting) await measureReview(path, other);
  await engine.close();
  await measureWriting(home, other, measured);
} finally {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Measures what a person asks of two copies of a project from opening it to matching it again. */
async function measureReview(path: string, other: string): Promise<void> {
  await measured('opening a project', async () => {
    await call('project.open', { path });
    await prepared();
  });
  const ids: AccountId[] = [];
  await measured('all rows', async () => {
    for (let total = 1; ids.length < total; ) {
      const piece = await call('review.rows', { from: ids.length });
      total = piece.total;
      ids.push(...piece.rows.map(({ accountId }) => accountId));
    }
  });
  await measured('the overview', () => call('app.overview', {}));
  await measured('all customers without an account', async () => {
    for (let from: number | null = 0; from !== null; ) from = (await call('review.customers', { from })).next;
  });
  await measured('50 decisions', async () => {
    for (const accountId of ids.slice(0, 50)) {
      await call('review.decide', { accountId, kind: 'skip', customerId: null });
      await call('review.detail', { accountId });
    }
  });
  await measured('letters of a search', async () => {
    for (const word of ['Meridien Group', 'brookside dental', '407667', 'smith plumbing']) {
      for (let end = 1; end <= word.length; end += 1) {
        const query = word.slice(0, end);
        await call('review.search', { query, limit: 50, accountId: ids[end] as AccountId });
      }
    }
  });
  for (const kind of ['confirm', 'reject'] as const) {
    let decisions: MethodOutput<'review.previewMany'>['decisions'] = [];
    await measured(`previewing a bulk ${kind}`, async () => {
      decisions = (await call('review.previewMany', { accountIds: ids, kind })).decisions;
    });
    await measured(`deciding ${decisions.length} rows (${kind})`, () =>
      call('review.decideMany', { by: 'list', decisions: decisions.map((one) => ({ ...one, kind })) }),
    );
    await measured('undoing them', () => call('review.undo', {}));
    await measured('redoing them', () => call('review.redo', {}));
    if (kind === 'confirm') await measured('undoing them', () => call('review.undo', {}));
  }
  await measured('undoing by travelling', async () => {
    const { batches } = await call('review.history', { before: null, limit: 1 });
    await call('review.travel', { type: 'undo', to: batches[0]?.batch ?? 1 });
  });
  await measured('confirming by band', () => call('review.decideMany', { by: 'band', bands: ['certain'] }));
  await measured('the settings of the match', () => call('match.settings', {}));
  for (const severalAccounts of [true, false]) {
    await measured('another rule', () => call('match.setPolicy', { severalAccounts, subCustomers: true }));
  }
  await measured('saving a worksheet', () => call('worksheet.save', { path: join(folder, 'out.xlsx') }));
  await measured('saving proposals', () => call('match.save', { path: join(folder, 'out.csv') }));
  for (const format of ['csv', 'xlsx'] as const) {
    await measured(`saving both sides as ${format}`, () =>
      call('sources.save', { to: 'projects-folder', format }),
    );
  }
  await call('project.open', { path: other });
  await prepared();
  await measured('previewing a merge', () => call('project.mergePreview', { path }));
  await measured('merging a copy', () => call('project.merge', { path, takeTheirs: [] }));
  await measured('matching', () => call('match.run', {}));
}
