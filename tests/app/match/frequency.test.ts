import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account, Customer } from '#shared/records.ts';
import { countSide, forgetMarks, settleCounts } from '../../../app/match/count.ts';
import { accountFeatures, customerFeatures } from '../../../app/match/features.ts';
import { Lexicon, rarity, termKinds } from '../../../app/match/frequency.ts';
import { account, customer } from './records.ts';

function counted(accounts: readonly Account[], customers: readonly Customer[]): Lexicon {
  const lexicon = new Lexicon({ accounts: accounts.length, customers: customers.length });
  countSide(
    'accounts',
    accounts.map((one) => accountFeatures(one, lexicon, 'US')),
  );
  forgetMarks(lexicon);
  countSide(
    'customers',
    customers.map((one) => customerFeatures(one, lexicon, 'US')),
  );
  settleCounts(lexicon);
  return lexicon;
}

describe('rarity', () => {
  test('falls with the count and rises with the number of records', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...termKinds),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (kind, count, more, size) => {
          const sizes = { accounts: size, customers: size };
          const larger = { accounts: 2 * size, customers: 2 * size };
          expect(rarity(kind, 'x', count + more, sizes)).toBeLessThanOrEqual(rarity(kind, 'x', count, sizes));
          expect(rarity(kind, 'x', count, larger)).toBeGreaterThanOrEqual(rarity(kind, 'x', count, sizes));
          expect(rarity(kind, 'x', count, sizes)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('of a common business word is low even in a small file', () => {
    const sizes = { accounts: 20, customers: 20 };
    expect(rarity('word', 'services', 2, sizes)).toBeLessThan(rarity('word', 'quimby', 2, sizes) - 1.5);
  });
});

describe('counting', () => {
  test('an identifier counts once for records of one name and once for each other name', () => {
    const phone = '312 555 0123';
    const doubled = counted(
      [],
      [1, 2, 3].map((id) => customer(`${id}`, { displayName: 'Acme', phone })),
    );
    const shared = counted(
      [],
      [1, 2, 3].map((id) => customer(`${id}`, { displayName: `Acme ${id}x`, phone })),
    );
    expect(doubled.term('phone', '13125550123').count).toBe(1);
    expect(shared.term('phone', '13125550123').count).toBe(3);
  });

  test('a word counts once a record, on both sides', () => {
    const lexicon = counted(
      [account('A', { name: 'Quimby Quimby' })],
      [customer('1', { displayName: 'Quimby', companyName: 'Quimby Inc' })],
    );
    expect(lexicon.term('word', 'quimby').count).toBe(2);
  });

  test('a word that is a city counts for the records there too', () => {
    const there = { street: '', city: 'Quimby', region: '', postalCode: '', country: '' };
    const customers = Array.from({ length: 10 }, (_, id) =>
      customer(`${id}`, { displayName: `Acme ${id}x`, billing: there }),
    );
    expect(counted([account('A', { name: 'Quimby Florist' })], customers).term('word', 'quimby').count).toBe(
      6,
    );
  });
});
