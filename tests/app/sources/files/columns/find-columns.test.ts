import { describe, expect, test } from 'vitest';
import { type AccountField, accountLayout } from '#app/sources/files/columns/account-layout.ts';
import { type CustomerField, customerLayout } from '#app/sources/files/columns/customer-layout.ts';
import { columnsOf } from '#app/sources/files/columns/find-columns.ts';
import { headingKey } from '#app/sources/files/columns/headings.ts';

const accounts = (headings: readonly string[], map = {}) =>
  columnsOf<AccountField>(headings, accountLayout, map);
const customers = (headings: readonly string[]) => columnsOf<CustomerField>(headings, customerLayout, {});

describe('headings', () => {
  test.each([
    ['BillingStreet', 'Billing Street', 'billing_street', 'BILLING-STREET ', 'Billing  Street:'],
    ['E-Mail', 'Email', 'e mail'],
    ['Alt. Phone', 'AltPhone'],
    ['Straße', 'Straße '],
    ['Région', 'region'],
    ['Account: Account Name', 'Account Name'],
  ])('%s and its like are one', (...headings) => {
    expect(new Set(headings.map(headingKey)).size).toBe(1);
  });

  test('the heading “Customer:Job” is not the flag “Job”', () => {
    const columns = customers(['Customer:Job', 'Job']);
    expect(columns.displayName).toEqual([0]);
    expect(columns.job).toEqual([1]);
  });
});

describe('columns', () => {
  test('the likelier heading gives a field, wherever it stands', () => {
    expect(accounts(['Company', 'Account Name', 'Id']).name).toEqual([1]);
    expect(customers(['Name', 'DisplayName']).displayName).toEqual([1]);
  });

  test('of two columns with one heading the first is taken', () => {
    expect(accounts(['Name', 'Name']).name).toEqual([0]);
  });

  test('lines of an address are in their order, whatever the order of the columns', () => {
    const columns = customers(['BillAddrLine3', 'BillAddrLine1', 'BillAddrLine2']);
    expect(columns.billingStreet).toEqual([1, 2, 0]);
  });

  test('every column of e-mail addresses counts, what is about e-mail otherwise does not', () => {
    const columns = accounts([
      'Name',
      'Billing_Email__c',
      'Email',
      'Email Opt Out',
      'Has Opted Out of Email',
      'Email Bounced Date',
      'E-Mail 2',
    ]);
    expect(columns.emails).toEqual([2, 1, 6]);
  });

  test('a report’s address in one column is told apart from the street', () => {
    const columns = customers(['Customer', 'Billing address', 'Bill street']);
    expect(columns.billingAddress).toEqual([1]);
    expect(columns.billingStreet).toEqual([2]);
  });

  test('a person’s full name is no DisplayName', () => {
    const columns = customers(['Customer full name', 'Full name']);
    expect(columns.displayName).toEqual([0]);
    expect(columns.contactName).toEqual([1]);
  });

  test('a blank heading gives nothing', () => {
    expect(Object.values(accounts(['', ' ', '***'])).flat()).toEqual([]);
  });

  test('the map has the first word: its columns are nothing else, and several keep its order', () => {
    const columns = accounts(['Name', 'Company', 'Email', 'Zweit'], {
      name: 'company',
      emails: ['Zweit', 'Email'],
    });
    expect(columns.name).toEqual([1]);
    expect(columns.emails).toEqual([3, 2]);
  });
});
