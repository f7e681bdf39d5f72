import { describe, expect, test } from 'vitest';
import { at, comparisons, levels } from '../../../app/match/compare/levels.ts';
import { initialWeights } from '../../../app/match/model.ts';
import {
  levelBits,
  logOdds,
  outcomeBits,
  probability,
  rulesOf,
  totalBits,
} from '../../../app/match/weigh.ts';

const sizes = { accounts: 1000, customers: 1000 };
const rules = rulesOf(initialWeights(), sizes);
const place = { name: 0, email: 1, phone: 2, website: 3, street: 4, place: 5 } as const;

describe('a weight', () => {
  test('is log2(m/u), the chance taken from the value where it is known', () => {
    expect(levelBits(rules, place.phone, at.phone.same, 12)).toBeCloseTo(Math.log2(0.55) + 12, 9);
    expect(levelBits(rules, place.phone, at.phone.different, Number.NaN)).toBeCloseTo(
      Math.log2(0.34 / 0.99),
      9,
    );
  });

  test('is nothing for what is missing', () => {
    for (const [index, comparison] of comparisons.entries()) {
      expect(levelBits(rules, index, levels[comparison].length - 1, Number.NaN)).toBe(0);
    }
  });

  test('of agreement is never against the pair, of difference never for it', () => {
    for (const [index, comparison] of comparisons.entries()) {
      for (const [level, { speaks }] of levels[comparison].entries()) {
        for (const chance of [Number.NaN, 0, 5, 30]) {
          const bits = levelBits(rules, index, level, chance);
          if (speaks === 'for') expect(bits).toBeGreaterThanOrEqual(0);
          if (speaks === 'against') expect(bits).toBeLessThanOrEqual(-0.5);
        }
      }
    }
  });

  test('of a name is bounded by what singles out one record', () => {
    expect(levelBits(rules, place.name, at.name.same, 90)).toBeLessThan(Math.log2(1000) + 7);
  });

  test('of an identifier that everybody shares is nothing', () => {
    expect(levelBits(rules, place.email, at.email.same, 0)).toBe(0);
  });
});

test('what speaks for a pair is scaled so that its score can be told from 1', () => {
  const strong = { level: 0, chanceBits: 30, accountValue: '', customerValue: '' };
  const differs = { ...strong, level: at.phone.different, chanceBits: null };
  const found = {
    name: strong,
    email: strong,
    phone: differs,
    website: strong,
    street: strong,
    place: strong,
  };
  const bits = outcomeBits(found, -10, rules);
  expect(bits.reduce((sum, one) => sum + one, -10)).toBeCloseTo(40, 9);
  expect(bits[place.phone]).toBe(levelBits(rules, place.phone, at.phone.different, Number.NaN));
  expect(totalBits(found, -10, rules)).toBe(40);
});

test('log-odds and probability are each the other turned round', () => {
  for (const bits of [-30, -1, 0, 2.5, 30]) expect(logOdds(probability(bits))).toBeCloseTo(bits, 4);
});
