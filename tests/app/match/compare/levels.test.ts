import { describe, expect, test } from 'vitest';
import type { Account, Customer } from '#shared/records.ts';
import { compare } from '../../../../app/match/compare/index.ts';
import { type Comparison, comparisons, levelAt, levels } from '../../../../app/match/compare/levels.ts';
import { accountFeatures, customerFeatures } from '../../../../app/match/features.ts';
import { Lexicon } from '../../../../app/match/frequency.ts';
import { account, address, customer } from '../records.ts';

const counts = new Map([
  ['phone 13125550100', 40],
  ['mailbox info@books.com', 40],
]);
const lexicon = new Lexicon(
  { accounts: 1000, customers: 1000 },
  (kind, text) => counts.get(`${kind} ${text}`) ?? 0,
);

function levelOf(comparison: Comparison, a: Partial<Account>, c: Partial<Customer>): string {
  const found = compare(
    accountFeatures(account('A', a), lexicon, 'US'),
    customerFeatures(customer('C', c), lexicon, 'US'),
  );
  return levelAt(comparison, found[comparison].level).id;
}

describe('names', () => {
  test.each([
    ['Acme Plumbing, Inc.', 'ACME PLUMBING', 'same'],
    ['Acme Plumbing Inc', 'Acme Plumbing LLC', 'same-other-form'],
    ['The Heron Forge Company, Inc.', 'The Heron Forge Company', 'same'],
    ['John Smith', 'Smith John', 'same-words'],
    ['Smith, John', 'John Smith', 'same'],
    ['Play Care', 'Playcare', 'same'],
    ['Falcon Property Management', 'Falcon Porperty Management', 'near'],
    ['Robert Quimby', 'Bob Quimby', 'near'],
    ['Acme', 'Acme Quilting', 'contained'],
    ['International Business Machines', 'IBM', 'acronym'],
    ['Walnut Rock Warehousing', 'Walnut Rock Optics', 'partial'],
    ['Acme', 'Zephyr', 'different'],
    ['School 12', 'School 21', 'partial'],
    ['', 'Acme', 'missing'],
    [
      'Toledo Regional Association of School Nutrition Directors',
      'Toledo Regional Association of School Nut',
      'near',
    ],
  ])('%s and %s are %s', (name, displayName, level) => {
    const found = levelOf('name', { name }, { displayName });
    expect(level === 'near' ? ['near', 'similar'] : [level]).toContain(found);
  });

  test('are compared with every name that the customer has', () => {
    expect(
      levelOf('name', { name: 'Acme Plumbing' }, { displayName: 'Jo Smith', companyName: 'Acme Plumbing' }),
    ).toBe('same');
    expect(
      levelOf('name', { name: 'Jo Smith' }, { displayName: 'JS', givenName: 'Jo', familyName: 'Smith' }),
    ).toBe('same');
    expect(
      levelOf(
        'name',
        { name: 'Kitchen' },
        { displayName: 'Acme:Kitchen', fullyQualifiedName: 'Acme:Kitchen' },
      ),
    ).toBe('same');
    expect(levelOf('name', { name: 'Acme' }, { displayName: 'X1', printOnCheckName: 'Acme' })).toBe('same');
  });
});

describe('e-mail addresses', () => {
  test.each([
    [['jo@acme.com'], 'JO@ACME.COM', 'same'],
    [['x@y.com', 'jo@acme.com'], 'ap@b.com; jo@acme.com', 'same'],
    [['jo+qb@acme.com'], 'jo@acme.com', 'same'],
    [['quentin@acme.com'], 'wilma@acme.com', 'same-domain'],
    [['jonathan.quimby@acme.com'], 'jonathan.quinby@acme.com', 'near'],
    [['j.quimby@acme.com'], 'j.quimby@zephyr.org', 'same-mailbox'],
    [['info@acme.com'], 'info@zephyr.org', 'different'],
    [['quentin@gmail.com'], 'wilma@gmail.com', 'different'],
    [['jo@acme.com'], 'info@books.com', 'missing'],
    [[], 'jo@acme.com', 'missing'],
  ])('%o and %s are %s', (emails, email, level) => {
    expect(levelOf('email', { emails }, { email })).toBe(level);
  });
});

