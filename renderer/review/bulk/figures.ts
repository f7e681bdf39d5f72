import type { AccountId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';

/** What a person weighs before deciding many rows at once. */
export interface BulkFigures {
  /** The lowest and the highest score; null where no row has one. */
  readonly scores: { readonly least: number; readonly most: number } | null;
  /** The open balance of the rows' customers, each counted once, by currency in the order of the alphabet. */
  readonly balances: readonly { readonly currency: string; readonly amount: number }[];
}

/** The figures of these accounts' rows; an account without a row counts for nothing. */
export function bulkFigures(
  accounts: readonly AccountId[],
  rowOf: (accountId: AccountId) => ReviewRow | undefined,
): BulkFigures {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const amounts = new Map<string, number>();
  const counted = new Set<string>();
  for (const accountId of accounts) {
    const row = rowOf(accountId);
    if (row === undefined) continue;
    if (row.score !== null) {
      least = Math.min(least, row.score);
      most = Math.max(most, row.score);
    }
    if (row.customerId === null || row.balance === null || counted.has(row.customerId)) continue;
    counted.add(row.customerId);
    if (row.balance !== 0) amounts.set(row.currency, (amounts.get(row.currency) ?? 0) + row.balance);
  }
  return {
    scores: least > most ? null : { least, most },
    balances: [...amounts]
      .map(([currency, amount]) => ({ currency, amount }))
      .sort((left, right) => (left.currency < right.currency ? -1 : 1)),
  };
}
