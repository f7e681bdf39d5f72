import assert from 'node:assert/strict';
import { startPractice } from '#app/practice/index.ts';
import type { Scenario } from '../scenario.ts';
import { counting, sentence, toldOfWait, waitTold } from '../world.ts';
import { confirmPairs, writeUnder } from '../write-under.ts';

const write = { method: 'PATCH', pathIncludes: '/composite/sobjects' };
const always = 1_000;
const locked =
  'Another program or person was changing this account at the same moment. Write again in a minute.';
const again = 'Export again and look at the pair once more.';
const all = (links: number) => `${links} of ${links} written.`;

const answers: readonly Scenario[] = [
  ...(
    [
      ['the connection is cut before the write arrives', { fault: 'reset-before' }],
      ['the connection is cut after the write was carried out', { fault: 'reset-after' }],
      ['the connection is cut within the answer to the write', { fault: 'cut-body' }],
      ['the answer to the write trickles', { fault: 'slow-body', ms: 600 }],
      ['the answer to the write is JSON that breaks off', { fault: 'truncated-body' }],
      [
        'a 503 with a web page in answer to the write',
        { fault: 'status', status: 503, body: '<html></html>' },
      ],
      ['the access token expires right before the write', { fault: 'expire-token' }],
    ] as const
  ).map(([fault, rule]) =>
    writeUnder({
      fault: `Salesforce: ${fault}`,
      links: 5,
      outcome: all(5),
      arm: async (world) => await world.arm('salesforce', { match: write, ...rule }),
    }),
  ),
  writeUnder({
    fault: 'Salesforce: nothing answers a write, again and again',
    links: 5,
    outcome: `Stops: “Salesforce cannot be reached at its address: the connection was cut. Check the network, then try again. Nothing was lost.” Taken up again: ${all(5)}`,
    arm: async (world) =>
      await world.arm('salesforce', { match: write, fault: 'reset-before', times: always }),
  }),
  writeUnder({
    fault: 'Salesforce: 401 to every write, whatever token is sent',
    links: 5,
    outcome: `Stops: “Salesforce no longer accepts the sign-in. Sign in again (or set a new access token) and repeat the step. Nothing was lost.” One new sign-in was tried. Taken up again: ${all(5)}`,
    arm: async (world) =>
      await world.arm(
        'salesforce',
        { match: write, fault: 'status', status: 401, times: always },
        counting('/oauth2/token'),
      ),
    async after(world) {
      assert.deepEqual(await world.matched('salesforce'), [2, 1]);
      return 'One new sign-in was tried.';
    },
  }),
  writeUnder({
    fault: 'Salesforce: the day’s calls run out between two writes (403)',
    links: 210,
    outcome: `Stops: “Salesforce has no calls left for today: TotalRequests Limit exceeded. What was done so far is kept. Go on tomorrow: only what is left is done then, and nothing twice.” Taken up again: ${all(210)}`,
    arm: async (world) =>
      await world.arm('salesforce', { match: write, after: 1, fault: 'status', status: 403, times: always }),
  }),
  writeUnder({
    fault: 'Salesforce: one call in five breaks, by chance, before or after it is carried out',
    links: 210,
    outcome: all(210),
    async arm(world) {
      const chance = { match: { pathIncludes: '/services/data' }, times: always, probability: 0.1 };
      await world.arm(
        'salesforce',
        { ...chance, fault: 'reset-before', seed: 11 },
        { ...chance, fault: 'reset-after', seed: 12 },
      );
    },
  }),
  writeUnder({
    fault: 'QuickBooks: 429 when the customers are read again before the write',
    links: 5,
    outcome: `${all(5)} ${waitTold}`,
    arm: async (world) =>
      await world.arm('quickbooks', {
        match: { pathIncludes: '/query' },
        fault: 'status',
        status: 429,
        headers: { 'Retry-After': '2' },
      }),
    after: async (world) => toldOfWait(world),
  }),
  writeUnder({
    fault: 'QuickBooks: the sign-in is gone when the customers are read again before the write',
    links: 5,
    needsSignIn: true,
    outcome: `Stops: “QuickBooks no longer accepts the sign-in. Sign in again (or set a new access token) and repeat the step. Nothing was lost.” Taken up again: ${all(5)}`,
    // Only what is asked after the company was identified: the run is begun, and nothing is sent.
    arm: async (world) =>
      await world.arm('quickbooks', {
        match: { pathIncludes: '/query' },
        fault: 'status',
        status: 401,
        times: always,
      }),
  }),
];

