import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createEngine } from '#app/engine.ts';
import { createProject, type Project } from '#app/project/index.ts';
import type { AppEvent, MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { RunId } from '#shared/ids.ts';
import { usualPolicy } from '#shared/matching.ts';
import { Ledger } from '../../../app/review/ledger.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { anOrganisation, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal } from '../../support/records.ts';

const size = 1_300;
const numbers = Array.from({ length: size }, (_, n) => n + 1);

/** A project whose accounts are all suggested a customer of their own. */
function aLargeProject(path: string): Project {
  const project = createProject(path);
  const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
  project.records.replace(
    { ...common, records: numbers.map((n) => anAccount(n)) },
    { ...common, records: numbers.map((n) => aCustomer(n)) },
  );
  const proposals = numbers.map((n) => aProposal(n, [aPair(n, n, 0.99, 'certain')]));
  project.proposals.replace(proposals, { model: null, at: aTime });
  return project;
}

/**
 * An engine over a large project in which a run was broken off, with another reviewer's copy of it in which all is skipped.
 * `preparesAhead`: a person is at the screen.
 */
async function anEngine({ preparesAhead = false } = {}) {
  const folder = temporaryFolder();
  const path = join(folder, 'large.counterpart');
  const project = aLargeProject(path);
  project.journal.begin([], anOrganisation, 'tester', aTime);
  project.close();
  const copy = join(folder, 'copy.counterpart');
  const theirs = aLargeProject(copy);
  theirs.decisions.append(numbers.map(skip), 'another', aTime, theirs.records.revision());
  theirs.close();
  const home = { projects: folder, state: join(folder, 'state') };
  const engine = createEngine({ version: '1', home, author: 'tester', environment: {}, preparesAhead });
  onTestFinished(() => engine.close());
  const events: AppEvent[] = [];
  engine.onEvent((event) => events.push(event));
  const call = async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    const result = await engine.call(method, input);
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    return result.value;
  };
  await call('project.open', { path });
  return { engine, call, events, path, copy };
}

/** Notes the order in which work comes to its end. */
function anOrder() {
  const order: string[] = [];
  const noted = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const value = await work;
    order.push(what);
    return value;
  };
  return { order, noted };
}

const skip = (n: number) => ({ accountId: accountId(n), kind: 'skip', customerId: null }) as const;

test('what is decided while a large batch is on its way comes after it, and what is asked is answered at once', async () => {
  const { call } = await anEngine();
  const { order, noted } = anOrder();
  const [, , rows, undone] = await Promise.all([
    noted('batch', call('review.decideMany', { by: 'band', bands: ['certain'] })),
    noted('skip', call('review.decide', skip(1))),
    noted('rows', call('review.rows', { from: 0 })),
    noted('undo', call('review.undo', {})),
    noted('remark', call('review.comment', { accountId: accountId(2), text: 'Called them.' })),
  ]);
  expect(order.slice(0, 2)).toEqual(['rows', 'batch']);
  expect(new Set(rows.rows.map(({ state }) => state))).toEqual(new Set(['suggested']));
  expect(undone).toMatchObject({
    focus: 'A1',
    summary: { undo: `confirmed ${size} accounts`, toWrite: size },
  });
  expect((await call('review.rows', { from: 0 })).rows[1]).toMatchObject({
    state: 'confirmed',
    commented: true,
  });
});

test.each(['write.resume', 'create.resume'] as const)(
  '%s goes on only after a large batch that was begun before it: what it sends rests on what is decided',
  async (resume) => {
    const { call, engine } = await anEngine();
    const { order, noted } = anOrder();
    // The code of these calls is loaded when they are first made.
    await engine.call(resume, { runId: RunId.parse(99) });
    await Promise.all([
      noted('batch', call('review.decideMany', { by: 'band', bands: ['certain'] })),
      noted('resume', engine.call(resume, { runId: RunId.parse(1) })),
    ]);
    expect(order).toEqual(['batch', 'resume']);
  },
);

