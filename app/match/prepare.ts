import type { Account, Customer } from '#shared/records.ts';
import { countSide, forgetMarks, settleCounts } from './count.ts';
import { accountFeatures, customerFeatures, type Features, usualCountry } from './features.ts';
import { Lexicon } from './frequency.ts';
import type { Pace } from './pace.ts';

/** Both sides ready to compare: the records by id and, at the same place, their features. */
export interface Prepared {
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
  readonly accountFeatures: readonly Features[];
  readonly customerFeatures: readonly Features[];
  readonly lexicon: Lexicon;
  readonly country: string;
}

/** Records by id, so that the order of the rows in a file changes nothing. */
function byId<R extends { readonly id: string }>(records: readonly R[]): R[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Normalises both sides and counts their values. */
export async function prepare(
  accounts: readonly Account[],
  customers: readonly Customer[],
  pace: Pace,
): Promise<Prepared> {
  const lexicon = new Lexicon({ accounts: accounts.length, customers: customers.length });
  const country = usualCountry([...accounts, ...customers]);
  const total = accounts.length + customers.length;
  const step = 'Reading names and addresses';
  const sorted = { accounts: byId(accounts), customers: byId(customers) };
  const left: Features[] = [];
  for (const account of sorted.accounts) {
    left.push(accountFeatures(account, lexicon, country));
    if (pace.due()) await pace.rest(step, left.length, total);
  }
  const right: Features[] = [];
  for (const customer of sorted.customers) {
    right.push(customerFeatures(customer, lexicon, country));
    if (pace.due()) await pace.rest(step, left.length + right.length, total);
  }
  countSide('accounts', left);
  await pace.rest(step, total, total);
  forgetMarks(lexicon);
  countSide('customers', right);
  settleCounts(lexicon);
  await pace.rest(step, total, total);
  return { ...sorted, accountFeatures: left, customerFeatures: right, lexicon, country };
}
