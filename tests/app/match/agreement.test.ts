import { describe, expect, test } from 'vitest';
import { agreementsOf } from '#app/match/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import { account, address, customer } from './records.ts';

const oak12 = address({ street: '12 Oak Street', city: 'Tacoma', region: 'WA', postalCode: '98402' });

const letters = (one: Partial<Account>, other: Partial<Customer>): string =>
  agreementsOf(account('1', { name: 'Acme', ...one }), customer('1', { displayName: 'Acme', ...other }));

describe('two records that were not proposed as a pair', () => {
  test('that say nothing but the same name agree on that alone', () => {
    expect(letters({}, {})).toBe('ammmm');
  });

  test.each([
    ['Acme Roofing, Inc.', 'ACME ROOFING LLC', 'a'],
    ['Roofing Acme', 'Acme Roofing', 'a'],
    ['Acme Roofing', 'Bolt Roofing', 'd'],
    ['Café Peña', 'cafe pena', 'a'],
  ])('compare the names %s and %s: %s', (name, displayName, expected) => {
    expect(letters({ name }, { displayName }).charAt(0)).toBe(expected);
  });

  test.each([
    [['Ann@Acme.com'], 'bob@acme.com; ann@acme.com', 'a'],
    [['ann@acme.com'], 'bob@acme.com', 'd'],
    [['ann@acme.com'], '', 'm'],
    [['ann@acme.com'], 'see notes', 'm'],
  ])('compare the addresses %s and %s: %s', (emails, email, expected) => {
    expect(letters({ emails }, { email }).charAt(1)).toBe(expected);
  });

  test.each([
    ['(312) 555-0123', '+1 312 555 0123', 'a'],
    ['020 7946 0018', '+44 20 7946 0018', 'a'],
    ['555-0123', '312-555-0123 ext. 4', 'a'],
    ['312-555-0123', '412-555-0123', 'd'],
    ['312-555-0123', 'none', 'm'],
  ])('compare the numbers %s and %s: %s', (phone, mobile, expected) => {
    expect(letters({ phone }, { mobile }).charAt(2)).toBe(expected);
  });

  test.each([
    ['https://www.acme.com/about', 'acme.com', 'a'],
    ['acme.com', 'bolt.com', 'd'],
    ['acme.com', 'facebook.com/acme', 'm'],
  ])('compare the websites %s and %s: %s', (website, other, expected) => {
    expect(letters({ website }, { website: other }).charAt(3)).toBe(expected);
  });

  test.each([
    [oak12, { street: '12 Oak St.', city: 'TACOMA', region: 'WA', postalCode: '98402-1234' }, 'a'],
    [oak12, { ...oak12, street: '14 Oak Street' }, 'd'],
    [address({ city: 'Tacoma' }), oak12, 'a'],
    [oak12, {}, 'm'],
  ])('compare the addresses %o and %o: %s', (billing, other, expected) => {
    expect(letters({ billing }, { billing: address(other) }).charAt(4)).toBe(expected);
  });
});
