import {
  createColumnHelper,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReviewRow } from '#shared/review.ts';
import { standingWord } from '#shared/words.ts';
import { formatScore } from '../format/numbers.ts';
import { sortedRows } from './sorted-rows.ts';

/** What the review's table can do: say how it is sorted. Its rows are filtered and sorted before, all at once. */
export const features = tableFeatures({ rowSortingFeature });

/** Text as it is ordered: without case and accents. Compared by code unit, which a hundred thousand names need. */
function orderKey(text: string): string | undefined {
  if (text === '') return undefined;
  return (/^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD')).toLowerCase();
}

/** What each column is sorted by. */
const values = {
  account: (row) => orderKey(row.accountName),
  customer: (row) => orderKey(row.customerName),
  score: (row) => row.score ?? undefined,
  why: (row) => orderKey(row.reason),
  balance: (row) => row.balance ?? undefined,
  state: (row) => standingWord(row),
} as const satisfies Record<string, (row: ReviewRow) => string | number | undefined>;

const helper = createColumnHelper<typeof features, ReviewRow>();

/** The columns in their order. A column's value is what it is sorted by; what it shows is the row's own matter. */
export const columns = helper.columns([
  helper.accessor(values.account, { id: 'account', header: 'Account' }),
  helper.accessor(values.customer, { id: 'customer', header: 'Customer' }),
  helper.accessor(values.score, { id: 'score', header: 'Score', sortDescFirst: true }),
  helper.accessor(values.why, { id: 'why', header: 'Why' }),
  helper.accessor(values.balance, { id: 'balance', header: 'Balance', sortDescFirst: true }),
  helper.accessor(values.state, { id: 'state', header: 'State' }),
]);

/** The rows as they are ordered, by one column at most. */
export function inOrder(rows: readonly ReviewRow[], [sort]: SortingState): readonly ReviewRow[] {
  const sortValue =
    sort !== undefined && Object.hasOwn(values, sort.id) ? values[sort.id as keyof typeof values] : null;
  return sort === undefined || sortValue === null ? rows : sortedRows(rows, sortValue, sort.desc);
}

/** The names of the columns, for a menu that sorts. */
export const columnNames = [
  { id: 'account', label: 'Account' },
  { id: 'customer', label: 'Customer' },
  { id: 'score', label: 'Score' },
  { id: 'why', label: 'Why' },
  { id: 'balance', label: 'Balance' },
  { id: 'state', label: 'State' },
] as const;

/** What each column gives when rows are copied: what it shows, in words and plain numbers. */
export const copiedColumns = [
  { heading: 'Account', textOf: (row: ReviewRow) => row.accountName },
  { heading: 'Customer', textOf: (row: ReviewRow) => row.customerName },
  { heading: 'Score', textOf: (row: ReviewRow) => (row.score === null ? '' : formatScore(row.score)) },
  { heading: 'Why', textOf: (row: ReviewRow) => row.reason },
  { heading: 'Balance', textOf: (row: ReviewRow) => row.balance?.toFixed(2) ?? '' },
  { heading: 'State', textOf: standingWord },
];