test.each([
  ['drift.found', { side: 'salesforce', kind: 'new', skip: 0, limit: 10 }],
  ['sample.draw', { accountIds: [accountId(1)], what: 'one', bound: 0.5 }],
] as const)(
  'a project that was just opened is shown before %s, which needs its review, is answered',
  async (method, input) => {
    const { engine } = await anEngine({ preparesAhead: true });
    const { order, noted } = anOrder();
    await Promise.all([
      noted('asked', engine.handle(method, input)),
      noted('overview', engine.call('app.overview', {})),
    ]);
    expect(order).toEqual(['overview', 'asked']);
  },
);

test('putting a copy together is previewed with all of a large batch that was begun before', async () => {
  const { call, copy } = await anEngine();
  expect(await call('project.mergePreview', { path: copy })).toMatchObject({
    adopted: size,
    disagreements: [],
  });
  const [, preview] = await Promise.all([
    call('review.decideMany', { by: 'band', bands: ['certain'] }),
    call('project.mergePreview', { path: copy }),
  ]);
  expect(preview.adopted).toBe(0);
  expect(preview).toEqual(await call('project.mergePreview', { path: copy }));
});

test('putting a copy together with a project that was just opened does not read it in one go', async () => {
  const inOneGo = vi.spyOn(Ledger, 'of');
  onTestFinished(() => inOneGo.mockRestore());
  const { call, copy } = await anEngine({ preparesAhead: true });
  await call('project.mergePreview', { path: copy });
  expect(inOneGo).not.toHaveBeenCalled();
});

test('a project is closed when a large batch is on disk, and is opened again with all of it', async () => {
  const { call, path } = await anEngine();
  const deciding = call('review.decideMany', { by: 'band', bands: ['certain'] });
  await call('project.close', {});
  expect(await deciding).toMatchObject({ decided: size });
  await call('project.open', { path });
  expect(await call('review.summary', {})).toMatchObject({ toWrite: size });
});

test('where an undo changes so much that it names no rows, all windows are told to read them again', async () => {
  const { call, events } = await anEngine();
  await call('review.decideMany', { by: 'band', bands: ['certain'] });
  const { revision } = await call('review.rows', { from: 0 });
  const toldOfAll = () =>
    events.filter((event) => event.name === 'changed' && event.payload.what === 'proposals').length;
  const before = toldOfAll();
  expect(await call('review.undo', {})).toMatchObject({ rows: [], focus: null, summary: { toWrite: 0 } });
  expect(toldOfAll()).toBe(before + 1);
  expect((await call('review.rows', { from: 0 })).revision).not.toBe(revision);
  await call('review.decide', skip(1));
  expect((await call('review.undo', {})).rows.length).toBeGreaterThan(0);
  expect(toldOfAll()).toBe(before + 1);
});

test('a decision that comes while another rule is taken in waits for it', async () => {
  const { call } = await anEngine();
  const confirmed = {
    accountId: accountId(1),
    kind: 'confirm',
    customerId: (await call('review.rows', { from: 1 })).rows[0]?.customerId ?? null,
  } as const;
  await call('review.decide', confirmed);
  const [, second] = await Promise.all([
    call('match.setPolicy', { ...usualPolicy, severalAccounts: true }),
    call('review.decide', { accountId: accountId(2), kind: 'confirm', customerId: null }),
  ]);
  expect(second.rows[0]).toMatchObject({ state: 'confirmed', customerId: confirmed.customerId });
});

test('customers without an account come in pieces that join, under a number that a decision changes', async () => {
  const { call } = await anEngine();
  const first = await call('review.customers', { from: 0 });
  expect(first).toMatchObject({ rows: [], next: null });
  await call('review.decide', { accountId: accountId(1), kind: 'reject', customerId: null });
  const then = await call('review.customers', { from: 0 });
  expect(then.rows).toHaveLength(1);
  expect(then.revision).not.toBe(first.revision);
});
