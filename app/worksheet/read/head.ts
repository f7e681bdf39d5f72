import { headingKey, type Row } from '#app/sources/index.ts';
import { mostTitleRows } from '#shared/files.ts';
import { MARK_HEADING } from '../coming-back.ts';

/** Where the cells are that are read of a sheet; null where it has no such column. */
export interface SheetHead {
  readonly decision: number | null;
  readonly comment: number | null;
  readonly accountId: number | null;
  readonly customerId: number | null;
  readonly customerName: number | null;
  /** Where the marks' own heading is. */
  readonly mark: number | null;
  /** Names of columns that are there more than once, so that nothing can be taken from them. */
  readonly doubled: readonly string[];
}

type Column = Exclude<keyof SheetHead, 'doubled' | 'mark' | 'customerName'>;

/** How each column is recognised: by its own heading, and else by one that is close to it. */
const COLUMNS: Readonly<
  Record<Column, { readonly name: string; readonly keys: string[]; readonly like: RegExp }>
> = {
  decision: { name: 'Decision', keys: ['decision', 'decisions'], like: /decision/ },
  comment: { name: 'Comment', keys: ['comment', 'comments'], like: /comment|remark|^notes?$/ },
  accountId: { name: 'Account ID', keys: ['accountid'], like: /^(salesforce|sf)(account)?id$/ },
  customerId: { name: 'Customer ID', keys: ['customerid'], like: /^(quickbooks|qb)(customer)?id$/ },
};

const MARK_KEY = headingKey(MARK_HEADING);

/** The headings of a sheet among the rows above its first marked one, and their row; null where there are none. */
export function headOf(rowsAbove: readonly Row[]): { readonly row: number; readonly head: SheetHead } | null {
  let best: ReturnType<typeof headOf> = null;
  for (const { number, cells } of rowsAbove.slice(0, mostTitleRows)) {
    const head = headIn(cells.map(headingKey));
    if (found(head) > found(best?.head ?? null)) best = { row: number, head };
  }
  return best;
}

function headIn(keys: readonly string[]): SheetHead {
  const doubled: string[] = [];
  const columnOf = ({ name, keys: own, like }: (typeof COLUMNS)[Column]): number | null => {
    const exact = placesOf(keys, (key) => own.includes(key));
    const places = exact.length > 0 ? exact : placesOf(keys, (key) => like.test(key));
    if (places.length > 1) doubled.push(name);
    return onlyOne(places);
  };
  return {
    decision: columnOf(COLUMNS.decision),
    comment: columnOf(COLUMNS.comment),
    accountId: columnOf(COLUMNS.accountId),
    customerId: columnOf(COLUMNS.customerId),
    customerName: onlyOne(placesOf(keys, (key) => key === 'customername')),
    mark: onlyOne(placesOf(keys, (key) => key === MARK_KEY)),
    doubled,
  };
}

function onlyOne(places: readonly number[]): number | null {
  return places.length === 1 ? (places[0] ?? null) : null;
}

function placesOf(keys: readonly string[], fits: (key: string) => boolean): number[] {
  return keys.flatMap((key, place) => (fits(key) ? [place] : []));
}

function found(head: SheetHead | null): number {
  if (head === null) return 0;
  const { doubled, mark: _, customerName: __, ...columns } = head;
  return doubled.length + Object.values(columns).filter((place) => place !== null).length;
}
