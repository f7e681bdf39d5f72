import { Comparer } from '../compare/comparer.ts';
import type { Context } from '../compare/context.ts';
import { joinPairs, type PairColumns, PairTable, placeOfPair } from '../pair-table.ts';
import type { DecidedPlaces } from './labels.ts';

/** The pairs with those that a person decided and no search found. Both are in the order of their accounts. */
export function withDecided(
  pairs: PairColumns,
  decided: readonly DecidedPlaces[],
  context: Context,
): PairColumns {
  if (decided.length === 0) return pairs;
  const comparer = new Comparer(context);
  const more = new PairTable(decided.length);
  const added = new Set<string>();
  for (const { account, customer } of decided) {
    const key = `${account} ${customer}`;
    if (added.has(key) || placeOfPair(pairs, account, customer) !== -1) continue;
    added.add(key);
    more.add(account, customer, comparer.compare(account, customer));
  }
  return more.count === 0 ? pairs : joinPairs([pairs, more.trimmed()], context.accounts.count);
}
