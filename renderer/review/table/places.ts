import type { AccountId } from '#shared/ids.ts';

/** Where the row of each account is in a list, counted from 0. */
export type Places = Pick<ReadonlyMap<AccountId, number>, 'get' | 'has'>;

/** After so many searches a map of all places costs less than the next ones. */
const mostSearches = 12;

/**
 * The places of rows in a list, found as they are asked for. Most lists are asked for the place of one row and of its
 * neighbours; a map of a hundred thousand, made whenever a list is filtered or sorted, would be felt.
 */
export function placesOf(rows: readonly { readonly accountId: AccountId }[]): Places {
  let all: ReadonlyMap<AccountId, number> | null = null;
  let last = 0;
  let searches = 0;

  function get(accountId: AccountId): number | undefined {
    if (all !== null) return all.get(accountId);
    for (const near of [last, last + 1, last - 1]) {
      if (rows[near]?.accountId === accountId) {
        last = near;
        return near;
      }
    }
    searches += 1;
    if (searches > mostSearches) {
      all = new Map(rows.map((row, place) => [row.accountId, place]));
      return all.get(accountId);
    }
    const found = rows.findIndex((row) => row.accountId === accountId);
    if (found === -1) return undefined;
    last = found;
    return found;
  }

  return { get, has: (accountId) => get(accountId) !== undefined };
}
