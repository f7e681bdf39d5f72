import assert from 'node:assert/strict';
import { createUnder, nameToBe } from '../create-under.ts';
import type { Scenario } from '../scenario.ts';
import { toldOfWait, waitTold } from '../world.ts';

const create = { method: 'POST', pathIncludes: '/customer' };
const link = { method: 'PATCH', pathIncludes: '/composite/sobjects' };
const always = 1_000;
const all = '6 of 6 created and linked.';
const unreachable = (service: string) =>
  `Stops: “${service} cannot be reached at its address: the connection was cut. Check the network, then try again. Nothing was lost.”`;
const taken =
  'A customer, vendor or employee in QuickBooks has this name already. Give it another display name.';

/** Every fault that may befall the creating of customers. */
export const createScenarios: readonly Scenario[] = [
  ...(
    [
      ['the connection is cut before the create arrives', { fault: 'reset-before', times: 2 }],
      ['the connection is cut after customers were created', { fault: 'reset-after', times: 2 }],
      ['the answer to a create is JSON that breaks off', { fault: 'truncated-body' }],
      [
        'a 503 with a web page in answer to a create',
        { fault: 'status', status: 503, body: '<html></html>' },
      ],
      ['the access token expires between two customers', { fault: 'expire-token', after: 2 }],
    ] as const
  ).map(([fault, rule]) =>
    createUnder({
      fault: `QuickBooks: ${fault}`,
      outcome: all,
      arm: async (world) => await world.arm('quickbooks', { match: create, ...rule }),
    }),
  ),
  createUnder({
    fault: 'QuickBooks: no create is answered, though each is carried out',
    outcome: `${unreachable('QuickBooks')} Taken up again: ${all}`,
    arm: async (world) =>
      await world.arm('quickbooks', { match: create, fault: 'reset-after', times: always }),
  }),
  createUnder({
    fault: 'QuickBooks: 429 in the middle of creating',
    outcome: `${all} ${waitTold}`,
    arm: async (world) =>
      await world.arm('quickbooks', {
        match: create,
        after: 2,
        fault: 'status',
        status: 429,
        headers: { 'Retry-After': '2' },
      }),
    after: async (world) => toldOfWait(world),
  }),
  createUnder({
    fault: 'QuickBooks: somebody takes a name between the preview and the create (6240)',
    outcome: `5 of 6 created and linked. 1 failed: “${taken}” Another name is offered.`,
    async arm(world) {
      const DisplayName = await nameToBe(world, 2);
      await world.arm('quickbooks', {
        match: create,
        fault: 'meanwhile',
        changes: [{ kind: 'add', entity: 'Vendor', fields: { DisplayName } }],
      });
    },
    async after(world) {
      const { records } = await world.call('create.plan', { in: 'quickbooks' });
      assert.match(records[0]?.clash?.holder ?? '', /^somebody in QuickBooks/);
      return 'Another name is offered.';
    },
  }),
  createUnder({
    fault: 'QuickBooks: a refusal whose keys are in lower case',
    outcome: `5 of 6 created and linked. 1 failed: “${taken}”`,
    async arm(world) {
      const DisplayName = await nameToBe(world, 2);
      await world.control('quickbooks', 'add/Vendor', { fields: { DisplayName } });
      await world.arm('quickbooks', { match: create, fault: 'lowercase-fault', times: always });
    },
  }),
  createUnder({
    fault: 'QuickBooks: the sign-in is gone in the middle of creating',
    outcome: `Stops: “QuickBooks no longer accepts the sign-in. Sign in again (or set a new access token) and repeat the step. Nothing was lost.” Taken up again: ${all}`,
    arm: async (world) =>
      await world.arm('quickbooks', { match: create, after: 3, fault: 'status', status: 401, times: always }),
    after: async (world) => {
      await world.disarm();
      await world.signInAgain();
      return '';
    },
  }),
  createUnder({
    fault: 'Salesforce: the connection is cut before the customers’ ids are written, again and again',
    outcome: `${unreachable('Salesforce')} Taken up again: ${all}`,
    arm: async (world) =>
      await world.arm('salesforce', { match: link, fault: 'reset-before', times: always }),
  }),
  createUnder({
    fault: 'Salesforce: the connection is cut after the customers’ ids were written',
    outcome: all,
    arm: async (world) => await world.arm('salesforce', { match: link, fault: 'reset-after' }),
  }),
  createUnder({
    fault: 'The program ends between creating the customers and linking them',
    outcome: `${unreachable('Salesforce')} Started again on the same project. Taken up again: ${all}`,
    arm: async (world) =>
      await world.arm('salesforce', { match: link, fault: 'reset-before', times: always }),
    after: async (world) => {
      await world.signInAgain();
      return 'Started again on the same project.';
    },
  }),
  createUnder({
    fault: 'Salesforce: an account stays locked when its customer’s id is written',
    outcome: `5 of 6 created and linked. 1 created and not linked: “Another program or person was changing this account at the same moment. Write again in a minute.” Taken up again: ${all}`,
    arm: async (world, [first]) =>
      await world.arm('salesforce', {
        match: { record: first },
        times: 3,
        fault: 'record-error',
        code: 'UNABLE_TO_LOCK_ROW',
        message: 'unable to obtain exclusive access to this record',
      }),
  }),
  createUnder({
    fault: 'Salesforce: somebody links an account while its customer is created',
    outcome:
      "5 of 6 created and linked. 1 refused: “Customer N was created in QuickBooks, but could not be linked: The account's QuickBooks id was changed in Salesforce; it carries id N now. Export again and look at the pair once more. Link it by hand, or make it inactive.”",
    // The first reading of the links is before anything is created, the second before they are written.
    arm: async (world, [first = '']) =>
      await world.arm('salesforce', {
        match: { pathIncludes: '/composite/sobjects/Account', record: first },
        after: 1,
        fault: 'meanwhile',
        changes: [{ kind: 'edit', id: first, changes: { qime__QB_ID__c: '77777' } }],
      }),
  }),
  createUnder({
    fault: 'Salesforce: accounts are edited, linked or deleted between the preview and the create',
    outcome:
      '3 of 6 created and linked. 3 refused: “The account was changed in Salesforce since the export. Export again and look at it once more.” “The account carries id N in Salesforce now: somebody linked it meanwhile.” “The account no longer exists in Salesforce (deleted or merged).”',
    async arm(world, [first, second, third]) {
      await world.control('salesforce', `records/${first}`, { changes: { Phone: '555 0100' } });
      await world.control('salesforce', `records/${second}`, { changes: { qime__QB_ID__c: '77777' } });
      await world.arm('salesforce', {
        match: { pathIncludes: '/composite/sobjects/Account', record: third },
        fault: 'meanwhile',
        changes: [{ kind: 'remove', id: third }],
      });
    },
  }),
];
