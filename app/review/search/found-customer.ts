import type { PairOutline } from '#shared/pairs.ts';
import type { Customer } from '#shared/records.ts';
import type { FoundCustomer } from '#shared/review.ts';
import type { Ledger } from '../ledger.ts';
import { placeOf } from '../rows.ts';

/** A found customer as a person chooses among them; `pair` is the one with the account it was searched for. */
export function foundCustomer(ledger: Ledger, customer: Customer, pair: PairOutline | null): FoundCustomer {
  return {
    customerId: customer.id,
    name: customer.displayName,
    place: placeOf(customer.billing),
    email: customer.email,
    phone: customer.phone || customer.mobile,
    active: customer.active,
    takenBy: ledger.namesOf(ledger.holdersOf(customer.id)),
    score: pair?.score ?? null,
    band: pair?.band ?? null,
    reason: pair?.reason ?? '',
  };
}
