import { describe, expect, test } from 'vitest';
import {
  changedEvidence,
  evidenceFingerprint,
  type FingerprintField,
} from '../../../app/match/fingerprint.ts';
import { AccountId, CustomerId } from '../../../shared/ids.ts';
import {
  type Account,
  bareAccount,
  bareCustomer,
  type Customer,
  noAddress,
} from '../../../shared/records.ts';

const account = {
  ...bareAccount(AccountId.parse('001A'), 'Acme, Inc.'),
  phone: '(415) 555-0134',
  otherPhones: ['415 555 0199'],
  emails: ['ap@acme.example', 'Jo@acme.example'],
};
const customer = {
  ...bareCustomer(CustomerId.parse('7'), 'Acme'),
  email: 'ap@acme.example, jo@acme.example',
};

describe('what does not change the fingerprint', () => {
  test('case, blanks and punctuation', () => {
    const again = { ...account, name: 'ACME  inc', phone: '415.555.0134' };
    expect(evidenceFingerprint(again)).toEqual(evidenceFingerprint(account));
  });
  test('the order of several phones or e-mails', () => {
    const again = { ...account, phone: '415 555 0199', otherPhones: ['(415) 555-0134'] };
    expect(evidenceFingerprint(again)).toEqual(evidenceFingerprint(account));
    const other = { ...customer, email: 'jo@acme.example;ap@acme.example' };
    expect(evidenceFingerprint(other)).toEqual(evidenceFingerprint(customer));
  });
  test('balances, dates and tokens', () => {
    const later = { ...customer, balance: 12, syncToken: '9', lastModified: '2026-01-01', notes: 'paid' };
    expect(evidenceFingerprint(later)).toEqual(evidenceFingerprint(customer));
    const synced = { ...account, syncToken: '9', linkedCustomerId: '7', owner: 'Jo', systemModstamp: 'x' };
    expect(evidenceFingerprint(synced)).toEqual(evidenceFingerprint(account));
  });
  test('how an accent is encoded', () => {
    const composed = { ...account, name: 'Caf\u00e9' };
    const taken = { ...account, name: 'Cafe\u0301' };
    expect(evidenceFingerprint(composed)).toEqual(evidenceFingerprint(taken));
  });
});

describe('what changes it, and where', () => {
  const changes: [FingerprintField, Partial<Account>][] = [
    ['name', { name: 'Apex' }],
    ['phone', { phone: '415 555 0135' }],
    ['email', { emails: ['ap@acme.example'] }],
    ['website', { website: 'acme.example' }],
    ['address', { shipping: { ...noAddress, city: 'Oakland' } }],
    ['parent', { parentId: '001B' }],
  ];
  test.each(changes)('an account: %s', (field, change) => {
    const after = evidenceFingerprint({ ...account, ...change });
    expect(changedEvidence(evidenceFingerprint(account), after)).toEqual([field]);
  });
  const customerChanges: [FingerprintField, Partial<Customer>][] = [
    ['name', { companyName: 'Acme Holdings' }],
    ['phone', { mobile: '415 555 0135' }],
    ['email', { email: 'new@acme.example' }],
    ['address', { billing: { ...noAddress, postalCode: '94103' } }],
    ['parent', { parentId: '3' }],
  ];
  test.each(customerChanges)('a customer: %s', (field, change) => {
    const after = evidenceFingerprint({ ...customer, ...change });
    expect(changedEvidence(evidenceFingerprint(customer), after)).toEqual([field]);
  });
  test('a value that moves from one field to the next', () => {
    const moved = { ...customer, givenName: 'Jo', familyName: '' };
    const other = { ...customer, givenName: '', familyName: 'Jo' };
    expect(changedEvidence(evidenceFingerprint(moved), evidenceFingerprint(other))).toEqual(['name']);
  });
});

test('is the same on every machine and in every release: it is kept in project files', () => {
  expect(evidenceFingerprint(account).name).toBe('9b18afa85f885834');
});
