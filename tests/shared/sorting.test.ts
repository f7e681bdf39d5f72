import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sorting } from '#shared/sorting.ts';
import { atOnce } from '#shared/steps.ts';

const byNumber = (a: { n: number }, b: { n: number }) => a.n - b.n;

it('gives what sorting in one go gives, equals in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ n: fc.nat(40) }), { maxLength: 60 }), fc.nat(9_000), (some, length) => {
      const list = Array.from({ length: Math.min(length, some.length * 150) }, (_, at) => ({
        n: some[(at * 7) % some.length]?.n ?? 0,
        at,
      }));
      expect(atOnce(sorting(list, byNumber))).toEqual(list.toSorted(byNumber));
    }),
    { numRuns: 30 },
  );
});

it('rests again and again while it sorts many', () => {
  const steps = sorting(
    Array.from({ length: 20_000 }, (_, at) => ({ n: (at * 7_919) % 20_000 })),
    byNumber,
  );
  let rests = 0;
  while (!steps.next().done) rests += 1;
  expect(rests).toBeGreaterThan(20);
});
