import type { Scenario } from '../scenario.ts';
import { undoCreatesUnder } from '../undo-creates-under.ts';
import { toldOfWait, waitTold } from '../world.ts';

const update = { method: 'POST', pathIncludes: '/customer' };
const always = 1_000;
const all = '6 links taken away, 6 customers made inactive.';
const allAgain = '6 links written again, 6 customers made active again.';

/** Every fault that may befall the undo of a run that created customers. */
export const undoCreateScenarios: readonly Scenario[] = [
  ...(
    [
      ['the connection is cut before a customer is made inactive', { fault: 'reset-before', times: 2 }],
      ['the connection is cut after a customer was made inactive', { fault: 'reset-after', times: 2 }],
      ['a 503 with a web page in answer to it', { fault: 'status', status: 503, body: '<html></html>' }],
      [
        'the access token expires between two customers that are made inactive',
        { fault: 'expire-token', after: 2 },
      ],
    ] as const
  ).map(([fault, rule]) =>
    undoCreatesUnder({
      fault: `QuickBooks: ${fault}`,
      outcome: all,
      arm: async (world) => await world.arm('quickbooks', { match: update, ...rule }),
    }),
  ),
  undoCreatesUnder({
    fault: 'QuickBooks: 429 in the middle of an undo',
    outcome: `${all} ${waitTold}`,
    arm: async (world) =>
      await world.arm('quickbooks', {
        match: update,
        after: 2,
        fault: 'status',
        status: 429,
        headers: { 'Retry-After': '2' },
      }),
    after: async (world) => toldOfWait(world),
  }),
  undoCreatesUnder({
    fault: 'QuickBooks: nothing is answered; the program ends, and begins again',
    outcome: `Stops: “QuickBooks cannot be reached at its address: the connection was cut. Check the network, then try again. Nothing was lost.” Started again on the same project. Taken up again: ${all}`,
    arm: async (world) =>
      await world.arm('quickbooks', { match: update, fault: 'reset-before', times: always }),
    after: async (world) => {
      await world.disarm();
      await world.signInAgain();
      return 'Started again on the same project.';
    },
  }),
  undoCreatesUnder({
    fault: 'QuickBooks: somebody edits a customer between the reading and the update (5010)',
    outcome:
      '6 links taken away, 5 customers made inactive. 1 failed: “It was changed in QuickBooks at the same moment, and stays as it is.”',
    arm: async (world, [first = '']) =>
      await world.arm('quickbooks', {
        match: { ...update, record: first },
        fault: 'meanwhile',
        changes: [{ kind: 'edit', id: first, changes: { Notes: 'Edited in that moment' } }],
      }),
  }),
  undoCreatesUnder({
    fault: 'QuickBooks: a customer has open transactions, which only its refusal says',
    outcome:
      '6 links taken away, 5 customers made inactive. 1 failed: “QuickBooks did not make it inactive. Its own words say why.”',
    arm: async (world, [first]) =>
      await world.arm('quickbooks', {
        match: { ...update, record: first },
        fault: 'record-error',
        code: '6000',
        message: 'A business validation error has occurred while processing your request',
      }),
  }),
  undoCreatesUnder({
    fault:
      'Salesforce: an account stays locked when its link is to be taken away, so its customer stays active',
    outcome:
      '5 links taken away, 5 customers made inactive. 1 refused: “Its account still carries its id, so it stays active.”',
    // A lock that passes is waited for, and the link taken away then.
    arm: async (world) =>
      await world.arm('salesforce', {
        match: { method: 'PATCH' },
        tries: 3,
        fault: 'record-error',
        code: 'UNABLE_TO_LOCK_ROW',
        message: 'unable to obtain exclusive access to this record',
      }),
  }),
  ...(
    [
      ['the connection is cut before a customer is made active again', { fault: 'reset-before', times: 2 }],
      ['the connection is cut after a customer was made active again', { fault: 'reset-after', times: 2 }],
      [
        'a 503 with a web page while customers are made active again',
        { fault: 'status', status: 503, body: '<html></html>' },
      ],
      [
        'the access token expires between two customers that are made active again',
        { fault: 'expire-token', after: 2 },
      ],
    ] as const
  ).map(([fault, rule]) =>
    undoCreatesUnder({
      isUndone: true,
      fault: `QuickBooks: ${fault}`,
      outcome: allAgain,
      arm: async (world) => await world.arm('quickbooks', { match: update, ...rule }),
    }),
  ),
  undoCreatesUnder({
    isUndone: true,
    fault: 'QuickBooks: nothing is answered while customers are made active again',
    outcome: `Stops: “QuickBooks cannot be reached at its address: the connection was cut. Check the network, then try again. Nothing was lost.” Taken up again: ${allAgain}`,
    arm: async (world) =>
      await world.arm('quickbooks', { match: update, fault: 'reset-before', times: always }),
  }),
  undoCreatesUnder({
    isUndone: true,
    fault: 'QuickBooks: somebody else took a customer’s name meanwhile (6240)',
    // An account whose customer stays inactive gets no link to it.
    outcome:
      '5 links written again, 5 customers made active again. 1 failed: “Somebody else has its name in QuickBooks now. Make it active there, under another name.”',
    arm: async (world, [first]) =>
      await world.arm('quickbooks', {
        match: { ...update, record: first },
        fault: 'record-error',
        code: '6240',
        message: 'Duplicate Name Exists Error',
      }),
  }),
  undoCreatesUnder({
    isUndone: true,
    fault: 'QuickBooks: somebody edits a customer between the reading and its activation (5010)',
    outcome:
      '5 links written again, 5 customers made active again. 1 failed: “It was changed in QuickBooks at the same moment, and stays as it is.”',
    arm: async (world, [first = '']) =>
      await world.arm('quickbooks', {
        match: { ...update, record: first },
        fault: 'meanwhile',
        changes: [{ kind: 'edit', id: first, changes: { Notes: 'Edited in that moment' } }],
      }),
  }),
];
