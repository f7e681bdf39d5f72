import { describe, expect, test } from 'vitest';
import type { AccountCreation } from '#app/project/index.ts';
import type { AccountCarrying } from '#app/sources/index.ts';
import { RunId } from '#shared/ids.ts';
import { isTheOneSent, refusalOf } from '../../../../app/write/create-in-salesforce/check.ts';
import { accountId, customerId } from '../../../support/records.ts';

const creation: AccountCreation = {
  run: RunId.parse(1),
  customerId: customerId(1),
  customerName: 'Acme',
  decisionSeq: 1,
  customerSyncToken: '3',
  fields: { Name: 'Acme' },
  overrulesDuplicates: false,
  state: 'unknown',
  accountId: '',
  message: '',
  serviceMessage: '',
  serviceCode: '',
  sentAt: '2026-02-03T04:05:06.000Z',
  at: '2026-02-03T04:05:06.000Z',
};
const carrier: AccountCarrying = {
  accountId: accountId(1),
  name: 'Acme',
  createdAt: '2026-02-03T04:05:07.000Z',
  customerId: '1',
};

describe('an account that carries the customer’s id is the one that was sent', () => {
  test('where it has the name and came after, by clocks that may differ by ten minutes', () => {
    expect(isTheOneSent(carrier, creation)).toBe(true);
    expect(isTheOneSent({ ...carrier, createdAt: '2026-02-03T03:56:00.000Z' }, creation)).toBe(true);
  });

  test('and not where it was there before, is called otherwise, or nothing was sent', () => {
    expect(isTheOneSent({ ...carrier, createdAt: '2026-02-03T03:54:00.000Z' }, creation)).toBe(false);
    expect(isTheOneSent({ ...carrier, name: 'Acme Ltd' }, creation)).toBe(false);
    expect(isTheOneSent(carrier, { ...creation, sentAt: '' })).toBe(false);
    expect(isTheOneSent({ ...carrier, createdAt: '' }, creation)).toBe(false);
  });
});

test('an account is created only of a customer that is as it was exported, while the decision counts', () => {
  const customer = { displayName: 'Acme', syncToken: '3', active: true };
  expect(refusalOf(creation, customer, true)).toBe(null);
  expect(refusalOf(creation, { ...customer, syncToken: '4' }, true)).toContain('changed in QuickBooks');
  expect(refusalOf(creation, undefined, true)).toContain('no longer in QuickBooks');
  expect(refusalOf(creation, customer, false)).toContain('taken back');
});
