import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compete, type Edges } from '../../../app/match/compete.ts';
import { probability } from '../../../app/match/weigh.ts';

type Link = readonly [account: number, customer: number, logOdds: number];

const edgesOf = (links: readonly Link[]): Edges => ({
  accounts: links.map(([account]) => account),
  customers: links.map(([, customer]) => customer),
  logOdds: links.map(([, , bits]) => bits),
  count: links.length,
});

const scores = (links: readonly Link[], size = 8): number[] =>
  Array.from(compete(edgesOf(links), { accounts: size, customers: size, oneAccountEach: true }), probability);

/** Each link's probability by adding up all sets of links that use no record twice. */
function exactScores(links: readonly Link[]): number[] {
  const weights = links.map(() => 0);
  let total = 0;
  for (let set = 0; set < 2 ** links.length; set += 1) {
    const chosen = links.filter((_, index) => (set & (1 << index)) !== 0);
    const once = (pick: (link: Link) => number): boolean => new Set(chosen.map(pick)).size === chosen.length;
    if (!once(([account]) => account) || !once(([, customer]) => customer)) continue;
    const weight = chosen.reduce((product, [, , bits]) => product * 2 ** bits, 1);
    total += weight;
    links.forEach((_, index) => {
      if ((set & (1 << index)) !== 0) weights[index] = (weights[index] ?? 0) + weight;
    });
  }
  return weights.map((weight) => weight / total);
}

describe('competition', () => {
  test('leaves a pair without rivals as it was', () => {
    expect(scores([[0, 0, 3]])[0]).toBeCloseTo(8 / 9, 9);
  });

  test('halves two equal candidates', () => {
    expect(
      scores([
        [0, 0, 20],
        [0, 1, 20],
      ]),
    ).toEqual([expect.closeTo(0.5, 4), expect.closeTo(0.5, 4)]);
  });

  test('is kind to a rival that has a better partner of its own', () => {
    const [, taken] = scores([
      [0, 0, 20],
      [1, 0, 5],
    ]);
    const [, freed] = scores([
      [0, 0, 20],
      [1, 0, 5],
      [0, 1, 25],
    ]);
    expect(freed).toBeGreaterThan((taken ?? 0) * 10);
  });

  const chains = fc
    .array(fc.double({ min: -10, max: 25, noNaN: true }), { minLength: 1, maxLength: 8 })
    .map((bits) => bits.map((odds, at): Link => [Math.ceil(at / 2), Math.floor(at / 2), odds]));

  test('is exact where rivals form no circle', () => {
    fc.assert(
      fc.property(chains, (links) => {
        const exact = exactScores(links);
        scores(links).forEach((score, index) => {
          expect(score).toBeCloseTo(exact[index] ?? 0, 3);
        });
      }),
    );
  });

  const knots = fc.uniqueArray(
    fc.tuple(fc.nat(4), fc.nat(4), fc.double({ min: -10, max: 30, noNaN: true })),
    { maxLength: 14, selector: ([account, customer]) => account * 5 + customer },
  );

  test('never raises a score, and no record is worth more than one link', () => {
    fc.assert(
      fc.property(knots, (links) => {
        const after = scores(links);
        links.forEach(([, , bits], index) => {
          expect(after[index]).toBeLessThanOrEqual(probability(bits) + 1e-12);
        });
        for (const side of [0, 1] as const) {
          for (let record = 0; record < 5; record += 1) {
            const sum = links.reduce(
              (all, link, index) => all + (link[side] === record ? (after[index] ?? 0) : 0),
              0,
            );
            expect(sum).toBeLessThanOrEqual(1.01);
          }
        }
      }),
    );
  });
});

test('where customers may have several accounts only the customers of one account compete', () => {
  const contenders = { accounts: 8, customers: 8, oneAccountEach: false };
  const both: Link[] = [
    [0, 0, 4],
    [1, 0, 4],
  ];
  expect(Array.from(compete(edgesOf(both), contenders))).toEqual([4, 4]);
  const [first, second] = compete(
    edgesOf([
      [0, 0, 4],
      [0, 1, 4],
    ]),
    contenders,
  );
  expect(first).toBeLessThan(1);
  expect(second).toBe(first);
});
