import {
  createColumnHelper,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
} from '@tanstack/react-table';
import { Band } from '#shared/pairs.ts';
import type { ReviewRow } from '#shared/review.ts';
import { bandWords, standingWord } from '#shared/words.ts';
import { formatScore } from '../../format/numbers.ts';
import { sortedRows } from '../table/sorted-rows.ts';
import { type ColumnId, columnIds } from './layout.ts';

/** What the review's table can do: say how it is sorted. Its rows are filtered and sorted before, all at once. */
export const features = tableFeatures({ rowSortingFeature });

/** Text as it is ordered: without case and accents. Compared by code unit, which a hundred thousand names need. */
function orderKey(text: string): string | undefined {
  if (text === '') return undefined;
  return (/^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD')).toLowerCase();
}

/** What is particular about a row's customer, in words. */
export function statusWords({ customerId, customerActive, subCustomer }: ReviewRow): string {
  if (customerId === null) return '';
  return [customerActive ? 'active' : 'inactive', subCustomer ? 'sub-customer' : '']
    .filter(Boolean)
    .join(', ');
}

/** What each column is called. */
export const columnLabels: Record<ColumnId, string> = {
  account: 'Account',
  customer: 'Customer',
  score: 'Score',
  why: 'Why',
  balance: 'Balance',
  state: 'State',
  'account-city': 'Account city',
  'customer-city': 'Customer city',
  'customer-status': 'Customer status',
  band: 'Band',
  rivals: 'Rivals',
  'account-id': 'Account id',
  'customer-id': 'Customer id',
};

/** What each column is sorted by. */
const values = {
  account: (row) => orderKey(row.accountName),
  customer: (row) => orderKey(row.customerName),
  score: (row) => row.score ?? undefined,
  why: (row) => orderKey(row.reason),
  balance: (row) => row.balance ?? undefined,
  state: (row) => standingWord(row),
  'account-city': (row) => orderKey(row.accountPlace),
  'customer-city': (row) => orderKey(row.customerPlace),
  'customer-status': (row) => orderKey(statusWords(row)),
  band: (row) => (row.band === null ? undefined : Band.options.indexOf(row.band)),
  rivals: (row) => row.rivals,
  'account-id': (row) => orderKey(row.accountId),
  'customer-id': (row) => orderKey(row.customerId ?? ''),
} as const satisfies Record<ColumnId, (row: ReviewRow) => string | number | undefined>;

const helper = createColumnHelper<typeof features, ReviewRow>();

/** Sorted first by its highest values. */
const fromTheTop: readonly ColumnId[] = ['score', 'balance', 'rivals'];

/** The columns. A column's value is what it is sorted by; what it shows is the row's own matter. */
export const columns = helper.columns(
  columnIds.map((id) =>
    helper.accessor((row) => values[id](row), {
      id,
      header: columnLabels[id],
      sortDescFirst: fromTheTop.includes(id),
    }),
  ),
);

/** The rows as they are ordered, by one column at most. */
export function inOrder(rows: readonly ReviewRow[], [sort]: SortingState): readonly ReviewRow[] {
  const sortValue =
    sort !== undefined && Object.hasOwn(values, sort.id) ? values[sort.id as keyof typeof values] : null;
  return sort === undefined || sortValue === null ? rows : sortedRows(rows, sortValue, sort.desc);
}

/** What each column says in words and plain numbers, as it is copied. */
export const columnTexts: Record<ColumnId, (row: ReviewRow) => string> = {
  account: (row) => row.accountName,
  customer: (row) => row.customerName,
  score: (row) => (row.score === null ? '' : formatScore(row.score)),
  why: (row) => row.reason,
  balance: (row) => row.balance?.toFixed(2) ?? '',
  state: standingWord,
  'account-city': (row) => row.accountPlace,
  'customer-city': (row) => row.customerPlace,
  'customer-status': statusWords,
  band: (row) => (row.band === null ? '' : bandWords[row.band]),
  rivals: (row) => (row.rivals === 0 ? '' : String(row.rivals)),
  'account-id': (row) => row.accountId,
  'customer-id': (row) => row.customerId ?? '',
};
