import type { Queue } from '#shared/decisions.ts';
import type { ReviewRow } from '#shared/review.ts';
import { formatCount, formatCounted, formatMoney } from '../../format/numbers.ts';
import { type RowTable, rowOf } from '../session/rows.ts';
import type { GroupedRows, TreeGroup } from './grouped-rows.ts';

/** What a group's heading says of its rows. `owed` is what its customers owe, `''` for nothing. */
export interface TreeFigures {
  readonly accounts: number;
  readonly undecided: number;
  readonly owed: string;
}

interface Counted {
  readonly table: RowTable;
  readonly queue: Queue;
  readonly figures: TreeFigures;
}

const known = new WeakMap<TreeGroup, Counted>();

/**
 * Counts a group: its accounts, those that still wait in the queue, and the balances above zero of its customers, each
 * once however many accounts show it, a sum for each currency. Counted once for what the rows are now.
 */
export function treeFigures(
  { rows }: GroupedRows,
  group: TreeGroup,
  table: RowTable,
  queue: Queue,
): TreeFigures {
  const before = known.get(group);
  if (before?.table === table && before.queue === queue) return before.figures;
  const figures = countedFigures(rows, group, table, queue);
  known.set(group, { table, queue, figures });
  return figures;
}

function countedFigures(
  rows: readonly ReviewRow[],
  { start, end }: TreeGroup,
  table: RowTable,
  queue: Queue,
): TreeFigures {
  const counted = new Set<string>();
  const sums = new Map<string, number>();
  let undecided = 0;
  for (let index = start; index < end; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    if ((rowOf(table, row.accountId) ?? row).queue === queue) undecided += 1;
    addBalance(row, counted, sums);
  }
  const owed = Array.from(sums, ([currency, sum]) => formatMoney(sum, currency)).join(' and ');
  return { accounts: end - start, undecided, owed };
}

function addBalance(
  { customerId, balance, currency }: ReviewRow,
  counted: Set<string>,
  sums: Map<string, number>,
): void {
  if (customerId === null || balance === null || balance <= 0 || counted.has(customerId)) return;
  counted.add(customerId);
  sums.set(currency, (sums.get(currency) ?? 0) + balance);
}

/** A group's figures in a line: "4 accounts, 3 undecided · USD 1,240.00 open". */
export function figureWords({ accounts, undecided, owed }: TreeFigures): string {
  const waiting = undecided === 0 ? 'none undecided' : `${formatCount(undecided)} undecided`;
  return `${formatCounted(accounts, 'account')}, ${waiting}${owed === '' ? '' : ` · ${owed} open`}`;
}
