import { z } from 'zod';
import type { CustomerState } from '#shared/decisions.ts';
import type { CustomerRow } from '#shared/review.ts';
import { folded } from '../facets/text-matches.ts';

const CustomerColumn = z.enum(['name', 'balance', 'nearest', 'state']);
export type CustomerColumn = z.infer<typeof CustomerColumn>;

/** What customers are ordered by, and which way. */
export const CustomerSorting = z.object({ by: CustomerColumn, desc: z.boolean() });
export type CustomerSorting = z.infer<typeof CustomerSorting>;

export const usualSorting: CustomerSorting = { by: 'balance', desc: true };

/** The columns of the list from left to right, as they are called and as the two ways of ordering by them are. */
export const customerColumns: readonly {
  readonly by: CustomerColumn;
  readonly label: string;
  readonly up: string;
  readonly down: string;
}[] = [
  { by: 'name', label: 'Customer', up: 'A to Z', down: 'Z to A' },
  { by: 'balance', label: 'Balance', up: 'lowest first', down: 'highest first' },
  { by: 'nearest', label: 'Nearest account', up: 'least like it first', down: 'most like it first' },
  { by: 'state', label: 'State', up: 'A to Z', down: 'Z to A' },
];

/** What a click on a column's heading makes of the order: by it, numbers from the top, or the other way round. */
export function sortedBy({ by, desc }: CustomerSorting, column: CustomerColumn): CustomerSorting {
  if (by === column) return { by, desc: !desc };
  return { by: column, desc: column === 'balance' || column === 'nearest' };
}

export const customerStateWords: Record<CustomerState, string> = {
  matched: 'has an account',
  'no-match': 'no match',
  'create-new': 'create new',
  ignored: 'ignored',
  skipped: 'skipped',
};

/** What a customer is found and ordered by as text, made once for each row. */
interface Texts {
  readonly name: string;
  readonly all: string;
}

const texts = new WeakMap<CustomerRow, Texts>();

function textsOf(row: CustomerRow): Texts {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const name = folded(row.name);
  const made = { name, all: `${name}\n${folded(`${row.place}\n${row.nearest?.name ?? ''}`)}` };
  texts.set(row, made);
  return made;
}

const byText = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);

const compare: Record<CustomerColumn, (one: CustomerRow, other: CustomerRow) => number> = {
  name: (one, other) => byText(textsOf(one).name, textsOf(other).name),
  balance: (one, other) => one.balance - other.balance,
  nearest: (one, other) => (one.nearest?.score ?? 0) - (other.nearest?.score ?? 0),
  state: (one, other) => byText(customerStateWords[one.state], customerStateWords[other.state]),
};

/** The customers that hold every word of the text, in this order; those that are equal in it as they came. */
export function shownCustomers(
  rows: readonly CustomerRow[],
  text: string,
  { by, desc }: CustomerSorting,
): readonly CustomerRow[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => words.every((word) => textsOf(row).all.includes(word)));
  return found.sort((one, other) => (desc ? compare[by](other, one) : compare[by](one, other)));
}
