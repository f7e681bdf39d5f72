import type { DecisionEntry } from '#app/project/index.ts';
import type { CustomerId } from '#shared/ids.ts';

/** The customers that a person turned down for one account. */
export interface Rejections {
  /** Those whose rejection counts. */
  readonly inForce: ReadonlySet<CustomerId>;
  /** Those that may come back, each with why ("You rejected this before; …"). */
  readonly lapsed: ReadonlyMap<CustomerId, string>;
}

/**
 * Tells an account's rejections apart. `decisions` are those in force, oldest first; `lapseOf` says why a rejection no
 * longer counts, `''` while it does. A customer rejected twice is back only when neither counts. Pure.
 */
export function rejectionsIn(
  decisions: readonly DecisionEntry[],
  lapseOf: (reject: DecisionEntry) => string,
): Rejections {
  const inForce = new Set<CustomerId>();
  const lapsed = new Map<CustomerId, string>();
  for (const decision of decisions) {
    if (decision.kind !== 'reject' || decision.customerId === null) continue;
    const why = lapseOf(decision);
    if (why === '') inForce.add(decision.customerId);
    else lapsed.set(decision.customerId, why);
  }
  for (const customer of inForce) lapsed.delete(customer);
  return { inForce, lapsed };
}
