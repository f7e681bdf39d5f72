import type { Features } from '../features.ts';
import { compareAddresses } from './address.ts';
import { compareEmails } from './email.ts';
import type { Comparison, Outcome } from './levels.ts';
import { compareNames } from './name.ts';
import { comparePhones } from './phone.ts';
import { compareWebsites } from './website.ts';

/** Compares an account with a customer in every way, independent of any weights. */
export function compare(account: Features, customer: Features): Record<Comparison, Outcome> {
  const email = compareEmails(account, customer);
  return {
    name: compareNames(account, customer),
    email,
    phone: comparePhones(account, customer),
    website: compareWebsites(account, customer, email),
    ...compareAddresses(account, customer),
  };
}
