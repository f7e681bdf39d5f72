import { describe, expect, test } from 'vitest';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { bareAccount, bareCustomer, noAddress } from '#shared/records.ts';
import { addressLine, comparisonRows } from '../../../../renderer/review/evidence/comparison-rows.ts';

const account = bareAccount(AccountId.parse('001'), 'Cascade Mechanical');
const customer = bareCustomer(CustomerId.parse('1'), 'Cascade Mech.');
const harbor = {
  street: '2210 Harbor Ave\nSuite 4',
  city: 'Tacoma',
  region: 'WA',
  postalCode: '98421',
  country: 'USA',
};

const labels = (...sides: Parameters<typeof comparisonRows>) =>
  comparisonRows(...sides).map(({ label }) => label);

describe('account and customer side by side', () => {
  test('kinds that neither side has are left out', () => {
    expect(labels(account, customer)).toEqual(['Name']);
    expect(labels({ ...account, phone: '1' }, { ...customer, website: 'x.example' })).toEqual([
      'Name',
      'Phone',
      'Website',
    ]);
  });

  test('a reason for paying no tax is shown by its label, and alike where it means the same', () => {
    const exempt = (own: string, reason: string) =>
      comparisonRows(
        { ...account, taxExemptionReason: own },
        { ...customer, taxExemptionReason: reason },
      ).find(({ label }) => label === 'Exempt');
    expect(exempt('', '9')).toMatchObject({ account: [], customer: ['Resale'] });
    expect(exempt('Federal government', '1')).toMatchObject({
      account: ['Federal government'],
      customer: ['Federal government'],
    });
    expect(exempt('Resale', '1')).toMatchObject({ account: ['Resale'], customer: ['Federal'] });
  });

  test('the two values most alike come first', () => {
    const [, email] = comparisonRows(
      { ...account, emails: ['dana@elsewhere.example', 'ap@cascademech.example'] },
      { ...customer, email: 'joe@other.example; ap@cascademech.example' },
    );
    expect(email).toMatchObject({
      label: 'E-mail',
      account: ['ap@cascademech.example', 'dana@elsewhere.example'],
      customer: ['ap@cascademech.example', 'joe@other.example'],
    });
  });

  test('phone numbers are compared by their digits', () => {
    const [, phone] = comparisonRows(
      { ...account, phone: '(253) 555-0142' },
      { ...customer, phone: '1-800-555-9999', mobile: '253.555.0142' },
    );
    expect(phone?.customer).toEqual(['253.555.0142', '1-800-555-9999']);
    expect(phone?.counts.test('-')).toBe(false);
  });

  test('a customer shows its display name first, then its company and its person', () => {
    const [name] = comparisonRows(account, {
      ...customer,
      companyName: 'Cascade Mechanical, LLC',
      givenName: 'Dana',
      familyName: 'Reyes',
    });
    expect(name?.customer).toEqual(['Cascade Mech.', 'Cascade Mechanical, LLC', 'Dana Reyes']);
  });

  test('a web address is shown without what says nothing', () => {
    const [, website] = comparisonRows(
      { ...account, website: 'https://www.cascademech.example/' },
      { ...customer, website: 'cascademech.example/contact' },
    );
    expect(website).toMatchObject({
      account: ['cascademech.example'],
      customer: ['cascademech.example/contact'],
    });
  });

  test('a shipping address that repeats the billing address is not shown', () => {
    expect(labels({ ...account, billing: harbor, shipping: harbor }, customer)).toEqual(['Name', 'Billing']);
    expect(labels({ ...account, shipping: harbor }, customer)).toEqual(['Name', 'Shipping']);
  });

  test('without a customer the account stands alone', () => {
    expect(comparisonRows(account, null)).toMatchObject([
      { label: 'Name', account: ['Cascade Mechanical'], customer: [] },
    ]);
  });
});

describe('an address on one line', () => {
  test('joins what there is', () => {
    expect(addressLine(harbor)).toBe('2210 Harbor Ave, Suite 4, Tacoma, WA 98421, USA');
    expect(addressLine({ ...noAddress, city: 'Tacoma' })).toBe('Tacoma');
    expect(addressLine({ ...noAddress, postalCode: '98421' })).toBe('98421');
    expect(addressLine(noAddress)).toBe('');
  });
});
