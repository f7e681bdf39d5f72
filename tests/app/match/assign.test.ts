import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from '../../../app/match/assign.ts';

type Link = readonly [account: number, customer: number, score: number];

function assigned(links: readonly Link[], floor = 0.1, size = 6, oneAccountEach = true): Link[] {
  const edges = {
    accounts: links.map(([account]) => account),
    customers: links.map(([, customer]) => customer),
    logOdds: links.map(() => 0),
    count: links.length,
  };
  const chosen = new Set(
    assign(
      edges,
      links.map(([, , score]) => score),
      floor,
      { accounts: size, customers: size, oneAccountEach },
    ),
  );
  return links.filter((_, edge) => chosen.has(edge));
}

/** The highest sum of scores of any one-to-one choice. */
function bestSum(links: readonly Link[]): number {
  const [first, ...rest] = links;
  if (first === undefined) return 0;
  const free = rest.filter(([account, customer]) => account !== first[0] && customer !== first[1]);
  return Math.max(bestSum(rest), first[2] + bestSum(free));
}

const sumOf = (links: readonly Link[]): number => links.reduce((sum, [, , score]) => sum + score, 0);

/** Links whose scores a competition could have left: those of a record add up to no more than one. */
const contests = fc
  .uniqueArray(fc.tuple(fc.nat(4), fc.nat(4), fc.double({ min: 0.01, max: 1, noNaN: true })), {
    maxLength: 12,
    selector: ([account, customer]) => account * 5 + customer,
  })
  .map((links): Link[] => {
    const load = (side: 0 | 1, record: number): number =>
      sumOf(links.filter((link) => link[side] === record));
    return links.map(([account, customer, score]) => {
      return [account, customer, score / Math.max(1, load(0, account), load(1, customer))];
    });
  });

describe('the assignment', () => {
  test('links no record twice', () => {
    fc.assert(
      fc.property(contests, (links) => {
        const chosen = assigned(links);
        expect(new Set(chosen.map(([account]) => account)).size).toBe(chosen.length);
        expect(new Set(chosen.map(([, customer]) => customer)).size).toBe(chosen.length);
      }),
    );
  });

  test('has the highest expected number of right links', () => {
    fc.assert(
      fc.property(contests, (links) => {
        const open = links.filter(([, , score]) => score >= 0.1);
        expect(sumOf(assigned(links))).toBeCloseTo(bestSum(open), 9);
      }),
    );
  });

  test('leaves out what is below the floor', () => {
    expect(assigned([[0, 0, 0.09]])).toEqual([]);
  });

  test('takes two fair links before one good one that blocks both', () => {
    expect(
      assigned([
        [0, 0, 0.5],
        [0, 1, 0.4],
        [1, 0, 0.45],
      ]),
    ).toEqual([
      [0, 1, 0.4],
      [1, 0, 0.45],
    ]);
  });

  test('settles a knot too large for a matrix, each record once', () => {
    const links: Link[] = Array.from({ length: 300 }, (_, a) => a).flatMap((a) =>
      Array.from({ length: 300 }, (_, c): Link => [a, c, 0.2 + ((a * 7 + c * 13) % 50) / 1000]),
    );
    expect(assigned(links, 0.1, 300)).toHaveLength(300);
  });
});

test('where customers may have several accounts each account has its most probable pair above the floor', () => {
  const links: Link[] = [
    [0, 0, 0.9],
    [1, 0, 0.8],
    [1, 1, 0.7],
    [2, 1, 0.05],
  ];
  expect(assigned(links, 0.1, 6, false)).toEqual([links[0], links[1]]);
  expect(assigned(links, 0.1, 6)).toEqual([links[0], links[2]]);
});
