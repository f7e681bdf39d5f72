import { expect, test } from 'vitest';
import { columnIds } from '../../../../renderer/review/columns/layout.ts';
import { sortOrders, sortWords } from '../../../../renderer/review/columns/sort-orders.ts';

test('the table can be ordered by every column, either way, each in words of its own', () => {
  const orders = sortOrders.map(({ id, desc }) => `${id} ${desc}`);
  expect(orders.toSorted()).toEqual(columnIds.flatMap((id) => [`${id} false`, `${id} true`]).toSorted());
  expect(new Set(sortOrders.map(({ words }) => words)).size).toBe(orders.length);
});

test('numbers are first offered from the top, words from A', () => {
  const firstOf = (id: string) => sortOrders.find((order) => order.id === id)?.words;
  expect(firstOf('balance')).toBe('Balance, highest first');
  expect(firstOf('account-city')).toBe('Account city, A to Z');
});

test('an order is told in a sentence, and one that is not known any more by its name', () => {
  expect(sortWords({ id: 'rivals', desc: true })).toBe('rivals, most first');
  expect(sortWords({ id: 'gone', desc: true })).toBe('gone');
});
