import { describePair, explainPair, type MatchModel } from '#app/match/index.ts';
import type { Pair, Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';

/**
 * An account's pairs with these customers, with their evidence and both values of each comparison: as proposed where they
 * were, else as they compare now. Pairs of which nothing is known, before the first match, are left out.
 */
export function pairsInFull(
  account: Account,
  customers: readonly Customer[],
  proposal: Proposal | undefined,
  model: MatchModel | null,
): Pair[] {
  return customers.flatMap((customer) => {
    const proposed = proposal?.candidates.find(({ customerId }) => customerId === customer.id);
    if (model === null) return proposed ?? [];
    return proposed === undefined
      ? explainPair(account, customer, model)
      : describePair(proposed, account, customer, model);
  });
}
