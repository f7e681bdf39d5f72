import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedKinds } from '../../../../app/match/terms/kinds.ts';
import { imaginedWords, rarity } from '../../../../app/match/terms/rarity.ts';

describe('rarity', () => {
  test('falls with the count and rises with the number of records', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...countedKinds),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (kind, count, more, size) => {
          const sizes = { accounts: size, customers: size };
          const larger = { accounts: 2 * size, customers: 2 * size };
          const bits = rarity(kind, count, imaginedWords, sizes);
          expect(rarity(kind, count + more, imaginedWords, sizes)).toBeLessThanOrEqual(bits);
          expect(rarity(kind, count, imaginedWords, larger)).toBeGreaterThanOrEqual(bits);
          expect(bits).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('falls with the records that are imagined besides, except of an identifier', () => {
    const sizes = { accounts: 100, customers: 100 };
    expect(rarity('word', 2, 30, sizes)).toBeLessThan(rarity('word', 2, 1, sizes));
    expect(rarity('phone', 2, 30, sizes)).toBe(rarity('phone', 2, 1, sizes));
  });

  test('of an identifier that every record has is nothing', () => {
    expect(rarity('email', 1000, 0, { accounts: 1000, customers: 900 })).toBeCloseTo(0, 2);
  });
});