const records: readonly Scenario[] = [
  ...(
    [
      ['clears at the third try', 2, all(5)],
      ['does not clear in time', 3, `4 of 5 written. 1 failed: “${locked}” Tried again: 1 of 1 written.`],
    ] as const
  ).map(([how, times, outcome]) =>
    writeUnder({
      fault: `Salesforce: UNABLE_TO_LOCK_ROW, which ${how}`,
      links: 5,
      outcome,
      arm: async (world, pairs) =>
        await world.arm('salesforce', {
          match: { record: pairs[2]?.accountId },
          times,
          fault: 'record-error',
          code: 'UNABLE_TO_LOCK_ROW',
          message: 'unable to obtain exclusive access to this record',
        }),
    }),
  ),
  writeUnder({
    fault: 'Salesforce: a validation rule refuses two accounts of a call',
    links: 5,
    outcome:
      '3 of 5 written. 2 failed: “A validation rule of your organisation does not let this account be saved. Correct the account in Salesforce as the rule says, then write again.” Tried again: 2 of 2 written.',
    arm: async (world) =>
      await world.arm('salesforce', {
        match: write,
        after: 1,
        times: 2,
        fault: 'record-error',
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: 'Fill in the region first',
      }),
  }),
  writeUnder({
    fault:
      'Salesforce: an account is edited between export and write, and another one linked by somebody else',
    links: 5,
    outcome: `3 of 5 written. 2 refused: “The account was changed in Salesforce since the export. ${again}” “The account's QuickBooks id was changed in Salesforce; it carries id 77777 now. ${again}”`,
    async arm(world, [first, second]) {
      await world.control('salesforce', `records/${first?.accountId}`, { changes: { Phone: '555 0100' } });
      await world.control('salesforce', `records/${second?.accountId}`, {
        changes: { qime__QB_ID__c: '77777' },
      });
    },
  }),
  writeUnder({
    fault: 'Salesforce: an account is deleted between export and write',
    links: 5,
    outcome: '4 of 5 written. 1 refused: “The account no longer exists in Salesforce (deleted or merged).”',
    arm: async (world, [first]) =>
      await world.arm('salesforce', {
        match: { pathIncludes: '/composite/sobjects/Account' },
        fault: 'meanwhile',
        changes: [{ kind: 'remove', id: first?.accountId }],
      }),
  }),
  writeUnder({
    fault: 'Salesforce: an account is deleted after it was read again, right before the write',
    links: 5,
    outcome:
      '4 of 5 written. 1 failed: “The account is no longer in Salesforce: it was deleted or merged. Export again.” Tried again: 0 of 1 written. 1 refused: “The account no longer exists in Salesforce (deleted or merged).”',
    arm: async (world, [first]) =>
      await world.arm('salesforce', {
        match: write,
        fault: 'meanwhile',
        changes: [{ kind: 'remove', id: first?.accountId }],
      }),
  }),
  writeUnder({
    fault: 'QuickBooks: a customer is edited between export and write, and another one merged away',
    links: 5,
    outcome: `3 of 5 written. 2 refused: “The customer was changed in QuickBooks since the export. ${again}” “The customer no longer exists in QuickBooks. ${again}”`,
    arm: async (world, [first, second]) =>
      await world.arm('quickbooks', {
        match: { pathIncludes: '/query' },
        fault: 'meanwhile',
        changes: [
          { kind: 'edit', id: first?.customerId, changes: { Notes: 'Edited in between' } },
          { kind: 'remove', id: second?.customerId },
        ],
      }),
  }),
];

/** Another company whose records have the same ids. */
const elsewhere: Scenario = {
  fault: 'Both: the connections lead to another organisation and realm, with ids that collide',
  during: 'Export, and write of links',
  outcome:
    'Stops: “This project belongs to Practice company (00D0000PracticeEEA), but the connection is to Second practice company (00D0000Practi2EEEQ). Connect to Practice company (00D0000PracticeEEA), or make a new project for Second practice company (00D0000Practi2EEEQ).” Nothing is written there.',
  async run(world) {
    const second = await startPractice({ second: true });
    try {
      await confirmPairs(world, 1);
      const { fingerprint } = await world.call('write.plan', {});
      await world.signInAgain(second.environment);
      const exported = await world.attempt('sources.export', {});
      const written = await world.attempt('write.start', { fingerprint, acceptWarnings: true });
      assert.ok(!exported.ok && !written.ok);
      assert.equal(sentence(exported.error), sentence(written.error));
      const response = await fetch(`${second.salesforceUrl}/practice/log`);
      assert.deepEqual(await response.json(), []);
      return `Stops: “${sentence(written.error)}” Nothing is written there.`;
    } finally {
      await second.close();
    }
  },
};

/** Everything that goes wrong with a write of links. */
export const writeScenarios: readonly Scenario[] = [...answers, ...records, elsewhere];
