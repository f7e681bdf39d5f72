import { agreementsOf } from '#app/match/index.ts';
import { queueOf } from '#shared/decisions.ts';
import type { AccountId } from '#shared/ids.ts';
import type { Address, Customer } from '#shared/records.ts';
import type { ReviewRow } from '#shared/review.ts';
import { topOf } from './customer-tree.ts';
import type { Ledger } from './ledger.ts';
import type { Standing } from './standing.ts';

/** The review table's row of an account, as it stands now or as it is said to stand. */
export function rowOf(ledger: Ledger, id: AccountId, standing: Standing = ledger.standing(id)): ReviewRow {
  const account = ledger.accounts.get(id);
  if (account === undefined) throw new Error(`No account ${id} in the ledger`);
  const customer = standing.customer === null ? undefined : ledger.customers.get(standing.customer);
  return {
    accountId: id,
    accountName: account.name,
    accountPlace: placeOf(account.billing),
    owner: account.owner,
    customerId: standing.customer,
    customerName: customer?.displayName ?? '',
    customerPlace: customer === undefined ? '' : placeOf(customer.billing),
    customerActive: customer?.active ?? true,
    subCustomer: customer !== undefined && (customer.job || customer.parentId !== ''),
    tree: customer === undefined ? null : treeOf(ledger, customer),
    balance: customer?.balance ?? null,
    currency: customer?.currency ?? '',
    score: standing.pair?.score ?? null,
    band: standing.pair?.band ?? null,
    reason: reasonOf(ledger, id, standing),
    state: standing.state,
    queue: queueOf(standing),
    rivals: standing.rivals.length,
    agreements: customer === undefined ? '' : (standing.pair?.agreements ?? agreementsOf(account, customer)),
    commented: ledger.isCommented(id),
  };
}

function treeOf({ customers }: Ledger, customer: Customer): ReviewRow['tree'] {
  const top = topOf(customers, customer);
  return top === null ? null : { id: top.id, name: top.displayName };
}

/** Why the row stands where it does; of a pair that is settled also which other accounts have the customer. */
function reasonOf(ledger: Ledger, id: AccountId, { state, customer, reason }: Standing): string {
  const settled = state === 'confirmed' || state === 'written' || state === 'linked';
  const others = settled && customer !== null ? ledger.namesOf(ledger.othersWith(customer, id)) : null;
  return others === null ? reason : `Also with ${others}. ${reason}`;
}

/** Town and region of an address, as much as is known ("Tacoma, WA"). */
export function placeOf(address: Address): string {
  return [address.city, address.region].filter((part) => part !== '').join(', ');
}
