import type { Account, Customer } from '#shared/records.ts';
import type { Steps } from '#shared/steps.ts';

/** So many accounts are read between two turns of others. */
const accountsAtOnce = 200;
/** A key that more accounts have than this says little of who is who. */
const mostWithOneKey = 40;
/** So many accounts are worth comparing with one customer. */
const mostFound = 8;

/** Finds accounts that have something rare in common with a customer: a word of the name, a phone number, an e-mail address. */
export class SharedKeys {
  readonly #byKey = new Map<string, Account[]>();

  /** Reads the accounts, in small steps. */
  static *of(accounts: Iterable<Account>): Steps<SharedKeys> {
    const keys = new SharedKeys();
    let done = 0;
    for (const account of accounts) {
      keys.#add(account);
      done += 1;
      if (done % accountsAtOnce === 0) yield;
    }
    return keys;
  }

  /** The accounts that have the most in common with a customer, at most eight. */
  find(customer: Customer): Account[] {
    const shared = new Map<Account, number>();
    for (const key of keysOfCustomer(customer)) {
      const found = this.#byKey.get(key) ?? [];
      if (found.length > mostWithOneKey) continue;
      for (const account of found) shared.set(account, (shared.get(account) ?? 0) + 1 / found.length);
    }
    const best = [...shared].sort(([, a], [, b]) => b - a).slice(0, mostFound);
    return best.map(([account]) => account);
  }

  #add(account: Account): void {
    for (const key of keysOfAccount(account)) {
      const found = this.#byKey.get(key);
      if (found === undefined) this.#byKey.set(key, [account]);
      // One more than counts is enough to know that it says little.
      else if (found.length <= mostWithOneKey) found.push(account);
    }
  }
}

function keysOfAccount({ name, phone, otherPhones, emails, billing }: Account): Set<string> {
  return keysOf([name], [phone, ...otherPhones], emails, billing.city);
}

function keysOfCustomer({ displayName, companyName, phone, mobile, email, billing }: Customer): Set<string> {
  return keysOf([displayName, companyName], [phone, mobile], email.split(/[,;]/), billing.city);
}

function keysOf(
  names: readonly string[],
  phones: readonly string[],
  emails: readonly string[],
  city: string,
): Set<string> {
  const place = folded(city);
  const words = names.map((name) =>
    folded(name)
      .split(' ')
      .filter((word) => word.length > 1),
  );
  const digits = phones
    .map((phone) => phone.replace(/\D/g, '').slice(-7))
    .filter((text) => text.length === 7);
  const addresses = emails.map((email) => email.trim().toLowerCase()).filter((email) => email !== '');
  return new Set([
    ...words.map((each) => `name ${each.toSorted().join(' ')}`),
    ...words.flat().map((word) => `word ${word}`),
    // A word that many have says something again beside a town.
    ...(place === '' ? [] : words.flat().map((word) => `word ${word} in ${place}`)),
    ...digits.map((text) => `phone ${text}`),
    ...addresses.map((email) => `email ${email}`),
  ]);
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
