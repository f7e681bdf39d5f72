import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contestAround } from '../../../../app/review/conflicts/contest.ts';

type Edge = readonly [account: number, customer: number];

function around(start: number, edges: readonly Edge[], most = 100) {
  return contestAround(
    start,
    {
      customersOf: (account: number) =>
        edges.flatMap(([one, customer]) => (one === account ? [customer] : [])),
      accountsOf: (customer: number) =>
        edges.flatMap(([account, one]) => (one === customer ? [account] : [])),
    },
    most,
  );
}

describe('a contest', () => {
  test('goes from account to customer to account, the nearest first', () => {
    expect(
      around(1, [
        [1, 10],
        [2, 10],
        [2, 20],
        [3, 20],
        [4, 40],
      ]),
    ).toEqual({
      accounts: [1, 2, 3],
      customers: [10, 20],
      left: { accounts: 0, customers: 0 },
    });
  });

  test('of which there is too much keeps the nearest and counts the rest', () => {
    const chain = Array.from({ length: 6 }, (_, n): Edge[] => [
      [n, n],
      [n + 1, n],
    ]).flat();
    expect(around(0, chain, 3)).toEqual({
      accounts: [0, 1, 2],
      customers: [0, 1, 2],
      left: { accounts: 4, customers: 3 },
    });
  });

  test('holds its account, stays within its bounds, and is the same from each of its accounts', () => {
    const edges = fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 })));
    fc.assert(
      fc.property(
        edges,
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 1, max: 5 }),
        (given, start, most) => {
          const whole = around(start, given);
          expect(whole.accounts).toContain(start);
          for (const account of whole.accounts) {
            const other = around(account, given);
            expect(new Set(other.accounts)).toEqual(new Set(whole.accounts));
            expect(new Set(other.customers)).toEqual(new Set(whole.customers));
          }
          const part = around(start, given, most);
          expect(part.accounts[0]).toBe(start);
          expect(part.accounts).toEqual(whole.accounts.slice(0, most));
          expect(part.customers).toEqual(whole.customers.slice(0, most));
          expect(part.left.accounts).toBe(whole.accounts.length - part.accounts.length);
        },
      ),
    );
  });
});
