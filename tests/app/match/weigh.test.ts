import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, comparisons, levels } from '../../../app/match/compare/levels.ts';
import { initialWeights } from '../../../app/match/model.ts';
import { limited, logOdds, mostLogOdds, probability, Rules } from '../../../app/match/weigh.ts';

const rules = new Rules(initialWeights(), { accounts: 1000, customers: 1000 });
const place = { name: 0, email: 1, phone: 2, website: 3 } as const;

/** A pair's levels and chances in columns: everything missing but these. */
function columns(
  of: Partial<Record<(typeof comparisons)[number], readonly [level: number, chance: number]>>,
) {
  const missing = (comparison: (typeof comparisons)[number]) => [at[comparison].missing, Number.NaN] as const;
  const all = comparisons.map((comparison) => of[comparison] ?? missing(comparison));
  return {
    levels: Uint8Array.from(all, ([level]) => level),
    chances: Float32Array.from(all, ([, chance]) => chance),
  };
}

function weights(of: Parameters<typeof columns>[0]): { readonly sum: number; readonly bits: Float64Array } {
  const pair = columns(of);
  const bits = new Float64Array(comparisons.length);
  return { sum: rules.weigh(pair.levels, pair.chances, 0, bits), bits };
}

describe('a weight', () => {
  test('is log2(m/u), the chance taken from the value where it is known', () => {
    expect(rules.bits(place.phone, at.phone.same, 12)).toBeCloseTo(Math.log2(0.55) + 12, 9);
    expect(rules.bits(place.phone, at.phone.different, Number.NaN)).toBeCloseTo(Math.log2(0.34 / 0.99), 9);
  });

  test('is nothing for what is missing', () => {
    for (const [index, comparison] of comparisons.entries()) {
      expect(rules.bits(index, levels[comparison].length - 1, Number.NaN)).toBe(0);
    }
    expect(weights({}).sum).toBe(0);
  });

  test('of agreement is never against the pair, of difference never for it', () => {
    for (const [index, comparison] of comparisons.entries()) {
      for (const [level, { speaks }] of levels[comparison].entries()) {
        for (const chance of [Number.NaN, 0, 5, 30]) {
          const bits = rules.bits(index, level, chance);
          if (speaks === 'for') expect(bits).toBeGreaterThanOrEqual(0);
          if (speaks === 'against') expect(bits).toBeLessThanOrEqual(-0.5);
        }
      }
    }
  });

  test('of a name is bounded by what singles out one record', () => {
    expect(rules.bits(place.name, at.name.same, 90)).toBeLessThan(Math.log2(1000) + 7);
  });

  test('of an identifier that everybody shares is nothing', () => {
    expect(rules.bits(place.email, at.email.same, 0)).toBe(0);
  });

  test('of a rarer value is never less', () => {
    const bits = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(fc.nat({ max: comparisons.length - 1 }), bits, bits, (index, chance, more) => {
        const comparison = comparisons[index] ?? 'name';
        for (let level = 0; level < levels[comparison].length; level += 1) {
          expect(rules.bits(index, level, chance + more)).toBeGreaterThanOrEqual(
            rules.bits(index, level, chance),
          );
        }
      }),
    );
  });
});

describe('a website that the e-mail has counted', () => {
  const [email, website] = [
    [at.email['same-domain'], 8],
    [at.website.counted, 12],
  ] as const;

  test('adds what it says beyond the e-mail', () => {
    const alone = rules.bits(place.website, at.website.same, 12);
    expect(weights({ email, website }).sum).toBeCloseTo(alone, 9);
  });

  test('adds nothing where the e-mail says more', () => {
    expect(weights({ email: [at.email.same, 20], website }).bits[place.website]).toBe(0);
  });
});

describe('a domain beside a rare name', () => {
  const name = [at.name.same, 40] as const;
  const website = [at.website.same, 12] as const;
  const email = [at.email['same-domain'], 12] as const;

  test('says little of which branch is meant, but tells two organisations of one name apart', () => {
    const { bits } = weights({ name, website });
    expect(bits[place.website]).toBeCloseTo(2.5, 9);
    expect(bits[place.name]).toBe(weights({ name }).bits[place.name]);
  });

  test('says no more where the e-mail has it, too', () => {
    const { bits } = weights({ name, website: [at.website.counted, 12], email });
    expect((bits[place.website] ?? 0) + (bits[place.email] ?? 0)).toBeCloseTo(2.5, 9);
  });

  test('never says more than it does alone', () => {
    const common = [at.website.same, 1.5] as const;
    expect(weights({ name, website: common }).bits[place.website]).toBeLessThanOrEqual(
      weights({ website: common }).bits[place.website] ?? 0,
    );
  });
});

test('the weights of a pair add up to their sum, wherever in the columns it stands', () => {
  const pair = columns({ name: [at.name.same, 11], phone: [at.phone.different, Number.NaN] });
  const width = comparisons.length;
  const [levelColumn, chanceColumn] = [new Uint8Array(3 * width), new Float32Array(3 * width)];
  levelColumn.set(pair.levels, width);
  chanceColumn.set(pair.chances, width);
  const bits = new Float64Array(width);
  const sum = rules.weigh(levelColumn, chanceColumn, width, bits);
  expect(sum).toBe(rules.weigh(pair.levels, pair.chances, 0));
  expect(bits.reduce((all, one) => all + one, 0)).toBeCloseTo(sum, 9);
});

test('what speaks for a pair is scaled so that its score can be told from 1', () => {
  const strong = [0, 30] as const;
  const differs = [at.phone.different, Number.NaN] as const;
  const { bits, sum } = weights({
    name: strong,
    email: strong,
    phone: differs,
    website: strong,
    street: strong,
    place: strong,
  });
  expect(sum).toBeGreaterThan(mostLogOdds + 10);
  const scaled = limited(-10, bits);
  expect(scaled.reduce((all, one) => all + one, -10)).toBeCloseTo(mostLogOdds, 9);
  expect(scaled[place.phone]).toBe(bits[place.phone]);
  expect(
    limited(
      -10,
      scaled.map((one) => one / 2),
    ),
  ).toEqual(scaled.map((one) => one / 2));
});

test('log-odds and probability are each the other turned round', () => {
  for (const bits of [-30, -1, 0, 2.5, 30]) expect(logOdds(probability(bits))).toBeCloseTo(bits, 4);
});
