import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawn } from '#app/review/index.ts';

const seeded = (seed: number) => {
  let state = seed >>> 0;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

test('draws as many as asked for or as there are, none twice, and leaves what it draws from as it is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat(30), fc.nat(), (items, count, seed) => {
      const before = [...items];
      const some = drawn(items, count, seeded(seed));
      expect(items).toEqual(before);
      expect(some).toHaveLength(Math.min(count, items.length));
      expect(new Set(some).size).toBe(some.length);
      expect(some.every((item) => items.includes(item))).toBe(true);
    }),
  );
});

test('gives every item the same chance, in every place', () => {
  const random = seeded(7);
  const counts = new Map<string, number>();
  const rounds = 20_000;
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, item] of drawn(['a', 'b', 'c', 'd'], 2, random).entries()) {
      const key = `${item}${place}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(8);
  for (const n of counts.values()) expect(Math.abs(n / rounds - 1 / 4)).toBeLessThan(0.02);
});