describe('phones', () => {
  test.each([
    ['(312) 555-0123', '+1 312 555 0123', 'same'],
    ['2859902', '285-9902', 'same'],
    ['555-0123', '312-555-0123', 'same-local'],
    ['312 555 0123', '312 555 0124', 'near'],
    ['312 555 0123', '312 555 9876', 'exchange'],
    ['312 555 0123', '415 222 9876', 'different'],
    ['', '415 222 9876', 'missing'],
  ])('%s and %s are %s', (one, other, level) => {
    expect(levelOf('phone', { phone: one }, { phone: other })).toBe(level);
  });

  test('all of both sides are compared', () => {
    const a = { phone: '312 555 1111', otherPhones: ['312 555 0123'] };
    expect(levelOf('phone', a, { phone: '415 222 2222', mobile: '', alternatePhone: '312 555 0123' })).toBe(
      'same',
    );
  });
});

describe('websites', () => {
  test.each([
    [{ website: 'https://www.acme.com' }, { website: 'acme.com/contact' }, 'same'],
    [{ website: 'acme.com' }, { website: 'acme.co.uk' }, 'same-label'],
    [{ website: 'acme.com' }, { email: 'jo@acme.com' }, 'same'],
    [{ website: 'acme.com' }, { website: 'zephyr.org' }, 'different'],
    [{ name: 'Acme Plumbing' }, { displayName: 'Jo', email: 'jo@acmeplumbing.com' }, 'name'],
    [{ website: 'acme.com' }, {}, 'missing'],
    [{ emails: ['jo@acme.com'] }, { email: 'jo@zephyr.org' }, 'missing'],
    [{ website: 'acme.com' }, { email: 'jo@zephyr.org' }, 'different'],
    [{ emails: ['a@gmail.com'], website: 'acme.com' }, { email: 'a@gmail.com', website: 'acme.com' }, 'same'],
    [{ website: 'facebook.com/acme' }, { website: 'facebook.com/zephyr' }, 'missing'],
    [{ emails: ['jo@acme.com'], website: 'acme.com' }, { email: 'jo@acme.com' }, 'counted'],
  ])('%o and %o are %s', (a, c, level) => {
    expect(levelOf('website', a, c)).toBe(level);
  });
});

describe('addresses', () => {
  const streets = (one: string, other: string): string =>
    levelOf('street', { billing: address({ street: one }) }, { billing: address({ street: other }) });

  test.each([
    ['12 North Quimby Street', '12 N Quimby St', 'same'],
    ['12 Quimby Street', '12 Zephyr Street', 'number'],
    ['120 Quimby Street', '121 Quimby Street', 'near-number'],
    ['12 Quimby Street', 'Quimby Street', 'street'],
    ['12 Quimby Street', '4051 Quimby Street', 'other-number'],
    ['12 Quimby Street', '77 Zephyr Lane', 'different'],
    ['12 Quimby Street', 'PO Box 12', 'missing'],
    ['PO Box 12', 'P.O. Box 12', 'same'],
  ])('%s and %s are %s', (one, other, level) => {
    expect(streets(one, other)).toBe(level);
  });

  const places = (one: Partial<Account['billing']>, other: Partial<Account['billing']>): string =>
    levelOf('place', { billing: address(one) }, { billing: address(other) });

  test.each([
    [{ city: 'Quimby', postalCode: '62701' }, { city: 'QUIMBY', postalCode: '62701-1234' }, 'same'],
    [{ postalCode: '62701' }, { city: 'Quimby', postalCode: '62701' }, 'postcode'],
    [{ city: 'Quimby' }, { city: 'Quimby', postalCode: '62701' }, 'city'],
    [{ postalCode: '62701' }, { postalCode: '62710' }, 'near'],
    [{ city: 'Quimby', region: 'IL' }, { city: 'Zephyr', region: 'Illinois' }, 'region'],
    [{ city: 'Quimby', region: 'IL' }, { city: 'Zephyr', region: 'NY' }, 'different'],
    [{ city: 'Quimby' }, { postalCode: '62701' }, 'missing'],
  ])('%o and %o are %s', (one, other, level) => {
    expect(places(one, other)).toBe(level);
  });

  test('the best of billing and shipping counts', () => {
    const home = address({ street: '12 Quimby Street', postalCode: '62701' });
    const far = address({ street: '77 Zephyr Lane', postalCode: '10001' });
    expect(levelOf('street', { billing: far, shipping: home }, { billing: home, shipping: far })).toBe(
      'same',
    );
    expect(
      levelOf(
        'street',
        { billing: far, shipping: home },
        { billing: address({ street: '5 Oak Rd' }), shipping: home },
      ),
    ).toBe('same');
  });
});

test('every comparison ends with a level that never counts', () => {
  for (const comparison of comparisons) {
    expect(levels[comparison].at(-1)).toMatchObject({ id: 'missing', speaks: 'not' });
  }
});
