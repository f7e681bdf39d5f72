import assert from 'node:assert/strict';
import { afterAnId, complete, exportUnder, stops } from '../export-under.ts';
import type { Scenario } from '../scenario.ts';
import { counting, toldOfWait, type World, waitTold } from '../world.ts';
import { nameScenarios } from './names.ts';

const query = { pathIncludes: '/query' };
const always = 1_000;
const page = '<html><body>Service unavailable</body></html>';
const signInGone = (service: string) =>
  `${service} no longer accepts the sign-in. Sign in again (or set a new access token) and repeat the step. Nothing was lost.`;
const notUsable = (service: string, detail: string) =>
  `${service} gave an answer that could not be used: ${detail}. Try again; what was sent is checked before anything is sent twice.`;

/** The call for the second page of customers. */
const secondPage = { pathIncludes: 'startposition%201001' };
/** Pages small enough that a query has several. */
const smallPages = (world: World) => world.control('salesforce', 'limits', { rowsPerPage: 25 });
const someAccount = async (world: World, at: number) =>
  (await world.recordsOf('salesforce', 'Account')).map(({ Id }) => Id).sort()[at] ?? '';
const someCustomer = async (world: World, at: number) =>
  (await world.recordsOf('quickbooks', 'Customer')).map(({ Id }) => Id).sort((a, b) => Number(a) - Number(b))[
    at
  ] ?? '';

const signIn: readonly Scenario[] = [
  exportUnder({
    fault: 'Salesforce: the access token expires in the middle',
    outcome: `${complete} One new sign-in.`,
    async arm(world) {
      await world.arm(
        'salesforce',
        { match: query, after: 4, fault: 'expire-token' },
        counting('/oauth2/token'),
      );
    },
    async after(world) {
      assert.equal((await world.matched('salesforce'))[1], 1);
      return 'One new sign-in.';
    },
  }),
  exportUnder({
    fault: 'QuickBooks: the access token expires in the middle',
    outcome: `${complete} One new sign-in; the replaced refresh token is told.`,
    async arm(world) {
      await world.arm(
        'quickbooks',
        { match: query, after: 3, fault: 'expire-token' },
        counting('/tokens/bearer'),
      );
    },
    async after(world) {
      assert.equal((await world.matched('quickbooks'))[1], 1);
      assert.deepEqual(world.notices, [
        'QuickBooks replaced the refresh token. The old one no longer works.',
      ]);
      return 'One new sign-in; the replaced refresh token is told.';
    },
  }),
  ...(['salesforce', 'quickbooks'] as const).map((side) => {
    const service = side === 'salesforce' ? 'Salesforce' : 'QuickBooks';
    const [api, tokens] = side === 'salesforce' ? ['/services/data', '/oauth2/token'] : ['/v3/', '/tokens/'];
    return exportUnder({
      fault: `${service}: 401 again and again, whatever token is sent`,
      outcome: `${stops(signInGone(service))} At most one new sign-in for each call under way.`,
      async arm(world) {
        await world.arm(
          side,
          { match: { pathIncludes: api }, fault: 'status', status: 401, times: always },
          counting(tokens),
        );
      },
      async after(world) {
        const [asked = 0, refreshed = 0] = await world.matched(side);
        assert.ok(refreshed <= 2 && asked <= 6, `${refreshed} refreshes, ${asked} calls`);
        return 'At most one new sign-in for each call under way.';
      },
    });
  }),
  ...(['salesforce', 'quickbooks'] as const).map((side) =>
    exportUnder({
      fault: `${side === 'salesforce' ? 'Salesforce' : 'QuickBooks'}: the refresh token is refused (invalid_grant)`,
      outcome: stops(signInGone(side === 'salesforce' ? 'Salesforce' : 'QuickBooks'), true),
      needsSignIn: true,
      arm: async (world) => void (await world.control(side, 'sessions/expire', { refresh: true })),
    }),
  ),
  exportUnder({
    fault: 'QuickBooks: the answer with the rotated refresh token is lost',
    outcome: `${stops('QuickBooks cannot be reached at its address: the connection was cut. Check the network, then try again. Nothing was lost.', true)} The old refresh token is no longer accepted; that is said as a lost sign-in.`,
    needsSignIn: true,
    async arm(world) {
      await world.control('quickbooks', 'sessions/expire', {});
      await world.arm('quickbooks', { match: { pathIncludes: '/tokens/' }, fault: 'reset-after' });
    },
    async after(world) {
      const second = await world.attempt('sources.export', {});
      assert.equal(second.ok ? '' : second.error.code, 'service-session');
      return 'The old refresh token is no longer accepted; that is said as a lost sign-in.';
    },
  }),
];

