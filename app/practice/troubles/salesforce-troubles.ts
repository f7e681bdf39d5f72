import { namedRecord } from '../http/fault-rule.ts';
import { textOf } from '../store/record.ts';
import { connectionTroubles, type TroubleKind } from './trouble.ts';

const side = 'salesforce';
const query = { pathIncludes: '/query' };
const laterPage = { pathIncludes: '/query/' };
const write = { method: 'PATCH', pathIncludes: '/composite/sobjects' };
const lockedTries = 2;

/** All that can be made to go wrong at Salesforce. */
export const salesforceTroubles: readonly TroubleKind[] = [
  {
    id: 'sf-session',
    side,
    title: 'The session expires in mid-run',
    hint: 'Counterpart signs in anew by itself and goes on.',
    rules: (times) => [{ match: query, times, after: 2, fault: 'expire-token' }],
  },
  {
    id: 'sf-sign-in',
    side,
    title: 'The session expires, and its refresh token is refused',
    hint: 'The step stops and says so. Off again, the same sign-in works.',
    rules: (times) => [
      { match: query, times, after: 2, fault: 'expire-token' },
      {
        match: { pathIncludes: '/oauth2/token' },
        times,
        fault: 'status',
        status: 400,
        body: { error: 'invalid_grant', error_description: 'expired access/refresh token' },
      },
    ],
  },
  ...connectionTroubles(side, 'Salesforce', '/services/data/'),
  {
    id: 'sf-saved',
    side,
    title: 'The connection breaks after the accounts were saved',
    hint: 'What was sent is settled by reading it; nothing is sent twice.',
    rules: (times) => [{ match: write, times, fault: 'reset-after' }],
  },
  {
    id: 'sf-daily',
    side,
    title: 'The day’s API calls are used up',
    hint: 'The step stops and says so. Later it goes on where it stopped.',
    rules: (times) => [
      { match: { pathIncludes: '/services/data/' }, times, after: 2, fault: 'status', status: 403 },
    ],
  },
  {
    id: 'sf-locator',
    side,
    title: 'The next page of a query is no longer kept',
    hint: 'The export begins again after the last account that arrived.',
    smallPages: true,
    rules: (times) => [{ match: laterPage, times, fault: 'forget-cursors' }],
  },
  {
    id: 'sf-moving',
    side,
    title: 'Accounts are added, edited and deleted while they are exported',
    hint: 'The export reads again what changed, until both sides agree.',
    smallPages: true,
    onlyOnce: true,
    rules: (_times, records) => [
      {
        match: laterPage,
        times: 1,
        fault: 'meanwhile',
        changes: [
          { kind: 'add', entity: 'Account', fields: { Name: 'Came during the export' } },
          ...records('Account')
            .filter(({ IsDeleted }) => IsDeleted !== true)
            .slice(0, 2)
            .map((account, index) =>
              index === 0
                ? ({ kind: 'remove', id: textOf(account, 'Id') } as const)
                : ({ kind: 'edit', id: textOf(account, 'Id'), changes: { Site: 'Edited' } } as const),
            ),
        ],
      },
    ],
  },
  {
    id: 'sf-lock',
    side,
    title: 'A row is locked for two tries',
    hint: 'Counterpart tries that account again at the end of the run, and it is written then.',
    rules: (times) => [
      {
        match: write,
        times,
        tries: lockedTries,
        fault: 'record-error',
        code: 'UNABLE_TO_LOCK_ROW',
        message: 'unable to obtain exclusive access to this record',
      },
    ],
  },
  {
    id: 'sf-rule',
    side,
    title: 'A validation rule refuses an account',
    hint: 'That account fails and says why; the others are written.',
    rules: (times) => [
      {
        match: write,
        times,
        fault: 'record-error',
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: 'Fill in the region first',
      },
    ],
  },
  {
    id: 'sf-edited',
    side,
    title: 'Somebody edits an account right before it is written',
    hint: 'It is read again before the write, seen to be another one, and refused.',
    rules: (times) => [
      {
        match: { pathIncludes: '/composite/sobjects/Account' },
        times,
        fault: 'meanwhile',
        changes: [{ kind: 'edit', id: namedRecord, changes: { Site: 'Edited meanwhile' } }],
      },
    ],
  },
  {
    id: 'sf-deleted',
    side,
    title: 'Somebody deletes an account in the moment of the write',
    hint: 'That account fails; the others are written.',
    rules: (times) => [
      { match: write, times, fault: 'meanwhile', changes: [{ kind: 'remove', id: namedRecord }] },
    ],
  },
];
