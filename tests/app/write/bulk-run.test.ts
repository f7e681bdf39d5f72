import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openProject, type Project } from '#app/project/index.ts';
import { type LinkRunLimits, linksOf, runLinks, writingLinks } from '#app/write/index.ts';
import { AppError } from '#shared/errors.ts';
import type { RunId } from '#shared/ids.ts';
import { atOnce } from '#shared/steps.ts';
import { FakeBulk, type JobFault } from '../../support/fake-bulk.ts';
import { FakeServices } from '../../support/fake-services.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, customerId } from '../../support/records.ts';

const limits: Partial<LinkRunLimits> = {
  collectionsUpTo: 30,
  job: 40,
  pauses: [0, 0],
  lockPauses: [0, 0],
  polls: [0],
};

/** `n` confirmed pairs in a project, a run begun for them, both services and Salesforce's jobs. */
function aRun(n: number) {
  const accounts = Array.from({ length: n }, (_, i) => anAccount(i + 1));
  const customers = Array.from({ length: n }, (_, i) => aCustomer(i + 1));
  const project = aProject({ accounts, customers });
  const services = new FakeServices(accounts, customers);
  const pairs = accounts.map((account, i) => {
    const customer = customers[i] ?? aCustomer(0);
    const target = { customerId: customer.id, syncToken: customer.syncToken };
    return { account, customer, decisionSeq: i + 1, target };
  });
  const run = project.journal.begin(atOnce(linksOf(pairs)), anOrganisation, 'tester', aTime);
  return { project, services, bulk: new FakeBulk(services), run };
}

interface Way {
  readonly controller?: AbortController;
  readonly now?: () => Date;
  readonly onPoll?: () => void;
}

function carryOn(project: Project, services: FakeServices, bulk: FakeBulk, run: RunId, way: Way = {}) {
  const { controller = new AbortController(), now = () => aTime, onPoll = () => undefined } = way;
  const kind = writingLinks({
    salesforce: services,
    quickbooks: services,
    severalAccounts: false,
    isInForce: () => true,
  });
  const salesforce = {
    readLinks: services.readLinks.bind(services),
    writeLinks: services.writeLinks.bind(services),
    bulk,
  };
  const ports = { salesforce, journal: project.journal, now, onWritten: () => undefined, limits };
  const progress = (step: string) => {
    if (step.includes('bulk job')) onPoll();
  };
  return runLinks(run, kind, ports, { signal: controller.signal, progress });
}

const counts = (project: Project, run: RunId) => project.journal.counts(run);

describe('a run by bulk jobs', () => {
  test('sends five by a call and the rest in jobs of bounded size', async () => {
    const { project, services, bulk, run } = aRun(100);
    expect(await carryOn(project, services, bulk, run)).toBe('finished');
    expect([...bulk.jobs.values()].map(({ links }) => links.length)).toEqual([40, 40, 15]);
    expect([...services.writes.values()]).toEqual(Array(100).fill(1));
    expect(counts(project, run).done).toBe(100);
    expect(project.journal.openJobs(run)).toEqual([]);
  });

  test('of a few links goes by calls', async () => {
    const { project, services, bulk, run } = aRun(30);
    await carryOn(project, services, bulk, run);
    expect(bulk.jobs.size).toBe(0);
  });

  test('reads again what a job’s results do not tell, and writes nothing twice', async () => {
    const { project, services, bulk, run } = aRun(60);
    bulk.faults.push('rows-missing');
    expect(await carryOn(project, services, bulk, run)).toBe('finished');
    expect([...services.writes.values()]).toEqual(Array(60).fill(1));
    expect(counts(project, run).done).toBe(60);
  });

  test('stores a job before it is given anything', async () => {
    const { project, services, bulk, run } = aRun(60);
    let stored: string[] = [];
    const honest = bulk.upload.bind(bulk);
    bulk.upload = async (job, links) => {
      stored = project.journal.openJobs(run);
      await honest(job, links);
    };
    await carryOn(project, services, bulk, run);
    expect(stored).toEqual(['job-2']);
  });

  test('takes back a job that has not begun when it is stopped, and sends its links when it goes on', async () => {
    const { project, services, bulk, run } = aRun(60);
    bulk.faults.push('never-begins');
    const controller = new AbortController();
    const ended = await carryOn(project, services, bulk, run, {
      controller,
      onPoll: () => controller.abort(),
    });
    expect(ended).toBe('cancelled');
    expect(counts(project, run)).toMatchObject({ done: 5, planned: 55 });
    expect(await carryOn(project, services, bulk, run)).toBe('finished');
    expect([...services.writes.values()]).toEqual(Array(60).fill(1));
  });

  test('asks at its pace for a job that Salesforce does not let end', async () => {
    const { project, services, bulk, run } = aRun(60);
    bulk.faults.push('never-begins');
    const controller = new AbortController();
    const honest = bulk.abort.bind(bulk);
    let refusals = 0;
    bulk.abort = async (job) => {
      refusals += 1;
      if (refusals > 4) return await honest(job);
      throw new AppError('service-refused', { service: 'Salesforce', detail: 'not now' });
    };
    let rests = 0;
    const ended = await carryOn(project, services, bulk, run, {
      controller,
      onPoll: () => {
        controller.abort();
        rests += 1;
      },
    });
    expect(ended).toBe('cancelled');
    expect(rests).toBe(5);
  });

  test('goes on by calls where a job waits until what was read again is old', async () => {
    const { project, services, bulk, run } = aRun(60);
    bulk.faults.push('never-begins');
    let time = aTime.getTime();
    const ended = await carryOn(project, services, bulk, run, {
      now: () => new Date(time),
      onPoll: () => {
        time += 200_000;
      },
    });
    expect(ended).toBe('finished');
    expect(bulk.jobs.size).toBe(1);
    expect([...services.writes.values()]).toEqual(Array(60).fill(1));
  });

  test('whatever breaks, and wherever the program dies, every link is written in the end, and none twice', async () => {
    const fault = fc.constantFrom<JobFault>('none', 'in-part', 'rows-missing', 'upload-lost', 'start-lost');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 16 }), { maxLength: 5 }),
        fc.integer({ min: 31, max: 130 }),
        async (faults, dying, n) => {
          const { project, services, bulk, run } = aRun(n);
          bulk.faults.push(...faults);
          let current = project;
          let ended: unknown;
          for (const effects of [...dying, ...faults.map(() => 0), 0]) {
            let left = effects;
            const open = current;
            services.onCommit = () => {
              left -= 1;
              if (left !== 0) return;
              open.close();
              throw new Error('killed');
            };
            ended = await carryOn(open, services, bulk, run, { onPoll: services.onCommit }).catch(
              (error: unknown) => error,
            );
            if (ended === 'finished') break;
            current.close();
            current = openProject(project.path);
          }
          expect(ended).toBe('finished');
          expect(counts(current, run).done).toBe(n);
          expect([...services.writes.values()]).toEqual(Array(n).fill(1));
          for (let i = 1; i <= n; i++) {
            expect(services.links.get(accountId(i))?.link.customerId).toBe(customerId(i));
          }
          current.close();
        },
      ),
      { numRuns: 40 },
    );
  });
});