const network: readonly Scenario[] = (['salesforce', 'quickbooks'] as const).flatMap((side) => {
  const service = side === 'salesforce' ? 'Salesforce' : 'QuickBooks';
  const once = (fault: string, rule: object) =>
    exportUnder({
      fault: `${service}: ${fault}`,
      outcome: complete,
      arm: async (world) => await world.arm(side, { match: query, after: 2, ...rule }),
    });
  return [
    once('a 503 with a web page, once', { fault: 'status', status: 503, body: page }),
    exportUnder({
      fault: `${service}: a 503 with a web page, again and again`,
      outcome: stops(notUsable(service, 'a web page instead of data (status 503)')),
      arm: async (world) =>
        await world.arm(side, { match: query, fault: 'status', status: 503, body: page, times: always }),
    }),
    once('the connection is cut before the call arrives', { fault: 'reset-before' }),
    once('the connection is cut after the call was carried out', { fault: 'reset-after' }),
    once('the connection is cut within the answer', { fault: 'cut-body' }),
    once('the answer trickles', { fault: 'slow-body', ms: 600 }),
    once('JSON that breaks off, once', { fault: 'truncated-body' }),
    exportUnder({
      fault: `${service}: JSON that breaks off, again and again`,
      outcome: stops(notUsable(service, 'it broke off or is not JSON (status 200)')),
      arm: async (world) => await world.arm(side, { match: query, fault: 'truncated-body', times: always }),
    }),
    once('one call in ten breaks, by chance', {
      after: 0,
      fault: 'reset-before',
      times: always,
      probability: 0.1,
      seed: 4,
    }),
  ];
});

const limits: readonly Scenario[] = [
  exportUnder({
    fault: 'QuickBooks: 429, wait two seconds',
    outcome: `${complete} ${waitTold}`,
    arm: async (world) =>
      await world.arm('quickbooks', {
        match: query,
        after: 2,
        fault: 'status',
        status: 429,
        headers: { 'Retry-After': '2' },
      }),
    after: async (world) => toldOfWait(world),
  }),
  exportUnder({
    fault: 'QuickBooks: 429 again and again',
    outcome: stops(
      'QuickBooks has used up its calls for now: message=ThrottleExceeded; errorCode=003001; statusCode=429: You have reached the maximum number of requests for this time. Try again later (3001). Try again later; the work done so far is kept.',
    ),
    arm: async (world) =>
      await world.arm('quickbooks', {
        match: query,
        fault: 'status',
        status: 429,
        times: always,
        headers: { 'Retry-After': '0' },
      }),
  }),
  exportUnder({
    fault: 'QuickBooks: its limits of 10 calls a second and 500 a minute are enforced',
    outcome: `${complete} No call is refused.`,
    arm: async (world) =>
      void (await world.control('quickbooks', 'limits', { perSecond: 10, perMinute: 500 })),
    async after(world) {
      assert.ok(!world.steps.some((step) => step.includes('wait')));
      return 'No call is refused.';
    },
  }),
  exportUnder({
    fault: 'Salesforce: the day’s calls run out in the middle (403)',
    outcome: `${stops('Salesforce has no calls left for today: TotalRequests Limit exceeded. What was done so far is kept. Go on tomorrow: only what is left is done then, and nothing twice.')} The next one goes on where it stopped.`,
    async arm(world) {
      await smallPages(world);
      await world.control('salesforce', 'limits', { daily: 11 });
    },
    async repeated(world) {
      assert.deepEqual((await world.matched('salesforce')).map(Math.sign), [1]);
      return 'The next one goes on where it stopped.';
    },
  }),
];

