import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openProject, type Project } from '#app/project/index.ts';
import { linksOf, runLinks, writingLinks } from '#app/write/index.ts';
import { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import type { JournalState } from '#shared/journal-state.ts';
import { atOnce } from '#shared/steps.ts';
import { FakeServices, type Fault } from '../../support/fake-services.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, customerId } from '../../support/records.ts';

/** `n` confirmed pairs (account i with customer i) in a project, a run begun for them, and both services. */
function aRun(n: number) {
  const accounts = Array.from({ length: n }, (_, i) => anAccount(i + 1));
  const customers = Array.from({ length: n }, (_, i) => aCustomer(i + 1));
  const project = aProject({ accounts, customers });
  const services = new FakeServices(accounts, customers);
  const pairs = accounts.map((account, i) => {
    const customer = customers[i] ?? aCustomer(0);
    return {
      account,
      customer,
      decisionSeq: i + 1,
      target: { customerId: customer.id, syncToken: customer.syncToken },
    };
  });
  const run = project.journal.begin(atOnce(linksOf(pairs)), anOrganisation, 'tester', aTime);
  return { project, services, run };
}

function carryOn(
  project: Project,
  services: FakeServices,
  run: RunId,
  controller = new AbortController(),
  severalAccounts = false,
) {
  return runLinks(
    run,
    writingLinks({ salesforce: services, quickbooks: services, severalAccounts, isInForce: () => true }),
    {
      salesforce: services,
      journal: project.journal,
      now: () => aTime,
      onWritten: () => undefined,
      limits: withoutPauses,
    },
    { signal: controller.signal, progress: () => undefined },
  );
}

/** Nothing is slow here, so nothing is waited for. */
const withoutPauses = { pauses: [0, 0], lockPauses: [0, 0] };

const statesIn = (project: Project, run: RunId) =>
  Map.groupBy(project.journal.entries(run), ({ state }) => state) as Map<JournalState, unknown[]>;

describe('a run of links', () => {
  test('writes every link once, five and then 200 to a call, and verifies it', async () => {
    const { project, services, run } = aRun(450);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(services.calls).toBe(4);
    expect([...services.writes.values()]).toEqual(Array(450).fill(1));
    expect(services.links.get(accountId(450))?.link).toEqual({ customerId: '450', syncToken: '0' });
    expect([...statesIn(project, run).keys()]).toEqual(['done']);
  });

  test('tells that a link is there before the journal calls it done: a crash between the two is settled by reading', async () => {
    const { project, services, run } = aRun(2);
    const states: JournalState[] = [];
    const kind = writingLinks({
      salesforce: services,
      quickbooks: services,
      severalAccounts: false,
      isInForce: () => true,
    });
    const onWritten = () => states.push(...project.journal.entries(run).map(({ state }) => state));
    const ports = { salesforce: services, journal: project.journal, now: () => aTime, onWritten };
    await runLinks(run, kind, ports, { signal: new AbortController().signal, progress: () => undefined });
    expect(states).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  test('refuses what changed meanwhile, says so, and writes the rest', async () => {
    const { project, services, run } = aRun(3);
    services.touch(accountId(2), '77');
    await carryOn(project, services, run);
    expect(services.links.get(accountId(2))?.link.customerId).toBe('77');
    expect(project.journal.entries(run).map(({ state }) => state)).toEqual(['done', 'refused', 'done']);
    expect(project.journal.entries(run)[1]?.message).toContain('carries id 77');
  });

  test.each([
    [true, ['done', 'done']],
    [false, ['done', 'refused']],
  ])('where a customer may have several accounts is %s, two links to it end %j', async (allowed, states) => {
    const accounts = [anAccount(1), anAccount(2)];
    const customer = aCustomer(10);
    const project = aProject({ accounts, customers: [customer] });
    const services = new FakeServices(accounts, [customer]);
    const target = { customerId: customer.id, syncToken: customer.syncToken };
    const pairs = accounts.map((account) => ({ account, customer, decisionSeq: 1, target }));
    const run = project.journal.begin(atOnce(linksOf(pairs)), anOrganisation, 'tester', aTime);
    await carryOn(project, services, run, new AbortController(), allowed);
    expect(project.journal.entries(run).map(({ state }) => state)).toEqual(states);
  });

  test('keeps a failed record’s error in both words', async () => {
    const { project, services, run } = aRun(2);
    services.lockedRows.add(accountId(1));
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(project.journal.entries(run)[0]).toMatchObject({
      state: 'failed',
      message: 'Locked',
      serviceMessage: 'unable to obtain exclusive access',
    });
  });

  test('says failed where Salesforce reports success and the record shows none', async () => {
    const { project, services, run } = aRun(1);
    const honest = services.writeLinks.bind(services);
    services.writeLinks = async (links) => {
      const outcomes = await honest(links);
      services.touch(accountId(1), '');
      return outcomes;
    };
    await carryOn(project, services, run);
    expect(project.journal.entries(run)[0]).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('read again'),
    });
  });

  test('calls nothing done that could not be read back; the resumed run settles it and sends nothing', async () => {
    const { project, services, run } = aRun(2);
    const honest = services.readLinks.bind(services);
    let reads = 0;
    services.readLinks = async (ids) => {
      reads += 1;
      if (reads >= 2) throw new AppError('service-session', { service: 'Salesforce' });
      return await honest(ids);
    };
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-session' });
    expect([...statesIn(project, run).keys()]).toEqual(['sent']);
    services.readLinks = honest;
    expect(await carryOn(project, services, run)).toBe('finished');
    expect([...services.writes.values()]).toEqual([1, 1]);
  });

  test('settles by the id alone where the package moved the SyncToken on', async () => {
    const { project, services, run } = aRun(1);
    services.faults.push('lost-after');
    const honest = services.writeLinks.bind(services);
    services.writeLinks = async (links) => {
      try {
        return await honest(links);
      } finally {
        services.links.set(accountId(1), {
          link: { customerId: '1', syncToken: '9' },
          systemModstamp: 'later',
        });
      }
    };
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(project.journal.entries(run)[0]?.state).toBe('done');
  });

  test('stops when outcomes are missing from the answers again and again', async () => {
    const { project, services, run } = aRun(2);
    services.writeLinks = async () => [];
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-answer' });
    expect([...statesIn(project, run).keys()]).toEqual(['unknown']);
  });

  test('settles a lost answer by reading: not sent again when it had arrived', async () => {
    const { project, services, run } = aRun(5);
    services.faults.push('lost-after');
    expect(await carryOn(project, services, run)).toBe('finished');
    expect([...services.writes.values()]).toEqual([1, 1, 1, 1, 1]);
  });

  test('stops with the error when no answer comes again and again, and nothing is marked done', async () => {
    const { project, services, run } = aRun(5);
    services.faults.push('lost-before', 'lost-before', 'lost-before');
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-unreachable' });
    expect([...statesIn(project, run).keys()]).toEqual(['unknown']);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect([...services.writes.values()]).toEqual([1, 1, 1, 1, 1]);
  });

  test('stops at once when the sign-in is no longer valid, with everything still planned', async () => {
    const { project, services, run } = aRun(5);
    services.faults.push('session');
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'service-session' });
    expect(services.calls).toBe(1);
    expect([...statesIn(project, run).keys()]).toEqual(['planned']);
  });

  test('stops between two calls when asked to; what was sent is done, the rest is planned', async () => {
    const { project, services, run } = aRun(250);
    const controller = new AbortController();
    const honest = services.writeLinks.bind(services);
    services.writeLinks = async (links) => {
      if (links.length === 200) controller.abort();
      return await honest(links);
    };
    expect(await carryOn(project, services, run, controller)).toBe('cancelled');
    const states = statesIn(project, run);
    expect([states.get('done')?.length, states.get('planned')?.length]).toEqual([205, 45]);
  });
});

