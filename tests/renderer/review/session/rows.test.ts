import { expect, test } from 'vitest';
import { AccountId } from '#shared/ids.ts';
import { rowOf, rowTable, withRows } from '../../../../renderer/review/session/rows.ts';
import { exampleRow } from '../example.ts';

const one = exampleRow('1');
const two = exampleRow('2');
const table = rowTable([one, two]);

test('a row is found by its account', () => {
  expect(rowOf(table, two.accountId)).toBe(two);
  expect(rowOf(table, AccountId.parse('3'))).toBeUndefined();
});

test('a changed row takes the place of the old one, and the old table stays as it was', () => {
  const confirmed = exampleRow('2', { state: 'confirmed' });
  const changed = withRows(table, [confirmed]);
  expect(changed.rows).toEqual([one, confirmed]);
  expect(rowOf(changed, two.accountId)).toBe(confirmed);
  expect(rowOf(table, two.accountId)).toBe(two);
});

test('a row not seen before is put at the end', () => {
  const three = exampleRow('3');
  const changed = withRows(table, [three]);
  expect(changed.rows).toEqual([one, two, three]);
  expect(rowOf(changed, three.accountId)).toBe(three);
});

test('no change gives the same table', () => {
  expect(withRows(table, [])).toBe(table);
});
