import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '#app/practice/company/random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (a, b) => {
      const first = (seed: number) => {
        const random = new Random(seed);
        return Array.from({ length: 8 }, () => random.next());
      };
      expect(first(a)).toEqual(first(a));
      if ((a | 0) !== (b | 0)) expect(first(a)).not.toEqual(first(b));
    }),
  );
});

test('whole numbers stay within their bounds and reach both', () => {
  const random = new Random(1);
  const seen = new Set(Array.from({ length: 400 }, () => random.int(3, 7)));
  expect([...seen].sort()).toEqual([3, 4, 5, 6, 7]);
});

test('what weighs nothing is never drawn, and the rest as often as it weighs', () => {
  const random = new Random(2);
  const drawn = Array.from({ length: 4_000 }, () =>
    random.weighted([
      [3, 'often'],
      [0, 'never'],
      [1, 'seldom'],
    ]),
  );
  const share = drawn.filter((one) => one === 'often').length / drawn.length;
  expect(drawn).not.toContain('never');
  expect(share).toBeGreaterThan(0.7);
  expect(share).toBeLessThan(0.8);
});

test('shuffling loses nothing and changes the order', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const shuffled = new Random(3).shuffle(items);
  expect(shuffled).not.toEqual(items);
  expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
});
