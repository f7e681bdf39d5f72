import { describe, expect, test } from 'vitest';
import type { JournalRecord } from '#app/project/index.ts';
import { type CurrentState, verdictOn } from '../../../app/write/check.ts';
import { accountId, customerId } from '../../support/records.ts';

const entry: JournalRecord = {
  accountId: accountId(1),
  accountName: 'Account 1',
  customerId: customerId(10),
  customerName: 'Customer 10',
  before: { customerId: '', syncToken: '' },
  after: { customerId: '10', syncToken: '3' },
  state: 'planned',
  message: '',
  serviceMessage: '',
  at: '2026-01-01T00:00:00Z',
  decisionSeq: 1,
  accountModstamp: '2026-01-01T00:00:00.000+0000',
};

const unchanged: CurrentState = {
  account: { link: { customerId: '', syncToken: '' }, systemModstamp: '2026-01-01T00:00:00.000+0000' },
  customer: { displayName: 'Customer 10', syncToken: '3', active: true },
  holders: [],
  confirmed: true,
};

const account = unchanged.account as NonNullable<CurrentState['account']>;
const customer = unchanged.customer as NonNullable<CurrentState['customer']>;

describe('the re-read right before a write', () => {
  test('lets through what is as it was confirmed', () => {
    expect(verdictOn(entry, unchanged, false)).toEqual({ kind: 'write' });
  });

  test('reads the same moment in both ways that Salesforce writes it', () => {
    const now = { ...unchanged, account: { ...account, systemModstamp: '2026-01-01T00:00:00.000Z' } };
    expect(verdictOn(entry, now, false).kind).toBe('write');
  });

  test('finds nothing to do where the account carries the id already', () => {
    const now = { ...unchanged, account: { ...account, link: { customerId: '10', syncToken: '3' } } };
    expect(verdictOn(entry, now, false)).toEqual({ kind: 'already' });
  });

  test.each<[string, Partial<CurrentState>, RegExp]>([
    ['the confirmation was taken back', { confirmed: false }, /taken back/],
    ['the account is gone', { account: undefined }, /account no longer exists/],
    ['the customer is gone', { customer: undefined }, /customer no longer exists/],
    [
      'somebody linked the account',
      { account: { ...account, link: { customerId: '77', syncToken: '' } } },
      /carries id 77/,
    ],
    [
      'the account was edited',
      { account: { ...account, systemModstamp: '2026-01-02T00:00:00.000+0000' } },
      /account was changed/,
    ],
    ['the customer was edited', { customer: { ...customer, syncToken: '4' } }, /customer was changed/],
    [
      'the customer was made inactive',
      { customer: { ...customer, syncToken: '4', active: false } },
      /inactive/,
    ],
    ['another account took the customer', { holders: [accountId(2)] }, /Another account/],
  ])('refuses when %s', (_case, change, message) => {
    expect(verdictOn(entry, { ...unchanged, ...change }, false)).toEqual({
      kind: 'refuse',
      message: expect.stringMatching(message),
    });
  });

  test('lets another account’s hold on the customer pass where a customer may have several', () => {
    const now = { ...unchanged, holders: [accountId(2)] };
    expect(verdictOn(entry, now, false).kind).toBe('refuse');
    expect(verdictOn(entry, now, true)).toEqual({ kind: 'write' });
  });
});
