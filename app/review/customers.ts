import type { NewCustomerDecision } from '#app/project/index.ts';
import type { CustomerDecisionKind, CustomerState } from '#shared/decisions.ts';
import { AppError } from '#shared/errors.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { CustomerRow } from '#shared/review.ts';
import type { Ledger } from './ledger.ts';
import { placeOf } from './rows.ts';
import { customerTaken } from './rules.ts';

const stateOfDecision: Record<CustomerDecisionKind, CustomerState> = {
  'create-new': 'create-new',
  ignore: 'ignored',
  skip: 'skipped',
};

/** Those of these customers to which no account belongs. */
export function customersWithoutAccount(ledger: Ledger, customers: readonly CustomerId[]): CustomerRow[] {
  return customers.filter((id) => !isMatched(ledger, id)).map((id) => customerRow(ledger, id));
}

/** A customer as the list of those without an account shows it. */
export function customerRow(ledger: Ledger, id: CustomerId): CustomerRow {
  const customer = ledger.customers.get(id);
  if (customer === undefined) throw new Error(`No customer ${id} in the ledger`);
  return {
    customerId: id,
    name: customer.displayName,
    place: placeOf(customer.billing),
    active: customer.active,
    subCustomer: customer.job || customer.parentId !== '',
    balance: customer.balance,
    currency: customer.currency,
    state: stateOf(ledger, id),
    nearest: nearestTo(ledger, id),
  };
}

/** Errors: `decision-unknown-record`, `decision-customer-taken`. */
export function checkCustomerDecision(ledger: Ledger, { customerId }: NewCustomerDecision): void {
  if (!ledger.customers.has(customerId)) {
    throw new AppError('decision-unknown-record', { side: 'customer', id: customerId });
  }
  const holder = ledger.holdersOf(customerId)[0];
  if (holder !== undefined) throw customerTaken(ledger, customerId, holder);
}

/** Whether an account carries its id, was confirmed for it, or shows it as its proposal. */
function isMatched(ledger: Ledger, id: CustomerId): boolean {
  if (ledger.holdersOf(id).length > 0) return true;
  return ledger.interestedIn(id).some((account) => ledger.standing(account).customer === id);
}

/** Where a customer stands. */
export function stateOf(ledger: Ledger, id: CustomerId): CustomerState {
  if (isMatched(ledger, id)) return 'matched';
  const said = ledger.history.ofCustomer(id);
  return said === undefined ? 'no-match' : stateOfDecision[said.kind];
}

function nearestTo(ledger: Ledger, id: CustomerId): CustomerRow['nearest'] {
  let nearest: CustomerRow['nearest'] = null;
  for (const accountId of ledger.interestedIn(id)) {
    const pair = ledger.proposals.get(accountId)?.candidates.find(({ customerId }) => customerId === id);
    const name = ledger.accounts.get(accountId)?.name;
    if (pair === undefined || name === undefined || pair.score <= (nearest?.score ?? 0)) continue;
    nearest = { accountId, name, score: pair.score };
  }
  return nearest;
}
