import type { Business } from './business.ts';
import type { AccountDraft, CustomerDraft } from './drafts.ts';

/** Where an account and the customer that it really is came from. */
export interface TruePair {
  readonly account: AccountDraft;
  readonly customer: CustomerDraft;
  /** How the two came to differ, for tests that look at one kind. */
  readonly label: string;
}

/** Everybody in the practice company while it is made up. */
export class Cast {
  readonly accounts: AccountDraft[] = [];
  readonly customers: CustomerDraft[] = [];
  readonly pairs: TruePair[] = [];
  /** The businesses that are on both sides, with what each side has of them. */
  readonly onBothSides: { business: Business; account: AccountDraft; customer: CustomerDraft }[] = [];
  readonly #names = new Set<string>();

  addAccount(account: AccountDraft): AccountDraft {
    this.accounts.push(account);
    return account;
  }

  /** Adds a customer; a display name that is taken gets a number, as QuickBooks makes people do. */
  addCustomer(customer: CustomerDraft): CustomerDraft {
    customer.displayName = this.freeName(customer.displayName);
    this.customers.push(customer);
    return customer;
  }

  addPair(business: Business, account: AccountDraft, customer: CustomerDraft, label: string): void {
    this.pairs.push({
      account: this.addAccount(account),
      customer: this.addCustomer(customer),
      label,
    });
    this.onBothSides.push({ business, account, customer });
  }

  /** The name itself, or with a number when another has it; keeps it from then on. */
  freeName(name: string): string {
    let free = name;
    for (let number = 2; this.#names.has(free.toLowerCase()); number += 1) free = `${name} (${number})`;
    this.#names.add(free.toLowerCase());
    return free;
  }
}
