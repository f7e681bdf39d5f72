import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Project } from '#app/project/index.ts';
import type { RunId } from '#shared/ids.ts';
import { atOnce } from '#shared/steps.ts';
import { runAccountCreates } from '../../../../app/write/create-in-salesforce/index.ts';
import { FakeAccountCreating, firstMade, refusedWith } from '../../../support/fake-account-creating.ts';
import type { Fault } from '../../../support/fake-services.ts';
import { anOrganisation, aProject, aTime } from '../../../support/projects.ts';
import { aCustomer, customerId } from '../../../support/records.ts';

const nameOf = (n: number) => `Customer ${n}`;

/** `n` customers whose accounts are to be created, a run begun for them, and both services. */
function aRun(n: number, overrules: readonly number[] = []) {
  const customers = Array.from({ length: n }, (_, i) => aCustomer(i + 1));
  const project = aProject({ customers });
  const services = new FakeAccountCreating(customers, aTime);
  const run = atOnce(
    project.accountCreations.beginning(
      customers.map((customer, i) => ({
        customerId: customer.id,
        customerName: customer.displayName,
        decisionSeq: i + 1,
        customerSyncToken: customer.syncToken,
        fields: { Name: customer.displayName, Phone: '' },
        overrulesDuplicates: overrules.includes(i + 1),
      })),
      anOrganisation,
      'tester',
      aTime,
    ),
  );
  return { project, services, run };
}

function carryOn(
  project: Project,
  services: FakeAccountCreating,
  run: RunId,
  { controller = new AbortController(), isInForce = (): boolean => true, pauses = [] as number[] } = {},
) {
  return runAccountCreates(
    run,
    {
      salesforce: services,
      quickbooks: services,
      creations: project.accountCreations,
      now: () => aTime,
      isInForce,
      onCreated: (accounts) => project.records.addAccounts(accounts),
      pause: async (milliseconds) => void pauses.push(milliseconds),
    },
    { signal: controller.signal, progress: () => undefined },
  );
}

const entries = (project: Project, run: RunId) => project.accountCreations.entries(run);
const states = (project: Project, run: RunId) => entries(project, run).map(({ state }) => state);
const first = (project: Project, run: RunId) => entries(project, run)[0];

