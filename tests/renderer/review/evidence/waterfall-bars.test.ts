import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '#shared/pairs.ts';
import { waterfall } from '../../../../renderer/review/evidence/waterfall-bars.ts';

const evidence = (bits: number): Evidence => ({
  field: 'name',
  level: 'exact',
  label: 'Name agrees',
  bits,
  accountValue: '',
  customerValue: '',
});

describe('a waterfall', () => {
  test('sets weights for and against on either side of one zero', () => {
    const { zero, bars, total } = waterfall([evidence(-10), evidence(30)]);
    expect(zero).toBe(25);
    expect(bars.map(({ start, length }) => [start, length])).toEqual([
      [0, 25],
      [25, 75],
    ]);
    expect(total).toBe(20);
  });

  test('of nothing is nothing', () => {
    expect(waterfall([])).toEqual({ zero: 0, bars: [], total: 0 });
    expect(waterfall([evidence(0)]).bars.map(({ length }) => length)).toEqual([0]);
  });

  test('always stays within its width, every bar touching the zero', () => {
    const weight = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 12 }), (weights) => {
        const { zero, bars } = waterfall(weights.map(evidence));
        for (const { start, length, evidence: item } of bars) {
          expect(start).toBeGreaterThanOrEqual(-1e-9);
          expect(start + length).toBeLessThanOrEqual(100 + 1e-9);
          expect(item.bits < 0 ? start + length : start).toBeCloseTo(zero, 6);
        }
      }),
    );
  });
});
