import type { ColumnSort } from '@tanstack/react-table';
import { columnLabels } from './columns.ts';
import { type ColumnId, columnIds } from './layout.ts';

/** How a column is ordered upwards and downwards, in words, where that is not by the alphabet. */
const directions: Partial<Record<ColumnId, readonly [up: string, down: string]>> = {
  score: ['lowest first', 'highest first'],
  balance: ['lowest first', 'highest first'],
  rivals: ['fewest first', 'most first'],
  band: ['surest first', 'least sure first'],
};
const byAlphabet = ['A to Z', 'Z to A'] as const;

/** Numbers are first offered from the top. */
const fromTheTop: readonly ColumnId[] = ['score', 'balance', 'rivals'];

interface SortOrder extends ColumnSort {
  readonly words: string;
}

/** Every order that the table can have, each column's two next to each other. */
export const sortOrders: readonly SortOrder[] = columnIds.flatMap((id): SortOrder[] => {
  const [up, down] = directions[id] ?? byAlphabet;
  const both = [
    { id, desc: false, words: `${columnLabels[id]}, ${up}` },
    { id, desc: true, words: `${columnLabels[id]}, ${down}` },
  ];
  return fromTheTop.includes(id) ? both.toReversed() : both;
});

/** An order within a sentence: "balance, highest first". */
export function sortWords({ id, desc }: ColumnSort): string {
  const order = sortOrders.find((one) => one.id === id && one.desc === desc);
  return order === undefined ? id : `${order.words.charAt(0).toLowerCase()}${order.words.slice(1)}`;
}
