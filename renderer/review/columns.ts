import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReviewRow } from '#shared/review.ts';
import { standingWord } from '#shared/words.ts';

/** What the review's table can do: sort. Filtering is done before, over the whole row. */
export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Text as it is ordered: without case and accents. Compared by code unit, which a hundred thousand names need. */
function orderKey(text: string): string | undefined {
  return text === '' ? undefined : text.normalize('NFKD').toLowerCase();
}

function ascending(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [first, second] = [String(left), String(right)];
  return first < second ? -1 : first > second ? 1 : 0;
}

const helper = createColumnHelper<typeof features, ReviewRow>();

const sortable = {
  sortFn: (left: { getValue(id: string): unknown }, right: { getValue(id: string): unknown }, id: string) =>
    ascending(left.getValue(id), right.getValue(id)),
  sortUndefined: 'last',
} as const;

/** The columns in their order. A column's value is what it is sorted by; what it shows is the row's own matter. */
export const columns = helper.columns([
  helper.accessor((row) => orderKey(row.accountName), { id: 'account', header: 'Account', ...sortable }),
  helper.accessor((row) => orderKey(row.customerName), { id: 'customer', header: 'Customer', ...sortable }),
  helper.accessor((row) => row.score ?? undefined, {
    id: 'score',
    header: 'Score',
    sortDescFirst: true,
    ...sortable,
  }),
  helper.accessor((row) => orderKey(row.reason), { id: 'why', header: 'Why', ...sortable }),
  helper.accessor((row) => row.balance ?? undefined, {
    id: 'balance',
    header: 'Balance',
    sortDescFirst: true,
    ...sortable,
  }),
  helper.accessor((row) => standingWord(row), { id: 'state', header: 'State', ...sortable }),
]);

/** The names of the columns, for a menu that sorts. */
export const columnNames = [
  { id: 'account', label: 'Account' },
  { id: 'customer', label: 'Customer' },
  { id: 'score', label: 'Score' },
  { id: 'why', label: 'Why' },
  { id: 'balance', label: 'Balance' },
  { id: 'state', label: 'State' },
] as const;
