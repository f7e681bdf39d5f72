import type { AccountState } from '#shared/decisions.ts';
import type { Band } from '#shared/pairs.ts';
import type { ReviewRow } from '#shared/review.ts';

/** Traits of a row's customer that a person may look for. */
export type CustomerTrait = 'balance' | 'inactive' | 'sub-customer';

/** What the table is narrowed to. Within a group any of the chosen suffices; an empty group lets all through. */
export interface Filters {
  readonly states: ReadonlySet<AccountState>;
  readonly bands: ReadonlySet<Band>;
  readonly traits: ReadonlySet<CustomerTrait>;
}

export const noFilters: Filters = { states: new Set(), bands: new Set(), traits: new Set() };

/** How many values are chosen over all groups. */
export function filterCount({ states, bands, traits }: Filters): number {
  return states.size + bands.size + traits.size;
}

/** The set with the value, or without it if it was there. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

function hasTrait(row: ReviewRow, trait: CustomerTrait): boolean {
  if (row.customerId === null) return false;
  if (trait === 'balance') return row.balance !== null && row.balance !== 0;
  return trait === 'inactive' ? !row.customerActive : row.subCustomer;
}

const searchTexts = new WeakMap<ReviewRow, string>();

/** Text without case and accents, so that "pena" finds "Peña". */
function folded(text: string): string {
  const plain = /^[\n\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.toLowerCase();
}

/** Prepares rows for the text filter, which then answers the first letter as fast as every other. */
export function prepareFilter(rows: readonly ReviewRow[]): void {
  for (const row of rows) searchText(row);
}

function searchText(row: ReviewRow): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const { accountName, accountPlace, customerName, customerPlace, reason } = row;
  const text = folded([accountName, accountPlace, customerName, customerPlace, reason].join('\n'));
  searchTexts.set(row, text);
  return text;
}

/** The rows that hold every word of the text and pass every group of the filters, in their order. */
export function filteredRows(
  rows: readonly ReviewRow[],
  text: string,
  { states, bands, traits }: Filters,
): readonly ReviewRow[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0 && states.size + bands.size + traits.size === 0) return rows;
  return rows.filter(
    (row) =>
      (states.size === 0 || states.has(row.state)) &&
      (bands.size === 0 || (row.band !== null && bands.has(row.band))) &&
      (traits.size === 0 || [...traits].some((trait) => hasTrait(row, trait))) &&
      words.every((word) => searchText(row).includes(word)),
  );
}

/** How many rows there are of each value that can be chosen. */
export interface FilterCounts {
  readonly states: ReadonlyMap<AccountState, number>;
  readonly bands: ReadonlyMap<Band, number>;
  readonly traits: ReadonlyMap<CustomerTrait, number>;
}

/** Counts the rows by every value that they can be narrowed to. */
export function filterCounts(rows: readonly ReviewRow[]): FilterCounts {
  const states = new Map<AccountState, number>();
  const bands = new Map<Band, number>();
  const traits = new Map<CustomerTrait, number>();
  const count = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const row of rows) {
    count(states, row.state);
    if (row.band !== null) count(bands, row.band);
    for (const trait of ['balance', 'inactive', 'sub-customer'] as const) {
      if (hasTrait(row, trait)) count(traits, trait);
    }
  }
  return { states, bands, traits };
}
