import type { LikelyDuplicate } from '#shared/creating.ts';
import { CustomerId } from '#shared/ids.ts';
import type { Band, PairOutline } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Steps } from '#shared/steps.ts';
import type { Ledger } from '../ledger.ts';
import type { ComparePairs } from '../pairs-with.ts';
import { SharedKeys } from './shared-keys.ts';

/** So many accounts that have the customer among their candidates are compared with it. */
const mostProposed = 20;
/** So many pairs are compared between two turns of others: together is much faster, since each record is read once. */
const comparedAtOnce = 50;

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

  /** Looks for the accounts of these customers, in small steps. */
  *finding(customers: readonly Customer[], compare: ComparePairs): Steps<void> {
    let some = new Map<Customer, Account[]>();
    let pairs = 0;
    for (const customer of new Set(customers)) {
      if (this.#known.has(customer.id)) continue;
      const accounts = this.#worthComparing(customer);
      some.set(customer, accounts);
      pairs += accounts.length;
      if (pairs < comparedAtOnce) continue;
      this.#compare(some, compare);
      [some, pairs] = [new Map(), 0];
      yield;
    }
    this.#compare(some, compare);
  }

  /** The accounts that were found for a customer, the best first. */
  of(customer: CustomerId): LikelyDuplicate[] {
    return this.#known.get(customer) ?? [];
  }

  #worthComparing(customer: Customer): Account[] {
    const { accounts } = this.#ledger;
    const proposed = this.#ledger
      .interestedIn(customer.id)
      .slice(0, mostProposed)
      .flatMap((id) => accounts.get(id) ?? []);
    const all = new Map([...proposed, ...this.#keys.find(customer)].map((one) => [one.id, one]));
    return [...all.values()];
  }

  /** Keeps of each customer the accounts that fit it, as they were proposed or else as they compare. */
  #compare(some: ReadonlyMap<Customer, readonly Account[]>, compare: ComparePairs): void {
    const proposed = (account: Account, customer: Customer): PairOutline | undefined =>
      this.#ledger.proposals.get(account.id)?.candidates.find(({ customerId }) => customerId === customer.id);
    const all = [...some].flatMap(([customer, accounts]) =>
      accounts.map((account) => ({ account, customer, pair: proposed(account, customer) })),
    );
    const unknown = all.filter(({ pair }) => pair === undefined);
    const compared = new Map(
      compare(unknown.map(({ account, customer }) => [account, customer] as const)).map((pair, place) => [
        unknown[place],
        pair,
      ]),
    );
    for (const customer of some.keys()) this.#known.set(customer.id, []);
    for (const one of all) {
      const pair = one.pair ?? compared.get(one);
      if (pair === undefined || pair.band === null) continue;
      this.#known.get(one.customer.id)?.push(this.#found(one.account, pair.score, pair.band));
    }
    for (const customer of some.keys()) this.#known.get(customer.id)?.sort((a, b) => b.score - a.score);
  }

  #found(account: Account, score: number, band: Band): LikelyDuplicate {
    const { id, name } = account;
    return { id, name, active: true, score, band, heldBy: heldBy(this.#ledger, account) };
  }
}

function heldBy(ledger: Ledger, { linkedCustomerId }: Account): string {
  if (linkedCustomerId === '') return '';
  const holder = ledger.customers.get(CustomerId.parse(linkedCustomerId));
  return holder?.displayName ?? `id ${linkedCustomerId}`;
}
