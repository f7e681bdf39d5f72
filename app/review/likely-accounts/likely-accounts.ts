import type { LikelyDuplicate } from '#shared/creating.ts';
import { CustomerId } from '#shared/ids.ts';
import type { PairOutline } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Steps } from '#shared/steps.ts';
import type { Ledger } from '../ledger.ts';
import { SharedKeys } from './shared-keys.ts';

/** How an account and a customer compare, as the last match weighs things. */
export type Compare = (account: Account, customer: Customer) => PairOutline | undefined;

/** So many accounts that have the customer among their candidates are compared with it. */
const mostProposed = 20;

/**
 * The accounts that may be a customer's already, among all accounts: linked ones, too, which the matcher proposes to nobody.
 * What was found is kept as long as the ledger is the same.
 */
export class LikelyAccounts {
  readonly #ledger: Ledger;
  readonly #keys: SharedKeys;
  readonly #known = new Map<CustomerId, LikelyDuplicate[]>();

  private constructor(ledger: Ledger, keys: SharedKeys) {
    this.#ledger = ledger;
    this.#keys = keys;
  }

  /** Reads the accounts of a ledger, in small steps. */
  static *reading(ledger: Ledger): Steps<LikelyAccounts> {
    return new LikelyAccounts(ledger, yield* SharedKeys.of(ledger.accounts.values()));
  }

  /** Looks for the accounts of these customers, and rests after each comparison. */
  *finding(customers: readonly Customer[], compare: Compare): Steps<void> {
    for (const customer of customers) {
      if (this.#known.has(customer.id)) continue;
      this.#known.set(customer.id, yield* this.#find(customer, compare));
    }
  }

  /** The accounts that were found for a customer, the best first. */
  of(customer: CustomerId): LikelyDuplicate[] {
    return this.#known.get(customer) ?? [];
  }

  *#find(customer: Customer, compare: Compare): Steps<LikelyDuplicate[]> {
    const ledger = this.#ledger;
    const proposed = ledger
      .interestedIn(customer.id)
      .slice(0, mostProposed)
      .flatMap((id) => ledger.accounts.get(id) ?? []);
    const accounts = new Map([...proposed, ...this.#keys.find(customer)].map((one) => [one.id, one]));
    const found: LikelyDuplicate[] = [];
    for (const account of accounts.values()) {
      const proposed = ledger.proposals.get(account.id)?.candidates;
      const pair =
        proposed?.find(({ customerId }) => customerId === customer.id) ?? compare(account, customer);
      yield;
      if (pair === undefined || pair.band === null) continue;
      found.push({
        id: account.id,
        name: account.name,
        active: true,
        score: pair.score,
        band: pair.band,
        heldBy: heldBy(ledger, account),
      });
    }
    return found.sort((a, b) => b.score - a.score);
  }
}

function heldBy(ledger: Ledger, { linkedCustomerId }: Account): string {
  if (linkedCustomerId === '') return '';
  const holder = ledger.customers.get(CustomerId.parse(linkedCustomerId));
  return holder?.displayName ?? `id ${linkedCustomerId}`;
}
