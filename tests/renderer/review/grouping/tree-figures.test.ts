import { expect, test } from 'vitest';
import { CustomerId } from '#shared/ids.ts';
import { groupedByTree } from '../../../../renderer/review/grouping/grouped-rows.ts';
import { figureWords, treeFigures } from '../../../../renderer/review/grouping/tree-figures.ts';
import { rowTable, withRows } from '../../../../renderer/review/session/rows.ts';
import { exampleRow } from '../example.ts';

const tree = { id: CustomerId.parse('T'), name: 'Top' };
const shared = CustomerId.parse('C');
const rows = [
  exampleRow('1', { tree, balance: 100, customerId: shared }),
  exampleRow('2', { tree, balance: 100, customerId: shared }),
  exampleRow('3', { tree, balance: 20.5 }),
  exampleRow('4', { tree, balance: 7, currency: 'CAD' }),
  exampleRow('5', { tree, balance: -30 }),
  exampleRow('6', { balance: 1_000 }),
];
const grouped = groupedByTree(rows);
const [group] = grouped.groups;
if (group === undefined) throw new Error('no group');

test('a group counts its accounts, and what its customers owe, each once and each currency by itself', () => {
  const figures = treeFigures(grouped, group, rowTable(rows), 'suggested');
  expect(figures).toEqual({ accounts: 5, undecided: 5, owed: 'USD 120.50 and CAD 7.00' });
  expect(figureWords(figures)).toBe('5 accounts, 5 undecided · USD 120.50 and CAD 7.00 open');
});

test('what was decided waits no longer, though its row stays in the group', () => {
  const table = withRows(rowTable(rows), [exampleRow('3', { tree, state: 'confirmed' })]);
  expect(treeFigures(grouped, group, table, 'suggested')).toMatchObject({ accounts: 5, undecided: 4 });
});

test('a group of which nothing waits and nobody owes says so in few words', () => {
  expect(figureWords({ accounts: 1, undecided: 0, owed: '' })).toBe('1 account, none undecided');
});
