import { describe, expect, test } from 'vitest';
import { openProject, type Project } from '#app/project/index.ts';
import { atOnce, type Steps } from '#shared/steps.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { accountId, customerId } from '../../support/records.ts';

const links = Array.from({ length: 1_200 }, (_, n) => ({
  accountId: accountId(n + 1),
  accountName: `Account ${String(n % 7)}`,
  customerId: customerId(n + 1),
  customerName: `Customer ${n + 1}`,
  before: { customerId: '', syncToken: '' },
  after: { customerId: String(n + 1), syncToken: '0' },
  decisionSeq: n + 1,
  accountModstamp: '',
}));

const beginning = ({ journal }: Project) => journal.beginning(links, anOrganisation, 'Ann', aTime);

/** Goes so many steps of the way. */
function halfWay(steps: Steps<unknown>): void {
  for (let step = 0; step < 2; step += 1) expect(steps.next().done).toBe(false);
}

describe('a run that is being put into the project', () => {
  test('is none before all of it is there', () => {
    const project = aProject({});
    const steps = beginning(project);
    halfWay(steps);
    expect([project.journal.runs(), project.journal.unfinished()]).toEqual([[], null]);
    atOnce(steps);
    expect(project.journal.runs()).toMatchObject([{ status: 'running', counts: { planned: 1_200 } }]);
  });

  test('is gone at the next opening where the program ended before, and its records are free', () => {
    const project = aProject({});
    halfWay(beginning(project));
    project.close();
    const again = openProject(project.path);
    expect([again.journal.runs(), again.journal.unfinished()]).toEqual([[], null]);
    const run = atOnce(beginning(again));
    expect(again.journal.counts(run).planned).toBe(1_200);
    again.close();
  });

  test('so is one that undoes another, with what it was to do beside links', () => {
    const project = aProject({});
    const undone = project.journal.begin([], anOrganisation, 'Ann', aTime);
    const removal = { recordId: '58', name: 'Acme', accountId: accountId(1), expected: '0' };
    const more = function* (run: typeof undone): Steps<void> {
      yield* project.removals.plan(run, [{ action: 'deactivate', ...removal }], aTime);
      yield;
    };
    const steps = project.journal.beginning([], anOrganisation, 'Ann', aTime, { run: undone, more });
    expect(steps.next().done).toBe(false);
    expect(project.journal.unfinished()).toBeNull();
    project.journal.markInterrupted();
    expect(project.journal.runs().map(({ id }) => id)).toEqual([undone]);
  });

  test('leaves nothing where it cannot be written', () => {
    const project = aProject({});
    const twice = [...links.slice(0, 700), ...links.slice(0, 1)];
    expect(() => project.journal.begin(twice, anOrganisation, 'Ann', aTime)).toThrow(/UNIQUE/);
    expect([project.journal.runs(), project.journal.unfinished()]).toEqual([[], null]);
  });
});

test('the journal comes in pages, all of it once, by the ids of the accounts', () => {
  const project = aProject({});
  const run = atOnce(beginning(project));
  const inPages = [...project.journal.entryBatches(run)].flat();
  expect(inPages).toEqual(project.journal.entries(run).sort((a, b) => (a.accountId < b.accountId ? -1 : 1)));
  expect(inPages).toHaveLength(1_200);
});

test('leaving out goes in steps, and counts what it took', () => {
  const project = aProject({});
  const run = atOnce(beginning(project));
  project.journal.record(
    run,
    [{ accountId: accountId(1), state: 'done', message: '', serviceMessage: '' }],
    aTime,
  );
  const steps = project.journal.leaveOut(run);
  expect(steps.next().done).toBe(false);
  expect(project.journal.run(run)).toMatchObject({ leftOut: 1_000, counts: { planned: 199, done: 1 } });
  atOnce(steps);
  expect(project.journal.run(run)).toMatchObject({ leftOut: 1_199, counts: { planned: 0, done: 1 } });
});

test('leaving out takes nothing that was sent, whatever came of it', () => {
  const project = aProject({});
  const run = atOnce(beginning(project));
  const sent = ['sent', 'unknown', 'failed', 'refused', 'done'] as const;
  const changes = sent.map((state, n) => ({
    accountId: accountId(n + 1),
    state,
    message: '',
    serviceMessage: '',
  }));
  project.journal.record(run, changes, aTime);
  atOnce(project.journal.leaveOut(run));
  expect(project.journal.entries(run).map(({ accountId, state }) => [accountId, state])).toEqual(
    changes.map(({ accountId, state }) => [accountId, state]),
  );
});
