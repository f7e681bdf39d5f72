import { describe, expect, test } from 'vitest';
import type { Project } from '#app/project/index.ts';
import { type LinkRunLimits, type LinkRunPorts, linksOf, runLinks, writingLinks } from '#app/write/index.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import { atOnce } from '#shared/steps.ts';
import { FakeServices } from '../../support/fake-services.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount } from '../../support/records.ts';

const limits: Partial<LinkRunLimits> = { pauses: [0, 0], lockPauses: [0, 0] };

/** A run of `n` links that were confirmed, and both services. */
function aRun(n: number) {
  const accounts = Array.from({ length: n }, (_, i) => anAccount(i + 1));
  const customers = accounts.map((_account, i) => aCustomer(i + 1));
  const project = aProject({ accounts, customers });
  const services = new FakeServices(accounts, customers);
  const pairs = accounts.map((account, i) => {
    const customer = customers[i] ?? aCustomer(0);
    const target = { customerId: customer.id, syncToken: customer.syncToken };
    return { account, customer, decisionSeq: i + 1, target };
  });
  const run = project.journal.begin(atOnce(linksOf(pairs)), anOrganisation, 'tester', aTime);
  return { project, services, run };
}

interface Way {
  readonly readEntered?: LinkRunPorts['salesforce']['readEntered'];
  readonly pausing?: AbortSignal;
  readonly now?: () => Date;
}

function carryOn(project: Project, services: FakeServices, run: RunId, way: Way = {}) {
  const { readEntered, pausing, now = () => aTime } = way;
  const kind = writingLinks({
    salesforce: services,
    quickbooks: services,
    severalAccounts: false,
    isInForce: () => true,
  });
  const salesforce = {
    readLinks: services.readLinks.bind(services),
    writeLinks: services.writeLinks.bind(services),
    ...(readEntered === undefined ? {} : { readEntered }),
  };
  const ports = { salesforce, journal: project.journal, now, onWritten: () => undefined, limits };
  const { signal } = new AbortController();
  const hooks = { signal, progress: () => undefined, ...(pausing === undefined ? {} : { pausing }) };
  return runLinks(run, kind, ports, hooks);
}

/** Lets others hold the accounts of the run's next links, so many of them. */
const lockNext = (project: Project, services: FakeServices, run: RunId, count: number) => {
  for (const { accountId } of project.journal.entriesIn(run, ['planned'], count)) {
    services.lockedRows.add(accountId);
  }
};
const written = (services: FakeServices) => [...services.writes.values()];

describe('the first links of a run', () => {
  test('are five, and the rest follows once they are as planned', async () => {
    const { project, services, run } = aRun(30);
    const sizes: number[] = [];
    const honest = services.writeLinks.bind(services);
    services.writeLinks = async (links) => {
      sizes.push(links.length);
      return await honest(links);
    };
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(sizes).toEqual([5, 25]);
  });

  test('are all of them where there are few', async () => {
    const { project, services, run } = aRun(20);
    await carryOn(project, services, run);
    expect(services.calls).toBe(1);
  });

  test('stop the run when none of them is written; a person lets the rest go on', async () => {
    const { project, services, run } = aRun(30);
    lockNext(project, services, run, 5);
    await expect(carryOn(project, services, run)).rejects.toMatchObject({
      code: 'write-first-batch',
      message: expect.stringContaining('unable to obtain exclusive access.'),
    });
    expect(written(services)).toEqual([]);
    expect(project.journal.counts(run)).toMatchObject({ failed: 5, planned: 25 });
    project.journal.setProven(run);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(project.journal.counts(run)).toMatchObject({ failed: 5, done: 25 });
  });

  test('do not stop it when some of them fail by themselves', async () => {
    const { project, services, run } = aRun(30);
    lockNext(project, services, run, 4);
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(project.journal.counts(run)).toMatchObject({ failed: 4, done: 26 });
  });

  test('are tried again where others hold them, before anybody is asked', async () => {
    const { project, services, run } = aRun(30);
    lockNext(project, services, run, 5);
    const honest = services.writeLinks.bind(services);
    services.writeLinks = async (links) => {
      const outcomes = await honest(links);
      services.lockedRows.clear();
      return outcomes;
    };
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(project.journal.counts(run).done).toBe(30);
  });

  test('stop the run when another field changes with the link, and name it', async () => {
    const { project, services, run } = aRun(30);
    const readEntered = async (ids: readonly AccountId[]) =>
      new Map(
        ids.map((id) => [id, new Map([['Rating', services.writes.has(id) ? '"Hot"' : '"Cold"']])] as const),
      );
    await expect(carryOn(project, services, run, { readEntered })).rejects.toMatchObject({
      code: 'write-first-batch',
      message: expect.stringContaining('Rating of'),
    });
    expect(project.journal.counts(run)).toMatchObject({ done: 5, planned: 25 });
  });

  test('stop the run when Salesforce reports a success that is not there', async () => {
    const { project, services, run } = aRun(30);
    const honest = services.writeLinks.bind(services);
    services.writeLinks = async (links) => {
      const outcomes = await honest(links);
      services.touch(links[2]?.accountId ?? accountId(1), '');
      return outcomes;
    };
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'write-first-batch' });
    expect(services.calls).toBe(1);
  });

  test('are looked at once more after a crash in their middle', async () => {
    const { project, services, run } = aRun(30);
    services.onCommit = () => {
      services.onCommit = () => undefined;
      throw new Error('killed');
    };
    await expect(carryOn(project, services, run)).rejects.toThrow('killed');
    for (const id of services.links.keys()) services.lockedRows.add(id);
    await expect(carryOn(project, services, run)).rejects.toMatchObject({ code: 'write-first-batch' });
    expect(written(services)).toEqual([]);
  });
});

