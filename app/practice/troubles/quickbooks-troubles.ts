import { namedRecord } from '../http/fault-rule.ts';
import { parentIds } from '../quickbooks/customer.ts';
import { type JsonObject, textOf } from '../store/record.ts';
import { connectionTroubles, type TroubleKind } from './trouble.ts';

const side = 'quickbooks';
const query = { pathIncludes: '/query' };
const tokens = { pathIncludes: '/tokens/bearer' };

/** All that can be made to go wrong at QuickBooks. */
export const quickbooksTroubles: readonly TroubleKind[] = [
  {
    id: 'qb-session',
    side,
    title: 'The access token expires in mid-run',
    hint: 'Counterpart signs in anew by itself, keeps the new refresh token and goes on.',
    rules: (times) => [{ match: query, times, after: 2, fault: 'expire-token' }],
  },
  {
    id: 'qb-sign-in',
    side,
    title: 'The access token expires, and the refresh token is refused',
    hint: 'The step stops and says so. Off again, the same sign-in works.',
    rules: (times) => [
      { match: query, times, after: 2, fault: 'expire-token' },
      { match: tokens, times, fault: 'status', status: 400, body: { error: 'invalid_grant' } },
    ],
  },
  {
    id: 'qb-lost-token',
    side,
    title: 'The new refresh token is lost on its way',
    hint: 'The old one is worth nothing from then on. Switch all off signs in anew; at the real service you connect again.',
    rules: (times) => [
      { match: tokens, times, fault: 'reset-after' },
      { match: query, after: 2, fault: 'expire-token' },
    ],
  },
  ...connectionTroubles(side, 'QuickBooks', '/v3/company/'),
  {
    id: 'qb-wait',
    side,
    title: 'QuickBooks asks us to wait (429)',
    hint: 'Every call waits the five seconds that it asks for, and the screen says so.',
    rules: (times) => [
      { match: query, times, after: 1, fault: 'status', status: 429, headers: { 'Retry-After': '5' } },
    ],
  },
  {
    id: 'qb-fault-in-200',
    side,
    title: 'An answer says that all is well and carries an error',
    hint: 'It is taken for the error that it is.',
    rules: (times) => [
      {
        match: query,
        times,
        after: 1,
        fault: 'status',
        status: 200,
        body: {
          Fault: {
            Error: [
              {
                Message: 'An application error has occurred while processing your request',
                Detail: 'System Failure Error',
                code: '10000',
              },
            ],
            type: 'SystemFault',
          },
        },
      },
    ],
  },
  {
    id: 'qb-shift',
    side,
    title: 'A customer is merged away while they are exported, so that the pages shift',
    hint: 'The counts no longer agree, and everything is read once more.',
    onlyOnce: true,
    rules: (_times, records) => [
      {
        match: { pathIncludes: 'startposition%201001' },
        times: 1,
        fault: 'meanwhile',
        changes: [{ kind: 'remove', id: earliest(records('Customer')) }],
      },
    ],
  },
  {
    id: 'qb-edited',
    side,
    title: 'Somebody edits a customer right before its link is written',
    hint: 'It is read again before the write, seen to be another one, and refused.',
    rules: (times) => [
      {
        match: query,
        times,
        fault: 'meanwhile',
        changes: [{ kind: 'edit', id: namedRecord, changes: { Notes: 'Edited meanwhile' } }],
      },
    ],
  },
  {
    id: 'qb-inactive',
    side,
    title: 'Somebody makes a customer inactive right before its link is written',
    hint: 'It is read again before the write, seen to be another one, and refused.',
    rules: (times) => [
      {
        match: query,
        times,
        fault: 'meanwhile',
        changes: [{ kind: 'edit', id: namedRecord, changes: { Active: false } }],
      },
    ],
  },
  {
    id: 'qb-merged',
    side,
    title: 'A customer is merged away right before its link is written',
    hint: 'It is no longer found, and its link is refused.',
    rules: (times) => [
      { match: query, times, fault: 'meanwhile', changes: [{ kind: 'remove', id: namedRecord }] },
    ],
  },
];

/** The customer with the lowest id, which is on the first page, of those that nobody is below. */
function earliest(customers: readonly JsonObject[]): string {
  const parents = parentIds(customers);
  const ids = customers.map((customer) => textOf(customer, 'Id')).filter((id) => !parents.has(id));
  return String(Math.min(...ids.map(Number)));
}
