import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NewCustomer, NewCustomerField } from '#shared/creating.ts';
import { writtenProperties } from '../../../../app/practice/quickbooks/customer-request.ts';
import { customerBody } from '../../../../app/sources/quickbooks/customer-body.ts';
import { fitCustomer, fitField } from '../../../../app/write/create-in-quickbooks/fit.ts';
import { fromAccount } from '../../../../app/write/create-in-quickbooks/from-account.ts';
import { anAccount } from '../../../support/records.ts';

describe('a field as QuickBooks takes it', () => {
  test.each<[NewCustomerField, string, string, string[]]>([
    ['displayName', '  Acme \t Ltd\n', 'Acme Ltd', []],
    ['displayName', 'Acme: North', 'Acme - North', ['colon replaced']],
    ['companyName', 'Acme::', 'Acme', ['colon replaced']],
    ['printOnCheckName', 'x'.repeat(111), 'x'.repeat(110), ['shortened to 110 characters']],
    ['displayName', `${'x'.repeat(99)}😀`, 'x'.repeat(99), ['shortened to 100 characters']],
    ['phone', '(555) 010-0199', '(555) 010-0199', []],
    ['phone', '+1 (555) 010-0199 extension 12345', '+1 (555) 010-0199 x12345', ['extension written as x']],
    ['phone', '+1 555 010 0199 / +1 555 010 0200', '+1 555 010 0199', ['only the first number kept']],
    [
      'phone',
      '+49 (0) 12 34 - 56 78 90 12 - 34 56',
      '+49012345678901234 56'.replace(/ /g, ''),
      ['written in digits only'],
    ],
    [
      'phone',
      '0711 / 12 34 56 78 90 - 0 Durchwahl 7',
      '0711 / 12 34 56 78 90 - 0 x7',
      ['extension written as x'],
    ],
    ['phone', '+1 - 555 - 010 - 0199 - 00 ext. 777', '+1555010019900 x777', ['written in digits only']],
    ['email', 'ann@acme.com', 'ann@acme.com', []],
    ['email', 'not an address', '', ['is no e-mail address, left out']],
    ['email', `${'a'.repeat(100)}@acme.com`, '', ['longer than 100 characters, left out']],
    ['billingStreet', ' 1 Main St \r\n\r\n Floor 2 ', '1 Main St\nFloor 2', []],
    ['billingStreet', 'a\nb\nc\nd\ne\nf\ng', 'a\nb\nc\nd\ne, f, g', ['lines 5 to 7 put in one']],
    ['billingStreet', 'x'.repeat(501), 'x'.repeat(500), ['shortened to what QuickBooks takes']],
    ['resaleNumber', '12345678901234567', '1234567890123456', ['shortened to 16 characters']],
    ['taxable', 'TRUE', 'yes', []],
    ['taxable', 'perhaps', '', ['“perhaps” is neither yes nor no, left out']],
    ['taxExemptionReason', '5', 'Charitable', []],
    ['taxExemptionReason', 'Federal government', 'Federal', []],
    ['taxExemptionReason', 'Friends', '', ['“Friends” is none of QuickBooks’ reasons, left out']],
  ])('%s %j becomes %j', (field, text, value, changes) => {
    expect(fitField(field, text)).toEqual({ value, changes });
  });

  test('a street is no longer than its lines may be together', () => {
    const lines = (count: number) => Array<string>(count).fill('x'.repeat(500)).join('\n');
    expect(fitField('shippingStreet', lines(5))).toEqual({
      value: lines(4),
      changes: ['shortened to what QuickBooks takes'],
    });
  });
});

describe('a customer from an account', () => {
  const account = anAccount(1, {
    name: 'Acme: North',
    phone: '555 0100',
    emails: ['ann@acme.com', 'bob@acme.com'],
    billing: {
      street: '1 Main St\nFloor 2',
      city: 'Tacoma',
      region: 'WA',
      postalCode: '98401',
      country: 'US',
    },
    resaleNumber: 'R-1',
    taxable: false,
    taxExemptionReason: 'Resale',
    linkedCustomerId: '7',
    syncToken: '3',
  });

  test('is sent with what the package maps, and never with an Id, a SyncToken or what is read-only', () => {
    expect(customerBody(fitCustomer(fromAccount(account)).fields)).toEqual({
      Active: true,
      DisplayName: 'Acme - North',
      CompanyName: 'Acme - North',
      PrintOnCheckName: 'Acme - North',
      PrimaryPhone: { FreeFormNumber: '555 0100' },
      BillAddr: {
        Line1: '1 Main St',
        Line2: 'Floor 2',
        City: 'Tacoma',
        CountrySubDivisionCode: 'WA',
        PostalCode: '98401',
        Country: 'US',
      },
      ResaleNum: 'R-1',
      Taxable: false,
      TaxExemptionReasonId: '9',
    });
  });

  test('has an e-mail address only where a person wants it', () => {
    expect(
      customerBody(fromAccount(account, new Map([['email', { kind: 'field', field: 'email' }]]))),
    ).toMatchObject({
      PrimaryEmailAddr: { Address: 'ann@acme.com' },
    });
  });

  test('is not said to be taxed or not where the account says neither', () => {
    expect(customerBody(fromAccount(anAccount(1)))).not.toHaveProperty('Taxable');
  });
});

const anything = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.string({ minLength: 90, maxLength: 700 }),
  fc.array(fc.string({ maxLength: 700 }), { maxLength: 9 }).map((lines) => lines.join('\n')),
  fc.constantFrom(
    'a:b',
    '\t',
    ' : ',
    '“”',
    'x@y.z',
    '+1 (555) 010-0199 ext 12 / 0049 5550100',
    'yes',
    'no',
    '15',
  ),
);
const aNewCustomer = fc.record(
  Object.fromEntries(NewCustomerField.options.map((field) => [field, anything])),
) as fc.Arbitrary<NewCustomer>;

describe('whatever the fields hold', () => {
  test('QuickBooks takes what is made of them, as far as its own rules are known', () => {
    fc.assert(
      fc.property(aNewCustomer, (given) => {
        const body = customerBody(fitCustomer(given).fields);
        expect(() => writtenProperties(body)).not.toThrow();
        expect(Object.keys(body)).not.toContain('Id');
        for (const name of ['DisplayName', 'CompanyName', 'PrintOnCheckName']) {
          expect(String(body[name] ?? '')).not.toMatch(/[:\t\n\r]/);
        }
      }),
    );
  });

  test('what fits is left as it is, and every other change is told', () => {
    fc.assert(
      fc.property(aNewCustomer, (given) => {
        const once = fitCustomer(given);
        const twice = fitCustomer(once.fields);
        expect(twice.fields).toEqual(once.fields);
        expect(twice.changes).toEqual([]);
        const told = new Set(once.changes.map(({ field }) => field));
        for (const field of NewCustomerField.options) {
          const isSame = once.fields[field].replace(/\s/g, '') === given[field].replace(/[\s\p{Cc}]/gu, '');
          const isSpelling = field === 'taxable' || field === 'taxExemptionReason';
          expect(isSame || isSpelling || told.has(field)).toBe(true);
        }
      }),
    );
  });
});
