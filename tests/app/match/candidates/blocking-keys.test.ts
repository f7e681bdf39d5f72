import { describe, expect, test } from 'vitest';
import type { Account, Customer } from '#shared/records.ts';
import { KeySet } from '../../../../app/match/candidates/key-set.ts';
import { addKeys, type SearchKind } from '../../../../app/match/candidates/search.ts';
import { account, address, customer } from '../records.ts';
import { contextOf } from '../sides.ts';

function sharedKeys(
  kind: SearchKind,
  a: Partial<Account>,
  c: Partial<Customer>,
  crowd: readonly Customer[] = [],
): number {
  const { context } = contextOf([account('A', a)], [customer('0', c), ...crowd]);
  const [left, right] = [new KeySet(), new KeySet()];
  addKeys(kind, context, context.accounts, 0, left);
  addKeys(kind, context, context.customers, 0, right);
  const own = new Set(left.keys.subarray(0, left.count));
  return right.keys.subarray(0, right.count).filter((key) => own.has(key)).length;
}

const named = { name: 'Zwick Upholstery' };
const otherwise = { displayName: 'Brondel Foundry' };
const oak = address({ street: '12 Quimby Street', city: 'Salem', postalCode: '97301' });

describe('two records share a blocking key that share', () => {
  test.each<[string, Partial<Account>, Partial<Customer>]>([
    ['a word of the name', { name: 'Quimby Optics' }, { displayName: 'The Quimby Group' }],
    ['the name but for its blanks', { name: 'Play Care' }, { displayName: 'Playcare' }],
    ['a phone', { ...named, phone: '312 555 0123' }, { ...otherwise, phone: '(312) 555-0123' }],
    ['another phone', { ...named, otherPhones: ['312 555 0123'] }, { ...otherwise, mobile: '312.555.0123' }],
    [
      'a phone without its area code',
      { ...named, phone: '555-0123' },
      { ...otherwise, alternatePhone: '312 555 0123' },
    ],
    [
      'an e-mail address',
      { ...named, emails: ['x@gmail.com', 'jo@gmail.com'] },
      { ...otherwise, email: 'JO@gmail.com' },
    ],
    ['a mailbox', { ...named, emails: ['jonquil@gmail.com'] }, { ...otherwise, email: 'jonquil@zwick.org' }],
    ['a domain', { ...named, website: 'www.quimby.com' }, { ...otherwise, website: 'https://quimby.com/x' }],
    [
      'the domain of a site and an address',
      { ...named, website: 'quimby.com' },
      { ...otherwise, email: 'jo@quimby.com' },
    ],
    [
      'a domain and the name it is made of',
      { ...named, website: 'quimbyoptics.com' },
      { displayName: 'Quimby Optics' },
    ],
    [
      'a house number and a postal code',
      { ...named, billing: oak },
      { ...otherwise, billing: { ...oak, street: '12 Zephyr Rd', city: '' } },
    ],
    [
      'a house number and a city',
      { ...named, billing: oak },
      { ...otherwise, billing: { ...oak, street: '12 Zephyr Rd', postalCode: '' } },
    ],
    [
      'a street and a postal code',
      { ...named, billing: oak },
      { ...otherwise, shipping: { ...oak, street: 'Quimby St', city: '' } },
    ],
    [
      'a street and a city',
      { ...named, shipping: oak },
      { ...otherwise, billing: { ...oak, street: '99 Quimby St', postalCode: '' } },
    ],
    ['initials', { name: 'International Business Machines' }, { displayName: 'IBM' }],
    [
      'a postal code and a city',
      { ...named, billing: oak },
      { ...otherwise, billing: address({ city: 'Salem', postalCode: '97301' }) },
    ],
    [
      'a house number and a street',
      { ...named, billing: oak },
      { ...otherwise, billing: address({ street: '12 Quimby St' }) },
    ],
  ])('%s', (_, a, c) => {
    expect(sharedKeys('blocking', a, c)).toBeGreaterThan(0);
  });

  test('two words that are common, and a common word in one town', () => {
    const crowd = Array.from({ length: 60 }, (_, at) =>
      customer(`${at + 1}`, { displayName: `Vexor${at} Oyster Lantern` }),
    );
    const both = [{ name: 'Oyster Lantern' }, { displayName: 'Lantern and Oyster' }] as const;
    expect(sharedKeys('blocking', ...both, crowd)).toBe(3);
    const there = [
      { name: 'Oyster Zwick', billing: oak },
      { displayName: 'Brondel Oyster', billing: { ...oak, street: '' } },
    ] as const;
    expect(sharedKeys('blocking', ...there, crowd)).toBe(4);
  });
});

describe('two records share no blocking key that', () => {
  test.each<[string, Partial<Account>, Partial<Customer>]>([
    ['have nothing', {}, {}],
    [
      'have nothing in common',
      { ...named, phone: '312 555 0123', billing: oak },
      { ...otherwise, phone: '415 222 7777' },
    ],
    [
      'share a free provider only',
      { ...named, emails: ['wilma@gmail.com'] },
      { ...otherwise, email: 'barney@gmail.com' },
    ],
    [
      'share a postal code only',
      { ...named, billing: oak },
      { ...otherwise, billing: address({ postalCode: '97301' }) },
    ],
  ])('%s', (_, a, c) => {
    expect(sharedKeys('blocking', a, c)).toBe(0);
  });
});

describe('pieces are shared by records with errors', () => {
  test.each<[string, Partial<Account>, Partial<Customer>]>([
    [
      'in every word of the name',
      { name: 'Brandywine Upholstery' },
      { displayName: 'Brandiwine Upholstrey' },
    ],
    [
      'in a mailbox',
      { ...named, emails: ['jonathan@gmail.com'] },
      { ...otherwise, email: 'jonathon@aol.com' },
    ],
    [
      'in a street',
      { ...named, billing: oak },
      { ...otherwise, billing: address({ street: '12 Quimbly Street' }) },
    ],
  ])('%s', (_, a, c) => {
    expect(sharedKeys('pieces', a, c)).toBeGreaterThan(1);
  });

  test('but not by streets of other house numbers', () => {
    const there = address({ street: '14 Quimby' });
    expect(sharedKeys('pieces', { billing: address({ street: '12 Quimby' }) }, { billing: there })).toBe(0);
  });
});

test('a name of ten thousand words has no more keys than a record may have', () => {
  const name = Array.from({ length: 10_000 }, (_, at) => `w${at}`).join(' ');
  expect(sharedKeys('blocking', { name }, { displayName: name })).toBeLessThanOrEqual(512);
});