const refusals: readonly Scenario[] = [
  exportUnder({
    fault: 'QuickBooks: a 200 that carries a Fault',
    outcome: stops(
      'QuickBooks refused the request: An application error has occurred: System Failure Error (10000).',
    ),
    arm: async (world) =>
      await world.arm('quickbooks', {
        match: query,
        fault: 'status',
        status: 200,
        body: {
          Fault: {
            Error: [
              { Message: 'An application error has occurred', Detail: 'System Failure Error', code: '10000' },
            ],
            type: 'SystemFault',
          },
        },
      }),
  }),
  exportUnder({
    fault: 'QuickBooks: a fault in lower case',
    outcome: stops('QuickBooks refused the request: Error parsing query: QueryParserError (4000).'),
    arm: async (world) =>
      await world.arm('quickbooks', {
        match: query,
        fault: 'status',
        status: 400,
        body: {
          fault: { error: [{ message: 'Error parsing query', detail: 'QueryParserError', code: '4000' }] },
        },
      }),
  }),
];

const moving: readonly Scenario[] = [
  exportUnder({
    fault: 'Salesforce: the query’s locator expires between two pages',
    outcome: `${complete} It begins again after the last id that arrived.`,
    async arm(world) {
      await smallPages(world);
      await world.arm(
        'salesforce',
        { match: { pathIncludes: '/query/' }, after: 1, fault: 'forget-cursors' },
        counting(afterAnId),
      );
    },
    async after(world) {
      assert.ok(((await world.matched('salesforce'))[1] ?? 0) > 0);
      return 'It begins again after the last id that arrived.';
    },
  }),
  exportUnder({
    fault: 'Salesforce: an account is added, one edited and one deleted between two pages',
    outcome: complete,
    async arm(world) {
      await smallPages(world);
      const changes = [
        { kind: 'add', entity: 'Account', fields: { Name: 'Came in between' } },
        { kind: 'edit', id: await someAccount(world, 2), changes: { Name: 'Edited in between' } },
        { kind: 'remove', id: await someAccount(world, 5) },
      ];
      await world.arm('salesforce', {
        match: { pathIncludes: '/query/' },
        after: 1,
        fault: 'meanwhile',
        changes,
      });
    },
  }),
  exportUnder({
    fault: 'Salesforce: an account is deleted between two pages, and another added in its place',
    outcome: complete,
    async arm(world) {
      await smallPages(world);
      const changes = [
        { kind: 'remove', id: await someAccount(world, 1) },
        { kind: 'add', entity: 'Account', fields: { Name: 'In its place' } },
      ];
      await world.arm('salesforce', {
        match: { pathIncludes: '/query/' },
        after: 2,
        fault: 'meanwhile',
        changes,
      });
    },
  }),
  exportUnder({
    fault: 'QuickBooks: a customer is added and one edited between two pages',
    size: 'long',
    outcome: complete,
    async arm(world) {
      const changes = [
        { kind: 'add', entity: 'Customer', fields: { DisplayName: 'Came in between' } },
        { kind: 'edit', id: await someCustomer(world, 3), changes: { Notes: 'Edited in between' } },
      ];
      await world.arm('quickbooks', {
        match: secondPage,
        fault: 'meanwhile',
        changes,
      });
    },
  }),
  exportUnder({
    fault: 'QuickBooks: a customer is merged away between two pages, so that the pages shift',
    size: 'long',
    outcome: complete,
    async arm(world) {
      const changes = [{ kind: 'remove', id: await someCustomer(world, 3) }];
      await world.arm('quickbooks', {
        match: secondPage,
        fault: 'meanwhile',
        changes,
      });
    },
  }),
];

/** Everything that goes wrong with an export. */
export const exportScenarios: readonly Scenario[] = [
  ...signIn,
  ...network,
  ...limits,
  ...refusals,
  ...moving,
  ...nameScenarios,
];
