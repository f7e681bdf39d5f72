import type { CustomerRow } from '#shared/review.ts';
import { folded } from '../facets/text-matches.ts';

/** What customers can be ordered by, with the words for it. */
export const customerOrders = [
  ['balance', 'Balance, highest first'],
  ['name', 'Name, A to Z'],
  ['nearest', 'Nearest score, highest first'],
] as const;
export type CustomerOrder = (typeof customerOrders)[number][0];

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

const compare: Record<CustomerOrder, (one: CustomerRow, other: CustomerRow) => number> = {
  balance: (one, other) => other.balance - one.balance,
  name: (one, other) => {
    const [first, second] = [textsOf(one).name, textsOf(other).name];
    return first === second ? 0 : first < second ? -1 : 1;
  },
  nearest: (one, other) => (other.nearest?.score ?? 0) - (one.nearest?.score ?? 0),
};

/** The customers that hold every word of the text, in this order; those that are equal in it as they came. */
export function shownCustomers(
  rows: readonly CustomerRow[],
  text: string,
  order: CustomerOrder,
): readonly CustomerRow[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => words.every((word) => textsOf(row).all.includes(word)));
  return found.sort(compare[order]);
}
