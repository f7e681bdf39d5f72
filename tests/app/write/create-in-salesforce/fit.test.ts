import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewAccountField, NewAccountForm } from '#app/sources/index.ts';
import { fitAccount, fitField } from '../../../../app/write/create-in-salesforce/fit.ts';
import { fromCustomer } from '../../../../app/write/create-in-salesforce/from-customer.ts';
import { aCustomer } from '../../../support/records.ts';

const field = (name: string, more: Partial<NewAccountField> = {}): NewAccountField => ({
  name,
  label: name,
  kind: 'text',
  length: 40,
  required: false,
  options: [],
  preset: '',
  ...more,
});
const choice = (name: string, ...values: string[]) =>
  field(name, { kind: 'choice', options: values.map((value) => ({ value, label: `${value} in words` })) });
const form = (...fields: NewAccountField[]): NewAccountForm => ({ fields, absent: [], isIdUnique: false });

describe('a value as Salesforce takes it', () => {
  test.each([
    [
      'a text that is too long',
      field('Phone', { kind: 'phone', length: 8 }),
      '12345 67890',
      '12345 67',
      ['shortened to 8 characters'],
    ],
    [
      'a street of several lines',
      field('BillingStreet', { kind: 'lines', length: 255 }),
      'One\r\n\n Two ',
      'One\nTwo',
      [],
    ],
    ['a choice, by its value in any case', choice('Type', 'Partner'), 'pARTner', 'Partner', []],
    ['a choice, by its label', choice('BillingStateCode', 'CA'), 'ca in words', 'CA', []],
    [
      'what is no choice',
      choice('Type', 'Partner'),
      'Friend',
      '',
      ['“Friend” is none of the values that Salesforce takes, left out'],
    ],
    [
      'a reason for paying no tax, by what it means',
      choice('qime__Tax_Exemption_Reason__c', 'Federal government'),
      'Federal',
      'Federal government',
      [],
    ],
    ['a checkbox', field('qime__Taxable__c', { kind: 'yes-no' }), 'true', 'yes', []],
    [
      'what is no number',
      field('Employees__c', { kind: 'number' }),
      'many',
      '',
      ['“many” is no number, left out'],
    ],
    ['half an address', field('Email__c', { kind: 'email' }), 'acme', '', ['is no e-mail address, left out']],
  ])('%s', (_, one, given, value, changes) => {
    expect(fitField(one, given)).toEqual({ value, changes });
  });

  test('a state is left out where its country is not known, since Salesforce refuses it alone', () => {
    const both = form(choice('BillingStateCode', 'CA'), choice('BillingCountryCode', 'US'));
    expect(fitAccount({ BillingStateCode: 'CA', BillingCountryCode: 'US' }, both).changes).toEqual([]);
    const alone = fitAccount({ BillingStateCode: 'CA', BillingCountryCode: '' }, both);
    expect(alone.fields.BillingStateCode).toBe('');
    expect(alone.changes[0]?.message).toContain('only with its country');
  });

  test('fitting what fits changes nothing', () => {
    const kinds = [
      field('T', { length: 12 }),
      field('L', { kind: 'lines', length: 20 }),
      choice('C', 'a', 'B'),
      field('Y', { kind: 'yes-no' }),
      field('N', { kind: 'number' }),
      field('E', { kind: 'email', length: 30 }),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'grapheme' }), (one, text) => {
        const { value } = fitField(one, text);
        expect(fitField(one, value)).toEqual({ value, changes: [] });
      }),
    );
  });
});

test('a new account gets what the template says, and by itself what the package maps', () => {
  const customer = aCustomer(1, { displayName: 'Acme', companyName: 'Acme Inc', phone: '1', mobile: '2' });
  const asked = form(
    field('Name'),
    field('Phone'),
    field('Website'),
    field('RecordTypeId', { preset: '012' }),
  );
  expect(fromCustomer(customer, asked, new Map())).toEqual({
    Name: 'Acme',
    Phone: '1',
    Website: '',
    RecordTypeId: '012',
  });
  const template = new Map([
    ['Name', { kind: 'field', field: 'companyName' }],
    ['Phone', { kind: 'blank' }],
    ['Website', { kind: 'text', text: 'acme.test' }],
  ] as const);
  expect(fromCustomer(customer, asked, template)).toMatchObject({
    Name: 'Acme Inc',
    Phone: '',
    Website: 'acme.test',
  });
});
