import { comparePairs, type MatchModel } from '#app/match/index.ts';
import type { PairOutline, Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';

/** An account's pairs with these customers, as they were proposed or else as they compare; none before a match. */
export function pairsWith(
  account: Account,
  customers: readonly Customer[],
  model: MatchModel | null,
  proposal: Proposal | undefined,
): PairOutline[] {
  if (model === null) return [];
  const proposed = proposal?.candidates ?? [];
  return comparePairs(account, customers, model).map(
    (pair) => proposed.find(({ customerId }) => customerId === pair.customerId) ?? pair,
  );
}
