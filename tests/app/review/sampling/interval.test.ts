import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clopperPearson, drawsFor } from '../../../../app/review/sampling/interval.ts';

describe('the interval of a rate', () => {
  // From the tables of Clopper and Pearson's method in R (binom.test), to four places.
  test.each([
    [0, 10, 0, 0.3085],
    [1, 20, 0.0013, 0.2487],
    [5, 20, 0.0866, 0.491],
    [10, 10, 0.6915, 1],
    [2, 367, 0.0007, 0.0195],
    [50, 1_000, 0.0373, 0.0654],
  ])('%i of %i is %f to %f', (hits, n, low, high) => {
    const found = clopperPearson(hits, n);
    expect(found.rate).toBeCloseTo(hits / n, 10);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test('of nothing says nothing', () => {
    expect(clopperPearson(0, 0)).toEqual({ rate: 0, low: 0, high: 1 });
  });

  test('holds the rate, is symmetric, and narrows with more draws', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (n, some) => {
        const hits = some % (n + 1);
        const { rate, low, high } = clopperPearson(hits, n);
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThanOrEqual(rate);
        const mirrored = clopperPearson(n - hits, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 9);
        expect(mirrored.high).toBeCloseTo(1 - low, 9);
        const more = clopperPearson(hits * 3, n * 3);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  test('covers the true rate at least as often as it says', () => {
    for (const p of [0.01, 0.05, 0.3]) {
      const n = 100;
      let covered = 0;
      let term = (1 - p) ** n;
      for (let hits = 0; hits <= n; hits += 1) {
        const { low, high } = clopperPearson(hits, n);
        if (low <= p && p <= high) covered += term;
        term *= ((n - hits) / (hits + 1)) * (p / (1 - p));
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });
});

describe('the size of a sample', () => {
  test('is the least that shows the bound when no draw is wrong', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.002, max: 0.4, noNaN: true }), (bound) => {
        const n = drawsFor(bound, 1_000_000);
        expect(clopperPearson(0, n).high).toBeLessThanOrEqual(bound + 1e-9);
        expect(clopperPearson(0, n - 1).high).toBeGreaterThan(bound);
      }),
    );
  });

  test.each([
    [0.01, 10_000, 368],
    [0.05, 10_000, 72],
    [0.01, 50, 50],
    [0, 7, 7],
  ])('for at most %f wrong among %i is %i', (bound, population, size) => {
    expect(drawsFor(bound, population)).toBe(size);
  });
});
