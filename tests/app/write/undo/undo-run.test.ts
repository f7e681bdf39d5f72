import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalLink, Project } from '#app/project/index.ts';
import {
  linksOf,
  restoring,
  runLinks,
  sharing,
  undoingLinks,
  undoJudge,
  undoPlanOf,
  writingLinks,
} from '#app/write/index.ts';
import { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import { atOnce } from '#shared/steps.ts';
import { FakeServices, type Fault } from '../../../support/fake-services.ts';
import { anOrganisation, aProject, aTime } from '../../../support/projects.ts';
import { aCustomer, accountId, anAccount } from '../../../support/records.ts';

const hooks = { signal: new AbortController().signal, progress: () => undefined };

/** `n` accounts, every third of them with a broken id, and run 1, which linked account i to customer i. */
async function written(n: number, former: (i: number) => string = (i) => (i % 3 === 0 ? `9000${i}` : '')) {
  const accounts = Array.from({ length: n }, (_, i) =>
    anAccount(i + 1, { linkedCustomerId: former(i + 1), syncToken: former(i + 1) === '' ? '' : '5' }),
  );
  const customers = accounts.map((_, i) => aCustomer(i + 1));
  const project = aProject({ accounts, customers });
  const services = new FakeServices(accounts, customers);
  const start = linksNow(services);
  const run = await write(
    project,
    services,
    accounts.map((account, i) => linkOf(account, i + 1)),
  );
  return { project, services, run, start };
}

function linkOf(account: ReturnType<typeof anAccount>, customer: number, decisionSeq = customer) {
  const { id, syncToken } = aCustomer(customer);
  return { account, customer: aCustomer(customer), decisionSeq, target: { customerId: id, syncToken } };
}

const linksNow = (services: FakeServices) => new Map([...services.links].map(([id, { link }]) => [id, link]));

const portsOf = (project: Project, services: FakeServices) => ({
  salesforce: services,
  journal: project.journal,
  now: () => aTime,
  onWritten: () => undefined,
  // Nothing is slow here, so nothing is waited for.
  limits: { pauses: [0, 0], lockPauses: [0, 0] },
});

async function write(
  project: Project,
  services: FakeServices,
  pairs: Parameters<typeof linksOf>[0],
): Promise<RunId> {
  const run = project.journal.begin(atOnce(linksOf(pairs)), anOrganisation, 'Ann', aTime);
  const kind = writingLinks({
    salesforce: services,
    quickbooks: services,
    severalAccounts: false,
    isInForce: () => true,
  });
  await runLinks(run, kind, portsOf(project, services), hooks);
  return run;
}

function basisOf(project: Project, undone: RunId, together: readonly JournalLink[]) {
  const effect = project.journal.effectOf(undone);
  if (effect === null) throw new Error('no such run');
  return {
    effect,
    trails: atOnce(project.journal.trails()),
    sharing: atOnce(sharing([together])),
    severalAccounts: false,
  };
}

async function planned(project: Project, services: FakeServices, undone: RunId) {
  const links = atOnce(restoring(project.journal.entryBatches(undone)));
  const judge = await undoJudge(basisOf(project, undone, links), services, links, hooks.signal);
  const current = await services.readLinks(links.map((link) => link.accountId));
  return atOnce(
    undoPlanOf({
      run: undone,
      links,
      current,
      judge,
      target: anOrganisation,
      made: null,
      unfinishedRun: null,
    }),
  );
}

type Inactive = Parameters<typeof undoingLinks>[2];

function carryOn(project: Project, services: FakeServices, run: RunId, undone: RunId, inactive?: Inactive) {
  const basis = basisOf(project, undone, project.journal.entries(run));
  return runLinks(run, undoingLinks(basis, services, inactive), portsOf(project, services), hooks);
}

async function undo(project: Project, services: FakeServices, undone: RunId, inactive?: Inactive) {
  const { links } = await planned(project, services, undone);
  const run = project.journal.begin(links, anOrganisation, 'Bob', aTime, undone);
  await carryOn(project, services, run, undone, inactive);
  return run;
}

const statesIn = (project: Project, run: RunId) => project.journal.entries(run).map(({ state }) => state);

describe('undoing a run', () => {
  test('brings both fields back, blanks as blanks and broken ids as they were, five and then 200 to a call', async () => {
    const { project, services, run, start } = await written(450);
    services.calls = 0;
    const back = await undo(project, services, run);
    expect(linksNow(services)).toEqual(start);
    expect(services.calls).toBe(4);
    expect(project.journal.run(back)).toMatchObject({ kind: 'undo-links', undoes: run, author: 'Bob' });
    expect(project.journal.run(run)?.undoneBy).toBe(back);
  });

  test('looks at no customer: one that is gone is no obstacle', async () => {
    const { project, services, run, start } = await written(3);
    services.customers.clear();
    await undo(project, services, run);
    expect(linksNow(services)).toEqual(start);
  });

  test('gives no account a link back to a customer that was to be made active again and was not', async () => {
    const { project, services, run, start } = await written(2, (i) => `9000${i}`);
    const kept = services.links.get(accountId(1))?.link;
    const back = await undo(project, services, run, new Set([accountId(1)]));
    expect(services.links.get(accountId(1))?.link).toEqual(kept);
    expect(services.links.get(accountId(2))?.link).toEqual(start.get(accountId(2)));
    expect(project.journal.entries(back)).toMatchObject([
      { state: 'refused', message: expect.stringContaining('was not made active again') },
      { state: 'done' },
    ]);
  });

  test('brings back what an account carried right before it was written, not what an old export said', async () => {
    const accounts = [anAccount(1, { linkedCustomerId: '99', syncToken: '1', systemModstamp: '' })];
    const project = aProject({ accounts, customers: [aCustomer(1)] });
    const services = new FakeServices(
      [anAccount(1, { linkedCustomerId: '99', syncToken: '6' })],
      [aCustomer(1)],
    );
    const run = await write(
      project,
      services,
      accounts.map((account) => linkOf(account, 1)),
    );
    await undo(project, services, run);
    expect(services.links.get(accountId(1))?.link).toEqual({ customerId: '99', syncToken: '6' });
  });

  test('leaves alone what the run had not changed, because the account carried the id already', async () => {
    const accounts = [anAccount(1), anAccount(2)];
    const project = aProject({ accounts, customers: [aCustomer(1), aCustomer(2)] });
    const services = new FakeServices(accounts, [aCustomer(1), aCustomer(2)]);
    services.touch(accountId(1), '1');
    const run = await write(
      project,
      services,
      accounts.map((account, i) => linkOf(account, i + 1)),
    );
    expect(statesIn(project, run)).toEqual(['done', 'done']);
    const { plan } = await planned(project, services, run);
    expect(plan.restored.map((each) => each.accountId)).toEqual([accountId(2)]);
    expect(plan).toMatchObject({ skipped: [], asBefore: 0 });
  });

  test('skips what is no longer as the run left it, says why before and after, and restores the rest', async () => {
    const { project, services, run } = await written(4, () => '');
    services.touch(accountId(1), '77');
    services.links.delete(accountId(2));
    services.touch(accountId(3), '');
    const { plan } = await planned(project, services, run);
    expect(plan).toMatchObject({ asBefore: 1, restored: [{ accountId: accountId(4) }] });
    expect(plan.skipped.map(({ message }) => message)).toEqual([
      expect.stringContaining('carries id 77'),
      expect.stringContaining('no longer exists'),
    ]);
    const back = await undo(project, services, run);
    expect(statesIn(project, back)).toEqual(['refused', 'refused', 'done']);
    expect(services.links.get(accountId(1))?.link.customerId).toBe('77');
  });

  test('sees what changes between the preview and the write', async () => {
    const { project, services, run } = await written(2, () => '');
    const { links } = await planned(project, services, run);
    services.touch(accountId(1), '77');
    const back = project.journal.begin(links, anOrganisation, 'Bob', aTime, run);
    await carryOn(project, services, back, run);
    expect(statesIn(project, back)).toEqual(['refused', 'done']);
    expect(services.links.get(accountId(1))?.link.customerId).toBe('77');
  });

  test('does not give an account back an id that another one has now, unless both had it before', async () => {
    const { project, services, run } = await written(3, (i) => (i === 3 ? '' : '99'));
    services.touch(accountId(3), '99');
    expect((await planned(project, services, run)).plan.restored).toEqual([]);
    services.touch(accountId(3), '3');
    expect((await planned(project, services, run)).plan.restored).toHaveLength(3);
  });

  test('gives accounts back an id that they shared, however many calls that takes', async () => {
    const { project, services, run, start } = await written(202, () => '9999');
    await undo(project, services, run);
    expect(linksNow(services)).toEqual(start);
  });

  test('finds nothing to do when it is done again', async () => {
    const { project, services, run } = await written(3);
    await undo(project, services, run);
    expect((await planned(project, services, run)).plan).toMatchObject({
      restored: [],
      skipped: [],
      asBefore: 3,
    });
  });

  test('leaves alone what a later run wrote, even with the same id, and says which run it was', async () => {
    const { project, services, run } = await written(2, () => '');
    await undo(project, services, run);
    const account = anAccount(1, { systemModstamp: '' });
    const later = await write(project, services, [linkOf(account, 1, 8)]);
    const { plan } = await planned(project, services, run);
    expect(plan).toMatchObject({
      restored: [],
      asBefore: 1,
      skipped: [{ message: `Run ${later} wrote this account too. Undo that run instead.` }],
    });
    await undo(project, services, later);
    expect(services.links.get(accountId(1))?.link.customerId).toBe('');
  });

  test('can be undone itself, and that again', async () => {
    const { project, services, run, start } = await written(5);
    const linked = linksNow(services);
    const back = await undo(project, services, run);
    const forth = await undo(project, services, back);
    expect(linksNow(services)).toEqual(linked);
    await undo(project, services, forth);
    expect(linksNow(services)).toEqual(start);
  });

  test('the fingerprint of the preview changes with what would be done, and not with the SyncToken', async () => {
    const { project, services, run } = await written(2, () => '');
    const first = (await planned(project, services, run)).plan.fingerprint;
    const { link } = services.links.get(accountId(1)) ?? { link: { customerId: '', syncToken: '' } };
    services.links.set(accountId(1), { link: { ...link, syncToken: '8' }, systemModstamp: 'later' });
    expect((await planned(project, services, run)).plan.fingerprint).toBe(first);
    services.touch(accountId(1), '77');
    expect((await planned(project, services, run)).plan.fingerprint).not.toBe(first);
  });
});

describe('whatever breaks, and whoever edits meanwhile', () => {
  test('in the end every account is as before the run or as somebody else left it, and none was written twice', async () => {
    const fault = fc.constantFrom<Fault>(
      'none',
      'lost-before',
      'lost-after',
      'session',
      'refused-connection',
    );
    const edit = fc.record({ account: fc.integer({ min: 1, max: 12 }), id: fc.constantFrom('', '77', '78') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 6 }),
        fc.array(edit, { maxLength: 6 }),
        fc.array(edit, { maxLength: 6 }),
        fc.constantFrom(1, 12, 12, 205),
        async (faults, before, between, n) => {
          const { project, services, run, start } = await written(n);
          const edited = new Map<string, string>();
          const apply = (edits: typeof before) => {
            for (const { account, id } of edits.filter((one) => one.account <= n)) {
              services.touch(accountId(account), id);
              edited.set(accountId(account), id);
            }
          };
          services.writes.clear();
          apply(before);
          const { links } = await planned(project, services, run);
          const back = project.journal.begin(links, anOrganisation, 'Bob', aTime, run);
          apply(between);
          services.faults.push(...faults);
          for (const _ of [...faults, 'last']) {
            const ended = await carryOn(project, services, back, run).catch((error: unknown) => error);
            if (ended === 'finished') break;
            expect(ended).toBeInstanceOf(AppError);
          }
          for (const [id, { link }] of services.links) {
            const other = edited.get(id);
            if (other === undefined) expect(link).toEqual(start.get(id));
            else expect(link.customerId).toBe(other);
          }
          for (const count of services.writes.values()) expect(count).toBe(1);
          for (const { accountId: id, state, after } of project.journal.entries(back)) {
            expect(['done', 'refused']).toContain(state);
            if (state === 'done') expect(services.links.get(id)?.link.customerId).toBe(after.customerId);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('write, undo, undo of it…: an even number of undos leaves the links of the write, an odd one the start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 }), async (undos, n) => {
        const { project, services, run, start } = await written(n);
        const linked = linksNow(services);
        let last = run;
        for (let i = 0; i < undos; i += 1) last = await undo(project, services, last);
        expect(linksNow(services)).toEqual(undos % 2 === 0 ? linked : start);
      }),
      { numRuns: 15 },
    );
  });
});
