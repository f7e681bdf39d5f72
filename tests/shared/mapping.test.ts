import { describe, expect, test } from 'vitest';
import { overwrites } from '#shared/mapping.ts';
import type { Account, Customer } from '#shared/records.ts';
import { aCustomer, anAccount } from '../support/records.ts';

const labels = { displayName: 'Account 1', companyName: 'Account 1', printOnCheckName: 'Account 1' };
const changes = (account: Partial<Account>, customer: Partial<Customer>) =>
  overwrites(anAccount(1, account), aCustomer(1, { ...labels, ...customer }));

describe('what the next sync overwrites', () => {
  test('is nothing where both sides say the same, or the account says nothing', () => {
    expect(changes({}, { phone: '1', taxable: true, taxExemptionReason: '3' })).toEqual([]);
    expect(changes({ phone: '1', taxable: false }, { phone: '1', taxable: false })).toEqual([]);
  });

  test('is the account’s name in three places, and every part of both addresses', () => {
    const there = { street: '1 Way', city: 'Salem', region: 'OR', postalCode: '00123', country: 'USA' };
    const found = changes({ name: 'Acme', billing: there, shipping: there }, {});
    expect(found.slice(0, 3).map(({ label, to }) => [label, to])).toEqual([
      ['Display name', 'Acme'],
      ['Company name', 'Acme'],
      ['Name on checks', 'Acme'],
    ]);
    expect(found).toHaveLength(13);
  });

  test('Taxable and the resale number', () => {
    expect(changes({ taxable: false, resaleNumber: 'R-1' }, { taxable: true })).toEqual([
      { label: 'Resale number', from: '', to: 'R-1' },
      { label: 'Taxable', from: 'yes', to: 'no' },
    ]);
  });

  test('a reason for paying no tax that is another one, by its label and not by its id', () => {
    expect(changes({ taxExemptionReason: 'Resale' }, { taxExemptionReason: '1' })).toEqual([
      { label: 'Tax exemption reason', from: 'Federal', to: 'Resale' },
    ]);
    expect(changes({ taxExemptionReason: 'Federal government' }, { taxExemptionReason: '1' })).toEqual([]);
  });
});