describe('whatever breaks, and wherever the program dies', () => {
  /**
   * Lets the program die at the `effects`-th effect (a journal entry or a commit at Salesforce, before or after):
   * the project file is closed under it, so that nothing more can reach the disk, as after a kill.
   */
  function dieAfter(project: Project, services: FakeServices, effects: number): Project {
    let left = effects;
    const effect = () => {
      left -= 1;
      if (left !== 0) return;
      project.close();
      throw new Error('killed');
    };
    services.onCommit = effect;
    const { journal } = project;
    return {
      ...project,
      journal: {
        ...journal,
        record: (...entry) => {
          effect();
          journal.record(...entry);
          effect();
        },
      },
    };
  }

  test('in the end every link is written, and none twice', async () => {
    const fault = fc.constantFrom<Fault>(
      'none',
      'lost-before',
      'lost-after',
      'session',
      'refused-connection',
    );
    const deaths = fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 8 }),
        deaths,
        fc.integer({ min: 1, max: 420 }),
        async (faults, dying, n) => {
          const { project, services, run } = aRun(n);
          services.faults.push(...faults);
          let current = project;
          let ended: unknown;
          for (const effects of [...dying, ...faults.map(() => 0), 0]) {
            ended = await carryOn(dieAfter(current, services, effects), services, run).catch(
              (error: unknown) => error,
            );
            if (ended === 'finished') break;
            current.close();
            current = openProject(project.path);
          }
          expect(ended).toBe('finished');
          expect([...statesIn(current, run).keys()]).toEqual(['done']);
          expect([...services.writes.values()]).toEqual(Array(n).fill(1));
          for (let i = 1; i <= n; i++)
            expect(services.links.get(accountId(i))?.link.customerId).toBe(customerId(i));
          current.close();
        },
      ),
      { numRuns: 40 },
    );
  });
});
