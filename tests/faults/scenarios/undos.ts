import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { startPractice } from '#app/practice/index.ts';
import type { Scenario } from '../scenario.ts';
import { undoOnce, undoUnder, writeAll } from '../undo-under.ts';
import { sentence } from '../world.ts';
import { confirmPairs } from '../write-under.ts';

const write = { method: 'PATCH', pathIncludes: '/composite/sobjects' };
const always = 1_000;
const all = (links: number) => `${links} of ${links} restored.`;

const answers: readonly Scenario[] = [
  ...(
    [
      ['the connection is cut before the undo arrives', { fault: 'reset-before' }],
      ['the connection is cut after the undo was carried out', { fault: 'reset-after' }],
      ['the access token expires right before the undo', { fault: 'expire-token' }],
    ] as const
  ).map(([fault, rule]) =>
    undoUnder({
      fault: `Salesforce: ${fault}`,
      links: 5,
      outcome: all(5),
      arm: async (world) => await world.arm('salesforce', { match: write, ...rule }),
    }),
  ),
  undoUnder({
    fault: 'Salesforce: 401 to every write of an undo, whatever token is sent',
    links: 5,
    outcome: `Stops: “Salesforce no longer accepts the sign-in. Sign in again (or set a new access token) and repeat the step. Nothing was lost.” Taken up again: ${all(5)}`,
    arm: async (world) =>
      await world.arm('salesforce', { match: write, fault: 'status', status: 401, times: always }),
  }),
  undoUnder({
    fault: 'Both: the program is killed in the middle of an undo, after Salesforce has taken the first call',
    links: 210,
    outcome: `Taken up again: ${all(210)}`,
    arm: async (world) =>
      await world.arm('salesforce', { match: write, times: 1, fault: 'delay-after', ms: 1_500 }),
    async start(world, { id }) {
      const { fingerprint } = await world.call('undo.plan', { runId: id });
      const undoing = world.attempt('undo.start', { runId: id, fingerprint });
      while ((await world.matched('salesforce'))[0] === 0) await setTimeout(20);
      await world.killed(undoing);
      return '';
    },
  }),
];

const locked =
  'Another program or person was changing this account at the same moment. Write again in a minute.';

const records: readonly Scenario[] = [
  undoUnder({
    fault: 'Salesforce: UNABLE_TO_LOCK_ROW for one account of an undo, three times',
    links: 5,
    outcome: `4 of 5 restored. 1 failed: “${locked}” Undone once more: 1 of 1 restored.`,
    arm: async (world, pairs) =>
      await world.arm('salesforce', {
        match: { record: pairs[2]?.accountId },
        times: 3,
        fault: 'record-error',
        code: 'UNABLE_TO_LOCK_ROW',
        message: 'unable to obtain exclusive access to this record',
      }),
  }),
  undoUnder({
    fault:
      'Salesforce: of the accounts of an undo one was linked otherwise, one edited, and on one the SyncToken moved',
    links: 5,
    outcome:
      "4 of 5 restored. 1 refused: “The account's QuickBooks id was changed in Salesforce since the run; it carries id 77777 now.”",
    async arm(world, [first, second, third]) {
      const change = (id: string | undefined, changes: object) =>
        world.control('salesforce', `records/${id}`, { changes });
      await change(first?.accountId, { qime__QB_ID__c: '77777' });
      await change(second?.accountId, { Phone: '555 0100' });
      await change(third?.accountId, { qime__QB_SyncToken__c: '9' });
    },
  }),
  undoUnder({
    fault: 'Salesforce: an account is deleted after it was read again, right before it is restored',
    links: 5,
    outcome:
      '4 of 5 restored. 1 failed: “The account is no longer in Salesforce: it was deleted or merged. Export again.”',
    arm: async (world, [first]) =>
      await world.arm('salesforce', {
        match: write,
        fault: 'meanwhile',
        changes: [{ kind: 'remove', id: first?.accountId }],
      }),
  }),
  undoUnder({
    fault: 'QuickBooks: not to be reached at all while a run is undone, and the customers are gone',
    links: 5,
    outcome: all(5),
    async arm(world, pairs) {
      for (const { customerId } of pairs) {
        await world.control('quickbooks', `records/${customerId}`, { changes: { Active: false } });
      }
      await world.signInAgain({ ...world.practice.environment, QUICKBOOKS_API_URL: 'http://127.0.0.1:9' });
    },
  }),
];

/** Another company whose records have the same ids. */
const elsewhere: Scenario = {
  fault: 'Salesforce: the connection leads to another organisation than the run that is to be undone',
  during: 'Undo of 1 link',
  outcome:
    'Stops: “Run 1 wrote to Practice company (00D0000PracticeEEA), but the connection is to Second practice company (00D0000Practi2EEEQ). Connect to Practice company (00D0000PracticeEEA) to undo it.” Nothing is written there.',
  async run(world) {
    const second = await startPractice({ second: true });
    try {
      await confirmPairs(world, 1);
      const run = await writeAll(world);
      await world.signInAgain(second.environment);
      const planned = await world.attempt('undo.plan', { runId: run.id });
      const started = await world.attempt('undo.start', { runId: run.id, fingerprint: '' });
      assert.ok(!planned.ok && !started.ok);
      assert.equal(sentence(planned.error), sentence(started.error));
      const response = await fetch(`${second.salesforceUrl}/practice/log`);
      assert.deepEqual(await response.json(), []);
      return `Stops: “${sentence(started.error)}” Nothing is written there.`;
    } finally {
      await second.close();
    }
  },
};

const twice: Scenario = {
  fault: 'Both: a run is undone that was undone already',
  during: 'Undo of 3 links',
  outcome: `${all(3)} Stops: “There is nothing to undo of run 1: its accounts are again as they were before it.”`,
  async run(world) {
    await confirmPairs(world, 3);
    const run = await writeAll(world);
    return `${await undoOnce(world, run)} ${await undoOnce(world, run)}`;
  },
};

/** Everything that goes wrong with an undo of a run. */
export const undoScenarios: readonly Scenario[] = [...answers, ...records, elsewhere, twice];
