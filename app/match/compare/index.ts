import type { Features } from '../features.ts';
import { compareAddresses } from './address.ts';
import { compareEmails } from './email.ts';
import type { Comparison, Outcome } from './levels.ts';
import { compareNames } from './name.ts';
import { comparePhones } from './phone.ts';
import { compareWebsites } from './website.ts';

/** What every comparison of a pair found. */
export type Compared = Readonly<Record<Comparison, Outcome>>;

/** Compares an account with a customer in every way, independent of any weights. */
export function compare(account: Features, customer: Features): Compared {
  const email = compareEmails(account, customer);
  const { street, place } = compareAddresses(account, customer);
  return {
    name: compareNames(account, customer),
    email,
    phone: comparePhones(account, customer),
    website: compareWebsites(account, customer, email),
    street,
    place,
  };
}
