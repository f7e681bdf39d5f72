import { comparePairs, type MatchModel } from '#app/match/index.ts';
import type { PairOutline, Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';

/** How these accounts and customers compare, in their order, as the last match weighs things. */
export type ComparePairs = (pairs: readonly (readonly [Account, Customer])[]) => PairOutline[];

/** An account's pairs with these customers, as they were proposed or else as they compare; none before a match. */
export function pairsWith(
  account: Account,
  customers: readonly Customer[],
  model: MatchModel | null,
  proposal: Proposal | undefined,
): PairOutline[] {
  if (model === null) return [];
  const proposed = proposal?.candidates ?? [];
  const pairs = customers.map((customer) => [account, customer] as const);
  return comparePairs(pairs, model).map(
    (pair) => proposed.find(({ customerId }) => customerId === pair.customerId) ?? pair,
  );
}
