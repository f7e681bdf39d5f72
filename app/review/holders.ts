import type { AccountId, CustomerId } from '#shared/ids.ts';

/** Which accounts have which customer, by the id they carry or by a decision. An account has one customer at most. */
export class Holders {
  readonly #ofCustomer = new Map<CustomerId, Set<AccountId>>();
  readonly #ofAccount = new Map<AccountId, CustomerId>();

  /** Gives the account this customer in place of what it had, or none; tells the customers that this is about. */
  set(account: AccountId, customer: CustomerId | null): CustomerId[] {
    const before = this.#ofAccount.get(account) ?? null;
    if (before === customer) return [];
    if (before !== null) this.#ofCustomer.get(before)?.delete(account);
    if (customer === null) {
      this.#ofAccount.delete(account);
    } else {
      this.#ofAccount.set(account, customer);
      const holders = this.#ofCustomer.get(customer);
      if (holders === undefined) this.#ofCustomer.set(customer, new Set([account]));
      else holders.add(account);
    }
    return [before, customer].filter((one) => one !== null);
  }

  /** The accounts that have this customer, the first to get it first. */
  of(customer: CustomerId): AccountId[] {
    return [...(this.#ofCustomer.get(customer) ?? [])];
  }
}
