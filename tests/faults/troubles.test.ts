import { expect, test } from 'vitest';
import { quickbooksTroubles } from '#app/practice/troubles/quickbooks-troubles.ts';
import { salesforceTroubles } from '#app/practice/troubles/salesforce-troubles.ts';
import { complete, exportUnder, stops } from './export-under.ts';
import type { CompanySize } from './small-company.ts';
import { specify } from './specify.ts';
import type { World } from './world.ts';
import { writeUnder } from './write-under.ts';

const kinds = [...salesforceTroubles, ...quickbooksTroubles];
const titleOf = (id: string) => kinds.find((kind) => kind.id === id)?.title ?? '';
const switchOn = (id: string) => async (world: World) => world.practice.troubles.set(id, 'once');

const exports: Record<string, { outcome: string; needsSignIn?: boolean }> = {};
for (const id of [
  'sf-session',
  'sf-cut-before',
  'sf-unavailable',
  'sf-truncated',
  'sf-slow',
  'sf-locator',
  'sf-moving',
  'qb-session',
  'qb-cut-before',
  'qb-unavailable',
  'qb-truncated',
  'qb-slow',
  'qb-wait',
  'qb-shift',
]) {
  exports[id] = { outcome: complete };
}
const signInGone = (service: string) =>
  `${service} no longer accepts the sign-in. Sign in again (or set a new access token) and repeat the step. Nothing was lost.`;
const stopping = {
  'sf-sign-in': signInGone('Salesforce'),
  'sf-daily':
    'Salesforce has no calls left for today: TotalRequests Limit exceeded. What was done so far is kept. Go on tomorrow: only what is left is done then, and nothing twice.',
  'qb-sign-in': signInGone('QuickBooks'),
  'qb-lost-token':
    'QuickBooks cannot be reached at its address: the connection was cut. Check the network, then try again. Nothing was lost.',
  'qb-fault-in-200':
    'QuickBooks refused the request: An application error has occurred while processing your request: System Failure Error (10000).',
};
for (const [id, message] of Object.entries(stopping)) {
  const needsSignIn = id === 'qb-lost-token';
  exports[id] = { outcome: stops(message, needsSignIn), needsSignIn };
}

const again = 'Export again and look at the pair once more.';
const writes: Record<string, string> = {
  'sf-saved': '5 of 5 written.',
  'sf-lock': '5 of 5 written.',
  'sf-rule':
    '4 of 5 written. 1 failed: “A validation rule of your organisation does not let this account be saved. Correct the account in Salesforce as the rule says, then write again.” Tried again: 1 of 1 written.',
  'sf-edited': `4 of 5 written. 1 refused: “The account was changed in Salesforce since the export. ${again}”`,
  'sf-deleted':
    '4 of 5 written. 1 failed: “The account is no longer in Salesforce: it was deleted or merged. Export again.” Tried again: 0 of 1 written. 1 refused: “The account no longer exists in Salesforce (deleted or merged).”',
  'qb-edited': `4 of 5 written. 1 refused: “The customer was changed in QuickBooks since the export. ${again}”`,
  'qb-inactive': `4 of 5 written. 1 refused: “The customer was made inactive or changed in QuickBooks since the export. ${again}”`,
  'qb-merged': `4 of 5 written. 1 refused: “The customer no longer exists in QuickBooks. ${again}”`,
};

/** Of those that need more accounts or customers, how many. */
const sizes: Readonly<Record<string, CompanySize>> = {
  'sf-locator': 'calls',
  'sf-moving': 'calls',
  'qb-shift': 'long',
};

specify('once switched on, each trouble strikes', [
  ...Object.entries(exports).map(([id, given]) =>
    exportUnder({
      fault: `${id}: ${titleOf(id)}`,
      arm: switchOn(id),
      size: sizes[id] ?? 'few',
      ...given,
    }),
  ),
  ...Object.entries(writes).map(([id, outcome]) =>
    writeUnder({ fault: `${id}: ${titleOf(id)}`, links: 5, arm: switchOn(id), outcome }),
  ),
]);

test('there is no other trouble', () => {
  expect([...Object.keys(exports), ...Object.keys(writes)].sort()).toEqual(kinds.map(({ id }) => id).sort());
});
