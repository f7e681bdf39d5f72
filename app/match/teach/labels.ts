import type { DecidedPair } from '#shared/matching.ts';
import type { Side } from '../columns/side.ts';
import { placeOfString } from '../columns/strings.ts';
import { type PairColumns, placeOfPair } from '../pair-table.ts';

/** What a person said of a pair. */
export const label = { none: 0, confirmed: 1, rejected: 2 } as const;

/** The places of a decided pair's records. */
export interface DecidedPlaces {
  readonly account: number;
  readonly customer: number;
}

/** Where the records of decided pairs are; pairs with a record that is gone are left out. */
export function placesOf(pairs: readonly DecidedPair[], accounts: Side, customers: Side): DecidedPlaces[] {
  return pairs.flatMap(({ accountId, customerId }) => {
    const account = placeOfString(accounts.ids, accountId);
    const customer = placeOfString(customers.ids, customerId);
    return account === -1 || customer === -1 ? [] : [{ account, customer }];
  });
}

/** What was said of each compared pair. Pairs are in the order of their accounts. */
export function labelsOf(
  pairs: PairColumns,
  confirmed: readonly DecidedPlaces[],
  rejected: readonly DecidedPlaces[],
): Uint8Array {
  const labels = new Uint8Array(pairs.count);
  const mark = (decided: readonly DecidedPlaces[], as: number): void => {
    for (const { account, customer } of decided) {
      const pair = placeOfPair(pairs, account, customer);
      if (pair !== -1) labels[pair] = as;
    }
  };
  mark(rejected, label.rejected);
  mark(confirmed, label.confirmed);
  return labels;
}
