import type { MatchPolicy } from '#shared/matching.ts';
import { sharedInts } from './columns/growing-ints.ts';
import { flags, type Side } from './columns/side.ts';
import { placeOfString, stringAt } from './columns/strings.ts';

/** Records that take no part in a match are 1, by their places. */
export interface ClosedRecords {
  readonly accounts: Uint8Array;
  readonly customers: Uint8Array;
}

/**
 * What is settled before matching: linked accounts and their customers (unless a customer may have several), and
 * sub-customers where they are not wanted.
 */
export function closedRecords(
  { accounts, customers }: { readonly accounts: Side; readonly customers: Side },
  { subCustomers, severalAccounts }: MatchPolicy,
): ClosedRecords {
  const closed = {
    accounts: new Uint8Array(new SharedArrayBuffer(accounts.count)),
    customers: new Uint8Array(new SharedArrayBuffer(customers.count)),
  };
  if (!subCustomers) {
    customers.flags.forEach((of, customer) => {
      if ((of & flags.subCustomer) !== 0) closed.customers[customer] = 1;
    });
  }
  const { links } = accounts;
  if (links === null) return closed;
  for (let account = 0; account < accounts.count; account += 1) {
    const customer = linkedPlace(links, account, customers);
    if (customer === -1) continue;
    closed.accounts[account] = 1;
    if (!severalAccounts) closed.customers[customer] = 1;
  }
  return closed;
}

/** The customer that an account is linked to, by its place; -1 where it is linked to none that exists. */
export function linkedPlace(links: NonNullable<Side['links']>, account: number, customers: Side): number {
  const link = stringAt(links, account);
  return link === '' ? -1 : placeOfString(customers.ids, link);
}

/** The places that are not closed, in order. */
export function openPlaces(closed: Uint8Array): Int32Array {
  const open = sharedInts(closed.reduce((sum, is) => sum + (is === 0 ? 1 : 0), 0));
  let next = 0;
  closed.forEach((is, place) => {
    if (is !== 0) return;
    open[next] = place;
    next += 1;
  });
  return open;
}
