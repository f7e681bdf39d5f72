import { describe, expect, test } from 'vitest';
import { normalAddress } from '../../../../app/match/normalise/address.ts';
import { address } from '../records.ts';

const street = (text: string): string => {
  const normal = normalAddress(address({ street: text }));
  return [normal?.number, ...(normal?.street ?? [])].join(' ');
};

describe('a street', () => {
  test.each([
    ['12 North Main Street', '12 N Main St.'],
    ['221 E. 51st St.', '221 East 51 Street'],
    ['100 First Avenue', '100 1st Ave'],
    ['12 Oak Rd, Suite 5', '12 Oak Road'],
    ['12 Oak Rd Apt 5', '12 Oak Road'],
    ['Attn: Jo\n12 Oak Road', '12 Oak Road'],
    ['Hardenbergstraße 87', '87 Hardenbergstrasse'],
    ['P.O. Box 123', 'PO BOX 123'],
  ])('%s reads like %s', (one, other) => {
    expect(street(one)).toBe(street(other));
  });

  test('a post-office box is no street', () => {
    expect(normalAddress(address({ street: 'PO Box 77' }))).toMatchObject({
      number: '77',
      street: ['pobox'],
    });
  });

  test('that holds the whole address gives city, state and postal code too', () => {
    expect(normalAddress(address({ street: '123 Main Street, Las Vegas NV 89132' }))).toEqual({
      number: '123',
      street: ['main', 'st'],
      city: ['las', 'vegas'],
      region: 'nv',
      postcode: '89132',
    });
  });
});

describe('a place', () => {
  test.each([
    [{ city: 'St. Louis' }, { city: 'Saint Louis' }],
    [{ region: 'New York' }, { region: 'NY' }],
    [{ postalCode: '62701-1234' }, { postalCode: '62701' }],
    [{ postalCode: '02119' }, { postalCode: '2119' }],
    [{ postalCode: 'H3B 8J8' }, { postalCode: 'h3b8j8' }],
  ])('%o reads like %o', (one, other) => {
    expect(normalAddress(address(one))).toEqual(normalAddress(address(other)));
  });

  test('of which nothing is known is none', () => {
    expect(normalAddress(address({}))).toBeNull();
    expect(normalAddress(address({ country: 'US' }))).toBeNull();
  });
});
