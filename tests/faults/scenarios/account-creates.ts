import assert from 'node:assert/strict';
import { createAnyway } from '#shared/creating.ts';
import { createAccountsUnder } from '../create-accounts-under.ts';
import { projectState } from '../project-state.ts';
import type { Scenario } from '../scenario.ts';
import { toldOfWait, type World, waitTold } from '../world.ts';

// The organisation is asked for, and who carries the ids, before anything is created.
const create = { method: 'POST', pathIncludes: '/composite/sobjects' };
const always = 1_000;
const all = '6 of 6 created and linked.';
const unreachable =
  'Stops: “Salesforce cannot be reached at its address: the connection was cut. Check the network, then try again. Nothing was lost.”';
const double =
  'A duplicate rule of your organisation holds it for a double of an account that is there. Link the customer to that account, or say that it is to be created anyway.';
const linked = 'N carries the customer’s id in Salesforce now: somebody linked it meanwhile. Export again.';

const nameOf = (world: World, customer = '') =>
  projectState(world).customers.get(customer)?.displayName ?? '';
const recordError = (code: string, more: object = {}) => ({
  match: create,
  fault: 'record-error',
  code,
  message: `the words of ${code}`,
  ...more,
});
const arm =
  (...rules: readonly object[]) =>
  (world: World) =>
    world.arm('salesforce', ...rules);

/** Every fault that may befall the creating of accounts. */
export const accountCreateScenarios: readonly Scenario[] = [
  ...(
    [
      ['the connection is cut before the create arrives', { fault: 'reset-before', times: 2 }],
      ['the connection is cut after the accounts were created', { fault: 'reset-after' }],
      ['the answer to the create is JSON that breaks off', { fault: 'truncated-body' }],
      [
        'a 503 with a web page in answer to the create',
        { fault: 'status', status: 503, body: '<html></html>' },
      ],
      ['the access token expires before the create', { fault: 'expire-token' }],
    ] as const
  ).map(([fault, rule]) =>
    createAccountsUnder({
      fault: `Salesforce: ${fault}`,
      outcome: all,
      arm: arm({ match: create, ...rule }),
    }),
  ),
  createAccountsUnder({
    fault: 'Salesforce: no create is answered, though the first is carried out',
    outcome: `${unreachable} Taken up again: ${all}`,
    arm: arm(
      { match: create, fault: 'reset-after' },
      { match: { pathIncludes: '/query' }, after: 2, fault: 'reset-before', times: always },
    ),
  }),
  createAccountsUnder({
    fault: 'The program ends between creating the accounts and reading them back',
    outcome: `${unreachable} Started again on the same project. Taken up again: ${all}`,
    arm: arm({ match: { pathIncludes: '/query' }, after: 2, fault: 'reset-before', times: always }),
    after: async (world) => {
      await world.disarm();
      await world.signInAgain();
      return 'Started again on the same project.';
    },
  }),
  createAccountsUnder({
    fault: 'Salesforce: the day’s API calls are used up before the create',
    outcome: `Stops: “Salesforce has no calls left for today: TotalRequests Limit exceeded. What was done so far is kept. Go on tomorrow: only what is left is done then, and nothing twice.” Taken up again: ${all}`,
    arm: arm({ match: create, fault: 'status', status: 403 }),
  }),
  createAccountsUnder({
    fault: 'Salesforce: the organisation has no more storage for the last two',
    outcome: `Stops: “Your organisation in Salesforce has no more storage, so nothing more is created. When your administrator has made room, finish run 1.” Taken up again: ${all}`,
    arm: arm(recordError('STORAGE_LIMIT_EXCEEDED', { after: 4, times: 2 })),
  }),
  createAccountsUnder({
    fault: 'Salesforce: rows are locked for two tries',
    outcome: all,
    arm: arm(recordError('UNABLE_TO_LOCK_ROW', { times: 2 })),
  }),
  createAccountsUnder({
    fault: 'Salesforce: a validation rule refuses an account',
    outcome:
      '5 of 6 created and linked. 1 failed: “A validation rule of your organisation does not take this account. Correct what the rule says, then create it again.”',
    arm: arm(recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION')),
  }),
  createAccountsUnder({
    fault: 'Salesforce: a value is too long for its field, shortened by an administrator since',
    outcome:
      '5 of 6 created and linked. 1 failed: “A value is longer than its field in Salesforce takes. Shorten it, then create it again.”',
    arm: arm(recordError('STRING_TOO_LONG')),
  }),
  createAccountsUnder({
    fault:
      'Salesforce: a duplicate rule holds an account for a double, and the person says to create it anyway',
    outcome: `5 of 6 created and linked. 1 failed: “${double} There is N.” Left out until the person says so; then created.`,
    async arm(world, [first]) {
      await world.control('salesforce', 'add/Account', { fields: { Name: nameOf(world, first) } });
    },
    async after(world) {
      const asked = { in: 'salesforce' } as const;
      const [refused] = (await world.call('create.plan', asked)).records;
      assert.equal(refused?.duplicateRule, 'refused');
      const sourceId = refused?.sourceId ?? '';
      await world.call('create.edit', { ...asked, sourceId, field: createAnyway, value: 'yes' });
      const { fingerprint } = await world.call('create.plan', asked);
      const run = await world.call('create.start', { ...asked, fingerprint, acceptWarnings: true });
      assert.equal(run.creations?.linked, 1);
      return 'Left out until the person says so; then created.';
    },
  }),
  createAccountsUnder({
    fault: 'Salesforce: somebody links an account to a customer between the preview and the create',
    outcome: `5 of 6 created and linked. 1 refused: “${linked}”`,
    async arm(world, [first]) {
      await world.control('salesforce', 'add/Account', {
        fields: { Name: 'Linked by hand', qime__QB_ID__c: first },
      });
    },
  }),
  createAccountsUnder({
    fault: 'Salesforce lets an id be only once: somebody links an account in the moment of the create',
    setup: { uniqueIds: true },
    outcome: `5 of 6 created and linked. 1 refused: “${linked}”`,
    arm: async (world, [first]) =>
      await world.arm('salesforce', {
        match: create,
        fault: 'meanwhile',
        changes: [
          {
            kind: 'add',
            entity: 'Account',
            fields: { Name: 'Linked in that moment', qime__QB_ID__c: first ?? '' },
          },
        ],
      }),
  }),
  createAccountsUnder({
    fault: 'QuickBooks: a customer is edited, another deleted by a merge, between the preview and the create',
    outcome:
      '4 of 6 created and linked. 2 refused: “The customer is no longer in QuickBooks. Export again.” “The customer was changed in QuickBooks since the export. Export again and look at it once more.”',
    async arm(world, [first, second]) {
      await world.control('quickbooks', `records/${first}`, { changes: { Notes: 'Edited' } });
      await world.control('quickbooks', 'merge/Customer', { master: first, loser: second });
    },
  }),
  createAccountsUnder({
    fault: 'QuickBooks: 429 when the customers are read again',
    outcome: `${all} ${waitTold}`,
    arm: async (world) =>
      await world.arm('quickbooks', {
        match: { pathIncludes: '/query' },
        fault: 'status',
        status: 429,
        headers: { 'Retry-After': '2' },
      }),
    after: async (world) => toldOfWait(world),
  }),
];
