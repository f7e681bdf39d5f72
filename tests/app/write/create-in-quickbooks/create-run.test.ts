import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openProject, type Project } from '#app/project/index.ts';
import { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import { atOnce } from '#shared/steps.ts';
import { fromAccount } from '../../../../app/write/create-in-quickbooks/from-account.ts';
import { runCreates } from '../../../../app/write/create-in-quickbooks/index.ts';
import { FakeCreating } from '../../../support/fake-creating.ts';
import type { Fault } from '../../../support/fake-services.ts';
import { anOrganisation, aProject, aTime } from '../../../support/projects.ts';
import { accountId, anAccount } from '../../../support/records.ts';

/** `n` accounts whose customers are to be created, a run begun for them, and both services. */
function aRun(n: number) {
  const accounts = Array.from({ length: n }, (_, i) => anAccount(i + 1));
  const project = aProject({ accounts });
  const services = new FakeCreating(accounts, aTime);
  const run = atOnce(
    project.creations.beginning(
      accounts.map((account, i) => ({
        accountId: account.id,
        accountName: account.name,
        decisionSeq: i + 1,
        accountModstamp: account.systemModstamp,
        beforeSyncToken: '',
        fields: fromAccount(account),
        requestId: `request-${i + 1}`,
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
  services: FakeCreating,
  run: RunId,
  { controller = new AbortController(), isInForce = (): boolean => true } = {},
) {
  return runCreates(
    run,
    {
      salesforce: services,
      quickbooks: services,
      creations: project.creations,
      journal: project.journal,
      now: () => aTime,
      isInForce,
      onCreated: (customer) => project.records.addCustomer(customer),
      onLinked: () => undefined,
      // Nothing is slow here, so nothing is waited for.
      limits: { pauses: [0, 0], lockPauses: [0, 0] },
    },
    { signal: controller.signal, progress: () => undefined },
  );
}

const states = (project: Project, run: RunId) => project.creations.entries(run).map(({ state }) => state);
const entry = (project: Project, run: RunId, place = 0) => {
  const found = project.creations.entries(run)[place];
  if (found === undefined) throw new Error('no entry');
  return found;
};

describe('a run that creates customers', () => {
  test('creates each once, links its account, and puts it among the project’s customers', async () => {
    const { project, services, run } = aRun(3);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(states(project, run)).toEqual(['linked', 'linked', 'linked']);
    expect(services.created.map(({ displayName }) => displayName).sort()).toEqual([
      'Account 1',
      'Account 2',
      'Account 3',
    ]);
    for (const { accountId: id, customerId, syncToken } of project.creations.entries(run)) {
      expect(services.links.get(id)?.link).toEqual({ customerId, syncToken });
    }
    expect(project.records.customers()).toHaveLength(3);
    expect(services.calls).toBe(1);
    expect(project.journal.run(run)).toMatchObject({
      kind: 'create-customers',
      counts: { done: 3 },
      creations: { linked: 3 },
    });
  });

  test.each([
    ['carries an id now', (s: FakeCreating) => s.touch(accountId(1), '77'), 'carries id 77'],
    ['is gone', (s: FakeCreating) => void s.links.delete(accountId(1)), 'no longer exists'],
    ['was edited', (s: FakeCreating) => s.touch(accountId(1), ''), 'changed in Salesforce since'],
  ])('creates nothing for an account that %s', async (_, change, words) => {
    const { project, services, run } = aRun(1);
    change(services);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(services.created).toEqual([]);
    expect(entry(project, run)).toMatchObject({ state: 'refused', message: expect.stringContaining(words) });
  });

  test('creates nothing where the decision was taken back', async () => {
    const { project, services, run } = aRun(1);
    await carryOn(project, services, run, { isInForce: () => false });
    expect([services.created.length, states(project, run)]).toEqual([0, ['refused']]);
  });

  test('keeps a refusal in both words and creates the others', async () => {
    const { project, services, run } = aRun(2);
    services.add(fromAccount(anAccount(1)));
    await carryOn(project, services, run);
    expect(entry(project, run)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('has this name already'),
      serviceMessage: 'Duplicate (6240)',
      serviceCode: '6240',
      customerId: '',
    });
    expect(states(project, run)).toEqual(['failed', 'linked']);
  });

  test('stops where the sign-in was refused before anything was sent', async () => {
    const { project, services, run } = aRun(1);
    services.createCustomer = () =>
      Promise.reject(new AppError('service-refused', { sent: 'no', detail: 'later' }));
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-refused' });
    expect(states(project, run)).toEqual(['planned']);
  });

  test('settles a lost answer by sending the same request id again', async () => {
    const { project, services, run } = aRun(2);
    services.creationFaults.push('lost-after', 'lost-before');
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(services.created).toHaveLength(2);
    expect(states(project, run)).toEqual(['linked', 'linked']);
  });

  test('finds by its name what QuickBooks no longer knows the request id of', async () => {
    const { project, services, run } = aRun(1);
    services.creationFaults.push('lost-after', 'lost-before', 'lost-before');
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-unreachable' });
    services.answered.clear();
    expect(await carryOn(project, services, run)).toBe('finished');
    expect([services.created.length, states(project, run)]).toEqual([1, ['linked']]);
  });

  test('still takes for sent what was sent before the sign-in ended', async () => {
    const { project, services, run } = aRun(1);
    services.creationFaults.push('lost-after', 'session');
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-session' });
    services.answered.clear();
    expect(await carryOn(project, services, run)).toBe('finished');
    expect([services.created.length, states(project, run)]).toEqual([1, ['linked']]);
  });

  test('takes nobody else’s customer of that name for its own', async () => {
    const { project, services, run } = aRun(1);
    services.creationFaults.push('lost-before');
    services.add({ ...fromAccount(anAccount(1)), companyName: 'Somebody else' });
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(states(project, run)).toEqual(['failed']);
    expect(services.links.get(accountId(1))?.link.customerId).toBe('');
  });

  test('a link that fails leaves the customer created; it is linked later and not created again', async () => {
    const { project, services, run } = aRun(2);
    services.lockedRows.add(accountId(1));
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(entry(project, run)).toMatchObject({ state: 'created', message: 'Locked' });
    expect(project.creations.unfinished()).toBe(run);
    services.lockedRows.clear();
    services.customers.set(entry(project, run).customerId as never, {
      displayName: '',
      syncToken: '4',
      active: true,
    });
    services.touch(accountId(1), '');
    expect(await carryOn(project, services, run)).toBe('finished');
    expect([services.created.length, states(project, run)]).toEqual([2, ['linked', 'linked']]);
    expect(services.links.get(accountId(1))?.link.syncToken).toBe('4');
    expect(project.creations.unfinished()).toBe(null);
  });

  test('an account that somebody linked while its customer was created keeps that link, and is told', async () => {
    const { project, services, run } = aRun(1);
    const honest = services.createCustomer.bind(services);
    services.createCustomer = async (...given) => {
      services.touch(accountId(1), '77');
      return await honest(...given);
    };
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(entry(project, run)).toMatchObject({
      state: 'refused',
      customerId: services.created[0]?.id,
      message: expect.stringMatching(
        /^Customer 1001 was created in QuickBooks, but could not be linked: .*carries id 77/,
      ),
    });
    expect(services.links.get(accountId(1))?.link.customerId).toBe('77');
    expect(project.creations.unfinished()).toBe(null);
  });

  test('what was sent is looked for, and not sent again, where the decision was taken back meanwhile', async () => {
    const { project, services, run } = aRun(2);
    services.creationFaults.push(...Array<Fault>(6).fill('lost-before'));
    await expect(carryOn(project, services, run)).rejects.toThrow();
    services.add(fromAccount(anAccount(1)));
    await carryOn(project, services, run, { isInForce: () => false });
    expect(states(project, run)).toEqual(['refused', 'refused']);
    expect(entry(project, run).customerId).toBe('1001');
    expect(entry(project, run, 1).customerId).toBe('');
    expect(services.created).toHaveLength(1);
  });

  test('stops at once when the sign-in is no longer valid, with the rest still planned', async () => {
    const { project, services, run } = aRun(8);
    services.creationFaults.push('none', 'session');
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-session' });
    expect(new Set(states(project, run))).not.toContain('sent');
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(services.created).toHaveLength(8);
  });

  test('stops between two customers when asked to, and links what it has created', async () => {
    const { project, services, run } = aRun(40);
    const controller = new AbortController();
    const honest = services.createCustomer.bind(services);
    services.createCustomer = async (...given) => {
      controller.abort();
      return await honest(...given);
    };
    expect(await carryOn(project, services, run, { controller })).toBe('cancelled');
    expect(new Set(states(project, run))).toEqual(new Set(['linked', 'planned']));
  });
});

describe('whatever breaks, and wherever the program dies', () => {
  /** Lets the program die at the `effects`-th effect; nothing more reaches the disk then, as after a kill. */
  function dieAfter(project: Project, services: FakeCreating, effects: number): Project {
    let left = effects;
    const effect = () => {
      left -= 1;
      if (left === 0) project.close();
      if (left <= 0 && effects > 0) throw new Error('killed');
    };
    services.onCommit = effect;
    const around =
      <A extends unknown[]>(work: (...given: A) => void) =>
      (...given: A) => {
        effect();
        work(...given);
        effect();
      };
    const { creations, journal } = project;
    return {
      ...project,
      creations: {
        ...creations,
        record: around(creations.record),
        created: around(creations.created),
        relink: around(creations.relink),
      },
      journal: { ...journal, record: around(journal.record) },
    };
  }

  test('in the end every account has one customer of its own, and none was created twice', async () => {
    const fault = fc.constantFrom<Fault>(
      'none',
      'lost-before',
      'lost-after',
      'session',
      'refused-connection',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 8 }),
        fc.array(fault, { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 25 }),
        async (creating, linking, dying, n) => {
          const { project, services, run } = aRun(n);
          services.creationFaults.push(...creating);
          services.faults.push(...linking);
          let current = project;
          let ended: unknown;
          for (const effects of [...dying, ...creating.map(() => 0), ...linking.map(() => 0), 0]) {
            ended = await carryOn(dieAfter(current, services, effects), services, run).catch(
              (error: unknown) => error,
            );
            if (ended === 'finished') break;
            current.close();
            current = openProject(project.path);
          }
          expect(ended).toBe('finished');
          expect(new Set(states(current, run))).toEqual(new Set(['linked']));
          expect(services.created).toHaveLength(n);
          const ids = [...services.links.values()].map(({ link }) => link.customerId);
          expect(ids.sort()).toEqual(services.created.map(({ id }) => String(id)).sort());
          expect(current.records.customers()).toHaveLength(n);
          current.close();
        },
      ),
      { numRuns: 25 },
    );
  });
});

test('an error of the program itself is thrown, and nothing is taken for created', async () => {
  const { project, services, run } = aRun(1);
  services.createCustomer = () => Promise.reject(new TypeError('a fault of ours'));
  await expect(carryOn(project, services, run)).rejects.toThrow('a fault of ours');
  expect(states(project, run)).toEqual(['sent']);
});