describe('a run', () => {
  test('rests after the call under way when it is asked to, and goes on later', async () => {
    const { project, services, run } = aRun(500);
    const pausing = new AbortController();
    const honest = services.writeLinks.bind(services);
    services.writeLinks = async (links) => {
      if (links.length === 200) pausing.abort();
      return await honest(links);
    };
    expect(await carryOn(project, services, run, { pausing: pausing.signal })).toBe('paused');
    expect(project.journal.counts(run)).toMatchObject({ done: 205, planned: 295 });
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(written(services)).toEqual(Array(500).fill(1));
  });

  test('writes nothing on what was read more than half a minute before: it is read again first', async () => {
    const { project, services, run } = aRun(600);
    let time = aTime.getTime();
    const ages: number[] = [];
    let readAt = 0;
    const reading = services.readLinks.bind(services);
    services.readLinks = async (ids) => {
      readAt = time;
      return await reading(ids);
    };
    const writing = services.writeLinks.bind(services);
    services.writeLinks = async (links) => {
      ages.push(time - readAt);
      // Each call takes 20 s; a person's laptop sleeps for a night in the third.
      time += ages.length === 3 ? 8 * 3_600_000 : 20_000;
      return await writing(links);
    };
    expect(await carryOn(project, services, run, { now: () => new Date(time) })).toBe('finished');
    expect(Math.max(...ages)).toBeLessThanOrEqual(30_000);
    expect(written(services)).toEqual(Array(600).fill(1));
  });

  test('tries rows that others hold again at its end, twice', async () => {
    const { project, services, run } = aRun(10);
    services.lockedRows.add(accountId(3));
    let tries = 0;
    const honest = services.writeLinks.bind(services);
    services.writeLinks = async (links) => {
      tries += 1;
      if (tries === 3) services.lockedRows.clear();
      return await honest(links);
    };
    expect(await carryOn(project, services, run)).toBe('finished');
    expect(project.journal.counts(run).done).toBe(10);
    expect(tries).toBe(3);
  });

  test('reads a thousand links at once, and in the same call those that were sent before them', async () => {
    const { project, services, run } = aRun(4_005);
    let reads = 0;
    const honest = services.readLinks.bind(services);
    services.readLinks = async (ids) => {
      reads += 1;
      expect(ids.length).toBeLessThanOrEqual(2_000);
      return await honest(ids);
    };
    await carryOn(project, services, run);
    // The first five are read before and after; then each block with what was sent before it, and the last by itself.
    expect(reads).toBe(2 + 4 + 1);
    expect(services.calls).toBe(1 + 20);
  });
});
