import type { Cast } from './cast.ts';
import type { AccountDraft, CustomerDraft } from './drafts.ts';
import { roleEmail } from './emails.ts';
import { phoneNumber, writePhone } from './phones.ts';
import type { Random } from './random.ts';
import { places } from './words/places.ts';

/** The same account twice: one that somebody entered again. Both are the customer. */
export function duplicateAccounts(random: Random, cast: Cast, count: number): void {
  for (const { account, customer } of random.shuffle(cast.pairs).slice(0, count)) {
    const copy: AccountDraft = {
      ...account,
      contacts: random.chance(0.5) ? [] : account.contacts,
      link: 'none',
    };
    cast.pairs.push({ account: cast.addAccount(copy), customer, label: 'duplicate account' });
  }
}

/** The same customer twice; QuickBooks wants another display name, so one has a number or a full stop. */
export function duplicateCustomers(random: Random, cast: Cast, count: number): void {
  const originals = cast.pairs.filter(({ customer }) => customer.parent === null);
  for (const { account, customer } of random.shuffle(originals).slice(0, count)) {
    const displayName = random.pick([
      `${customer.displayName} 2`,
      `${customer.displayName}.`,
      `${customer.displayName} - USD`,
    ]);
    const copy: CustomerDraft = { ...customer, displayName, balance: 0 };
    cast.pairs.push({ account, customer: cast.addCustomer(copy), label: 'duplicate customer' });
  }
}

/** One bookkeeper's e-mail and one office building's switchboard, each on dozens of records. */
export function sharedDetails(random: Random, cast: Cast, tellingPairs: ReadonlySet<CustomerDraft>): void {
  const email = roleEmail(random, 'ledgerandlarkbookkeeping.com');
  const switchboard = phoneNumber(random, random.pick(places.US));
  const free = random.shuffle(cast.customers.filter((customer) => tellingPairs.has(customer)));
  for (const customer of free.slice(0, 34)) customer.email = email;
  for (const customer of free.slice(34, 64)) customer.phone = writePhone(random, switchboard, 0.3);
  for (const account of random.shuffle(cast.accounts).slice(0, 24)) {
    if (account.phone === '') account.phone = writePhone(random, switchboard, 0.3);
  }
}

/** Customers that nobody sells to any more. */
export function inactiveCustomers(random: Random, cast: Cast, count: number): void {
  const parents = new Set(cast.customers.map(({ parent }) => parent));
  const candidates = cast.customers.filter((customer) => !parents.has(customer) && customer.balance === 0);
  for (const customer of random.shuffle(candidates).slice(0, count)) customer.active = false;
}

/** Accounts that carry a customer's id already, and some that carry one that is gone. */
export function links(random: Random, cast: Cast, right: number, dangling: number): void {
  const single = cast.pairs.filter(({ label }) => !label.startsWith('duplicate'));
  const chosen = random.shuffle(single);
  for (const { account } of chosen.slice(0, right)) account.link = 'right';
  for (const { account } of chosen.slice(right, right + dangling)) account.link = 'dangling';
}

/** Says of most customers that are not taxed why they are not. */
export function exemptCustomers(random: Random, cast: Cast): void {
  for (const customer of cast.customers) {
    if (!customer.taxable && random.chance(0.6)) customer.exemptionReason = random.int(1, 15);
  }
}
