import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerId } from '#shared/ids.ts';
import { customerTree, topOf } from '../../../app/review/customer-tree.ts';
import { aCustomer, accountId, anAccount, customerId } from '../../support/records.ts';

/** A tree as lines: the relation, the customer, its depth. */
function treeOf(shown: number, parents: Record<number, number>, count = 8) {
  const customers = Array.from({ length: count }, (_, n) =>
    aCustomer(n, { parentId: parents[n] === undefined ? '' : String(parents[n]) }),
  );
  const ledger = {
    customers: new Map(customers.map((customer) => [customer.id, customer])),
    accounts: new Map([[accountId(1), anAccount(1)]]),
    holdersOf: (id: CustomerId) => (id === customerId(2) ? [accountId(1)] : []),
  };
  const customer = ledger.customers.get(customerId(shown));
  if (customer === undefined) throw new Error('no such customer');
  return customerTree(ledger, customer);
}
const lines = (tree: ReturnType<typeof treeOf>) =>
  tree.entries.map(({ relation, customerId: id, depth }) => `${relation} ${id} ${depth}`);

describe('the customers around one', () => {
  test('none where it stands alone', () => {
    expect(treeOf(0, { 2: 1 })).toEqual({ entries: [], left: 0 });
  });

  test('all above it, itself, those below it, then those beside it', () => {
    expect(lines(treeOf(2, { 1: 0, 2: 1, 3: 1, 4: 2, 5: 2, 6: 5 }))).toEqual([
      'above 0 0',
      'above 1 1',
      'shown 2 2',
      'below 4 3',
      'below 5 3',
      'beside 3 2',
    ]);
  });

  test('tells which account has each', () => {
    const { entries } = treeOf(3, { 2: 1, 3: 1 });
    expect(entries.map(({ holder }) => holder?.name ?? null)).toEqual([null, null, 'Account 1']);
  });

  test('counts what does not fit', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [n + 1, 0]));
    const tree = treeOf(0, many, 31);
    expect(tree.entries).toHaveLength(13);
    expect(tree.left).toBe(18);
  });

  test('whatever the parents are, circles too: the shown one once, nobody twice, all depths within the levels', () => {
    const parents = fc.dictionary(fc.integer({ min: 0, max: 7 }).map(String), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), parents, (shown, given) => {
        const { entries } = treeOf(shown, given);
        const ids = entries.map(({ customerId: id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        if (ids.length === 0) return;
        expect(entries.filter(({ relation }) => relation === 'shown')).toMatchObject([
          { customerId: customerId(shown) },
        ]);
        expect(Math.max(...entries.map(({ depth }) => depth))).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('the customer on top of those that belong together', () => {
  const top = (shown: number, parents: Record<number, number>) => {
    const customers = new Map(
      Array.from({ length: 6 }, (_, n) =>
        aCustomer(n, { parentId: parents[n] === undefined ? '' : String(parents[n]) }),
      ).map((customer) => [customer.id, customer]),
    );
    const customer = customers.get(customerId(shown));
    if (customer === undefined) throw new Error('no such customer');
    return topOf(customers, customer)?.id ?? null;
  };

  test('is the same for all of them, and there is none of one that stands alone', () => {
    const parents = { 1: 0, 2: 1, 3: 1 };
    expect([0, 1, 2, 3].map((shown) => top(shown, parents))).toEqual(Array(4).fill(customerId(0)));
    expect(top(4, parents)).toBeNull();
  });

  test('is the customer itself where the one above it was not exported', () => {
    expect(top(1, { 1: 9 })).toBeNull();
    expect(top(1, { 1: 9, 2: 1 })).toBe(customerId(1));
  });
});
