import { AddressComparison } from './address.ts';
import { blankOutcome, type Context, type Outcome } from './context.ts';
import { compareEmails } from './email.ts';
import type { Comparison } from './levels.ts';
import { NameComparison } from './name.ts';
import { comparePhones } from './phone.ts';
import { compareWebsites } from './website.ts';

/** What every comparison of a pair found. */
export type Compared = Readonly<Record<Comparison, Outcome>>;

/**
 * Compares accounts with customers in every way, independent of any weights. One comparer serves a thread; what it
 * found stands until it compares again.
 */
export class Comparer {
  readonly found: Compared = {
    name: blankOutcome(),
    email: blankOutcome(),
    phone: blankOutcome(),
    website: blankOutcome(),
    street: blankOutcome(),
    place: blankOutcome(),
  };
  readonly #context: Context;
  readonly #names: NameComparison;
  readonly #addresses: AddressComparison;

  constructor(context: Context) {
    this.#context = context;
    this.#names = new NameComparison(context);
    this.#addresses = new AddressComparison(context);
  }

  /** Compares the records at these places. */
  compare(account: number, customer: number): Compared {
    const { found } = this;
    compareEmails(this.#context, account, customer, found.email);
    this.#names.compare(account, customer, found.email, found.name);
    comparePhones(this.#context, account, customer, found.phone);
    compareWebsites(this.#context, account, customer, found.email, found.website);
    this.#addresses.compare(account, customer, found.street, found.place);
    return found;
  }
}
