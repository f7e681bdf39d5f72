import type { RejectedPair, SignedCustomer, SignedDecision } from '#app/worksheet/index.ts';
import type { CustomerRows } from '#shared/review.ts';
import type { OpenProject } from '../session.ts';

/** The pairs that a person said are none, as long as that counts. */
export function rejectedPairs({ review: { ledger } }: OpenProject): RejectedPair[] {
  const pairs: RejectedPair[] = [];
  for (const id of ledger.history.accounts()) {
    const account = ledger.accounts.get(id);
    if (account === undefined) continue;
    const counts = ledger.rejectionsOf(id).inForce;
    const shown = new Set<string>();
    for (const decision of ledger.history.inForce(id).toReversed()) {
      const customer = decision.customerId === null ? undefined : ledger.customers.get(decision.customerId);
      if (decision.kind !== 'reject' || customer === undefined || !counts.has(customer.id)) continue;
      if (shown.has(customer.id)) continue;
      shown.add(customer.id);
      pairs.push({ account, customer, decision });
    }
  }
  return pairs;
}

/** The customers to which no account belongs, with what was decided of each. */
export function signedCustomers({ review }: OpenProject): SignedCustomer[] {
  const { customers, history } = review.ledger;
  const signed: SignedCustomer[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const { rows, next }: CustomerRows = review.customersFrom(from);
    for (const row of rows) {
      const customer = customers.get(row.customerId);
      if (customer !== undefined)
        signed.push({ row, customer, decision: history.ofCustomer(customer.id) ?? null });
    }
    from = next;
  }
  return signed;
}

/** Every decision in force, of accounts and of customers. */
export function decisionsInForce({ review }: OpenProject): SignedDecision[] {
  const { history } = review.ledger;
  const decisions: SignedDecision[] = [];
  for (const id of history.accounts()) for (const entry of history.inForce(id)) decisions.push(entry);
  for (const id of history.customers()) {
    const entry = history.ofCustomer(id);
    if (entry !== undefined) decisions.push(entry);
  }
  return decisions;
}