describe('a run that creates accounts', () => {
  test('creates each once with its customer’s id, and puts it among the project’s accounts and links', async () => {
    const { project, services, run } = aRun(3);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(states(project, run)).toEqual(['linked', 'linked', 'linked']);
    expect([...services.accounts.values()].map(({ linkedCustomerId }) => linkedCustomerId)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(project.records.accounts().map(({ name }) => name)).toEqual([1, 2, 3].map(nameOf));
    expect(services.calls).toHaveLength(1);
    expect(project.journal.run(run)).toMatchObject({
      kind: 'create-accounts',
      counts: { done: 3 },
      creations: { linked: 3 },
    });
    expect(project.journal.entries(run)[0]).toMatchObject({
      accountId: firstMade,
      before: { customerId: '' },
      after: { customerId: '1' },
      state: 'done',
    });
  });

  test.each([
    [
      'is gone',
      (s: FakeAccountCreating) => void s.customers.delete(customerId(1)),
      'no longer in QuickBooks',
    ],
    [
      'was changed',
      (s: FakeAccountCreating) =>
        void s.customers.set(customerId(1), { displayName: 'x', syncToken: '9', active: true }),
      'changed in QuickBooks since',
    ],
    [
      'was linked by somebody, perhaps years ago',
      (s: FakeAccountCreating) => void s.add(nameOf(1), '1', new Date('2020-01-01')),
      'somebody linked it meanwhile',
    ],
  ])('creates nothing of a customer that %s', async (_, change, words) => {
    const { project, services, run } = aRun(1);
    change(services);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(services.calls).toEqual([]);
    expect(first(project, run)).toMatchObject({ state: 'refused', message: expect.stringContaining(words) });
  });

  test('creates nothing where the decision was taken back', async () => {
    const { project, services, run } = aRun(1);
    await carryOn(project, services, run, { isInForce: () => false });
    expect([services.calls, states(project, run)]).toEqual([[], ['refused']]);
  });

  test('keeps a refusal in both words with its code, and creates the others', async () => {
    const { project, services, run } = aRun(2);
    services.refusals.set(nameOf(1), [refusedWith('REQUIRED_FIELD_MISSING')]);
    await carryOn(project, services, run);
    expect(entries(project, run)).toMatchObject([
      {
        state: 'failed',
        message: 'Refused: REQUIRED_FIELD_MISSING',
        serviceMessage: 'Salesforce: REQUIRED_FIELD_MISSING',
        serviceCode: 'REQUIRED_FIELD_MISSING',
        accountId: '',
      },
      { state: 'linked' },
    ]);
  });

  test('names the accounts that a duplicate rule may mean', async () => {
    const { project, services, run } = aRun(1);
    services.add(nameOf(1), '');
    services.refusals.set(nameOf(1), [refusedWith('DUPLICATES_DETECTED')]);
    await carryOn(project, services, run);
    expect(first(project, run)?.message).toBe(
      `Refused: DUPLICATES_DETECTED There is “${nameOf(1)}” (${firstMade}).`,
    );
  });

  test('overrules duplicate rules for those alone of which the person said so', async () => {
    const { project, services, run } = aRun(3, [2]);
    await carryOn(project, services, run);
    expect(services.calls).toEqual([
      { names: [nameOf(1), nameOf(3)], overrules: false },
      { names: [nameOf(2)], overrules: true },
    ]);
  });

  test('sends again, after a pause, what was locked, and gives up in the end', async () => {
    const { project, services, run } = aRun(2);
    const locked = refusedWith('UNABLE_TO_LOCK_ROW', true);
    services.refusals.set(nameOf(1), [locked, locked]);
    services.refusals.set(nameOf(2), [locked, locked, locked]);
    const pauses: number[] = [];
    await carryOn(project, services, run, { pauses });
    expect(states(project, run)).toEqual(['linked', 'failed']);
    expect(pauses).toEqual([500, 1_000]);
  });

  test('finds an account whose answer was lost by its customer’s id, and creates only what is not there', async () => {
    const { project, services, run } = aRun(2);
    services.faults.push('lost-after');
    expect(await carryOn(project, services, run)).toBe('finished');
    expect([services.accounts.size, states(project, run)]).toEqual([2, ['linked', 'linked']]);
    expect(services.calls).toHaveLength(1);

    const again = aRun(2);
    again.services.faults.push('lost-before', 'lost-before');
    expect(await carryOn(again.project, again.services, again.run)).toBe('finished');
    expect([again.services.accounts.size, again.services.calls.length]).toEqual([2, 3]);
  });

  test('stops after three calls without an answer, and goes on where it stopped', async () => {
    const { project, services, run } = aRun(1);
    services.faults.push('lost-before', 'lost-before', 'lost-after');
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-unreachable' });
    expect(states(project, run)).toEqual(['unknown']);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect([services.accounts.size, states(project, run)]).toEqual([1, ['linked']]);
  });

  test('takes nobody else’s account for its own, even where its own answer was lost', async () => {
    const { project, services, run } = aRun(1);
    services.faults.push('lost-before', 'lost-before', 'lost-before');
    await expect(carryOn(project, services, run)).rejects.toThrow();
    services.add('Linked by hand', '1', new Date('2020-01-01'));
    expect(await carryOn(project, services, run)).toBe('finished');
    expect([services.accounts.size, states(project, run)]).toEqual([1, ['refused']]);
  });

  test('where Salesforce itself lets an id be only once, takes its word for what is there', async () => {
    const { project, services, run } = aRun(1);
    services.isIdUnique = true;
    let isFirst = true;
    services.onCommit = () => {
      if (isFirst) services.add('Linked in between', '1', new Date('2020-01-01'));
      isFirst = false;
    };
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(first(project, run)).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('Linked in between'),
    });
  });

  test('does not believe that an account was created which does not carry the id when read again', async () => {
    const { project, services, run } = aRun(2);
    services.onCommit = () => {
      const made = services.accounts.get(firstMade);
      if (made !== undefined) services.accounts.set(firstMade, { ...made, linkedCustomerId: '77' });
    };
    await carryOn(project, services, run);
    expect(states(project, run)).toEqual(['refused', 'linked']);
    expect(first(project, run)?.message).toContain('carries id 77 when read again');
  });

  test('settles what an answer says nothing of', async () => {
    const { project, services, run } = aRun(3);
    services.mostOutcomes = 1;
    expect(await carryOn(project, services, run)).toBe('finished');
    expect([services.accounts.size, states(project, run)]).toEqual([3, ['linked', 'linked', 'linked']]);
  });

  test('stops where there is no more storage, and keeps the rest for later', async () => {
    const { project, services, run } = aRun(2);
    services.refusals.set(nameOf(2), [refusedWith('STORAGE_LIMIT_EXCEEDED')]);
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'create-storage-full' });
    expect(states(project, run)).toEqual(['created', 'planned']);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(states(project, run)).toEqual(['linked', 'linked']);
  });

  test('a session that ended leaves everything planned', async () => {
    const { project, services, run } = aRun(2);
    services.faults.push('session');
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-session' });
    expect(states(project, run)).toEqual(['planned', 'planned']);
  });

  test('stops between two chunks when the person says so', async () => {
    const { project, services, run } = aRun(201);
    const controller = new AbortController();
    services.onCommit = () => controller.abort();
    expect(await carryOn(project, services, run, { controller })).toBe('cancelled');
    expect(services.accounts.size).toBe(200);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(services.accounts.size).toBe(201);
  });

  const fault = fc.constantFrom<Fault>('none', 'lost-before', 'lost-after', 'session', 'refused-connection');
  const refusal = fc.constantFrom('UNABLE_TO_LOCK_ROW', 'DUPLICATES_DETECTED', 'STORAGE_LIMIT_EXCEEDED');

  test('whatever is lost and wherever the program dies, no customer ever has two accounts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fault, { maxLength: 10 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), refusal), { maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 5 }),
        fc.subarray([1, 2, 3]),
        async (n, faults, refusals, deaths, overrules) => {
          const { project, services, run } = aRun(n, overrules);
          services.faults.push(...faults);
          for (const [place, code] of refusals) {
            const outcome = refusedWith(code, code === 'UNABLE_TO_LOCK_ROW');
            services.refusals.set(nameOf(place), [...(services.refusals.get(nameOf(place)) ?? []), outcome]);
          }
          // Dies at every effect that the program has: what it writes down, and what it sends.
          for (const death of deaths) {
            await carryOn(dyingAfter(project, death, services), services, run).catch(() => undefined);
            services.onCommit = () => undefined;
          }
          services.faults.length = 0;
          services.refusals.clear();
          expect(await carryOn(project, services, run)).toBe('finished');
          for (const entry of entries(project, run)) {
            const carriers = services.carrying(entry.customerId);
            expect(carriers.length).toBeLessThanOrEqual(1);
            expect(entry.state).toBe(carriers.length === 1 ? 'linked' : 'failed');
            if (carriers.length === 1) expect(entry.accountId).toBe(carriers[0]?.id);
          }
          const linked = entries(project, run).filter(({ state }) => state === 'linked');
          expect(project.journal.entries(run)).toHaveLength(linked.length);
          expect(project.records.accounts()).toHaveLength(linked.length);
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** The project of a program that dies at its effect of this number, right before or right after it. */
function dyingAfter(project: Project, effects: number, services: FakeAccountCreating): Project {
  let left = effects;
  const live = () => {
    left -= 1;
    if (left < 0) throw new Error('the program died');
  };
  services.onCommit = live;
  const { accountCreations, records } = project;
  const around =
    <A extends unknown[]>(effect: (...args: A) => void) =>
    (...args: A): void => {
      live();
      effect(...args);
      live();
    };
  return {
    ...project,
    accountCreations: {
      ...accountCreations,
      record: around(accountCreations.record),
      created: around(accountCreations.created),
      linked: around(accountCreations.linked),
    },
    records: { ...records, addAccounts: around(records.addAccounts) },
  };
}
