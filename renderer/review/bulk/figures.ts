import type { AccountId } from '#shared/ids.ts';
import { Band } from '#shared/pairs.ts';
import type { ReviewRow } from '#shared/review.ts';
import { scoreWord } from '../table/score-word.ts';

/** What a person weighs before deciding many rows at once. */
export interface BulkFigures {
  /** The lowest and the highest score; null where no row has one. */
  readonly scores: { readonly least: number; readonly most: number } | null;
  /** How many are in each band, the surest first, by its word; bands without rows are left out. */
  readonly bands: readonly { readonly word: string; readonly count: number }[];
  /** How many rows' customers are inactive, and how many belong to another customer. */
  readonly inactive: number;
  readonly subCustomers: number;
  /** The open balance of the rows' customers, each counted once, by currency in the order of the alphabet. */
  readonly balances: readonly { readonly currency: string; readonly amount: number }[];
}

/** The figures of these accounts' rows; an account without a row counts for nothing. */
export function bulkFigures(
  accounts: readonly AccountId[],
  rowOf: (accountId: AccountId) => ReviewRow | undefined,
): BulkFigures {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [inactive, subCustomers] = [0, 0];
  const inBand = new Map<Band | null, number>();
  const amounts = new Map<string, number>();
  const counted = new Set<string>();
  for (const accountId of accounts) {
    const row = rowOf(accountId);
    if (row === undefined) continue;
    if (row.score !== null) {
      least = Math.min(least, row.score);
      most = Math.max(most, row.score);
      inBand.set(row.band, (inBand.get(row.band) ?? 0) + 1);
    }
    if (row.customerId !== null) {
      if (!row.customerActive) inactive += 1;
      if (row.subCustomer) subCustomers += 1;
    }
    if (row.customerId === null || row.balance === null || counted.has(row.customerId)) continue;
    counted.add(row.customerId);
    if (row.balance !== 0) amounts.set(row.currency, (amounts.get(row.currency) ?? 0) + row.balance);
  }
  return {
    scores: least > most ? null : { least, most },
    bands: [...Band.options, null].flatMap((band) => {
      const count = inBand.get(band);
      return count === undefined ? [] : [{ word: scoreWord(band), count }];
    }),
    inactive,
    subCustomers,
    balances: [...amounts]
      .map(([currency, amount]) => ({ currency, amount }))
      .sort((left, right) => (left.currency < right.currency ? -1 : 1)),
  };
}
