import type { Account, Address, Customer } from '#shared/records.ts';
import { type Lexicon, letterSet, type Term } from './frequency.ts';
import { normalAddress } from './normalise/address.ts';
import { normalEmails } from './normalise/email.ts';
import { normalNames } from './normalise/name.ts';
import { countryCode, normalPhones } from './normalise/phone.ts';
import { normalWebsite, ownDomain } from './normalise/website.ts';

export interface NameFeature {
  readonly words: readonly Term[];
  /** The words in one piece: "playcare" equals "play care". */
  readonly joined: string;
  /** The letters of `joined`. */
  readonly letters: number;
  readonly legalForm: string;
  readonly written: string;
}

export interface PhoneFeature {
  /** E.164 without the plus, `''` for a number without an area code. */
  readonly full: string;
  /** The last seven digits. */
  readonly local: string;
  readonly number: Term;
  readonly written: string;
}

export interface EmailFeature {
  readonly address: Term;
  readonly mailbox: string;
  /** Null at a provider where anyone can have an address. */
  readonly domain: Term | null;
}

export interface DomainFeature {
  readonly domain: Term;
  readonly label: string;
  readonly from: 'website' | 'email';
  readonly written: string;
}

export interface AddressFeature {
  readonly number: Term | null;
  readonly street: readonly Term[];
  readonly box: boolean;
  readonly city: readonly Term[];
  readonly region: Term | null;
  readonly postcode: Term | null;
  readonly writtenStreet: string;
  readonly writtenPlace: string;
}

/** A record of either side as the comparisons see it. The first name is the one the record is known by. */
export interface Features {
  readonly names: readonly NameFeature[];
  readonly phones: readonly PhoneFeature[];
  readonly emails: readonly EmailFeature[];
  readonly domains: readonly DomainFeature[];
  readonly addresses: readonly AddressFeature[];
}

/** More values of a field than this are not compared: an account with a hundred contacts must not stall a run. */
const mostValues = 24;
const mostNames = 6;

function namesOf(written: readonly string[], lexicon: Lexicon): NameFeature[] {
  const seen = new Set<string>();
  const features: NameFeature[] = [];
  for (const name of new Set(written)) {
    if (name === '') continue;
    for (const { words, legalForm } of normalNames(name)) {
      const key = `${words.join(' ')}|${legalForm}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const terms = words.map((word) => lexicon.term('word', word));
      const joined = words.join('');
      features.push({ words: terms, joined, letters: letterSet(joined), legalForm, written: name });
    }
  }
  return features.slice(0, mostNames);
}

function phonesOf(written: readonly string[], country: string, lexicon: Lexicon): PhoneFeature[] {
  const byNumber = new Map<string, PhoneFeature>();
  for (const field of written) {
    for (const { full, local, written } of normalPhones(field, country)) {
      byNumber.set(full || local, { full, local, number: lexicon.term('phone', full || local), written });
    }
  }
  return [...byNumber.values()].slice(0, mostValues);
}

function emailsOf(written: readonly string[], lexicon: Lexicon): EmailFeature[] {
  const byAddress = new Map<string, EmailFeature>();
  for (const field of written) {
    for (const { address, mailbox, domain, free } of normalEmails(field)) {
      byAddress.set(address, {
        address: lexicon.term('mailbox', address),
        mailbox,
        domain: free ? null : lexicon.term('domain', domain),
      });
    }
  }
  return [...byAddress.values()].slice(0, mostValues);
}

function domainsOf(website: string, emails: readonly EmailFeature[], lexicon: Lexicon): DomainFeature[] {
  const byDomain = new Map<string, DomainFeature>();
  const site = normalWebsite(website);
  if (site !== null) {
    const domain = lexicon.term('domain', site.domain);
    byDomain.set(site.domain, { domain, label: site.label, from: 'website', written: website });
  }
  for (const { domain, address } of emails) {
    if (domain === null || byDomain.has(domain.text)) continue;
    const own = ownDomain(domain.text);
    if (own === null) continue;
    byDomain.set(domain.text, { domain, label: own.label, from: 'email', written: address.text });
  }
  return [...byDomain.values()];
}

const placeText = ({ city, region, postalCode, country }: Address): string =>
  [city, region, postalCode, country].filter((part) => part !== '').join(', ');

function addressesOf(addresses: readonly Address[], lexicon: Lexicon): AddressFeature[] {
  const byText = new Map<string, AddressFeature>();
  for (const address of addresses) {
    const normal = normalAddress(address);
    if (normal === null) continue;
    const { number, street, city, region, postcode } = normal;
    byText.set([number, ...street, '|', ...city, region, postcode].join(' '), {
      number: number === '' ? null : lexicon.term('number', number),
      street: street.map((word) => lexicon.term('street', word)),
      box: street[0] === 'pobox',
      city: city.map((word) => lexicon.term('city', word)),
      region: region === '' ? null : lexicon.term('region', region),
      postcode: postcode === '' ? null : lexicon.term('postcode', postcode),
      writtenStreet: address.street.replaceAll('\n', ', '),
      writtenPlace: placeText(address),
    });
  }
  return [...byText.values()];
}

/** An account's features. `country` (ISO code) is where a number without a prefix is taken to be from. */
export function accountFeatures(account: Account, lexicon: Lexicon, country: string): Features {
  const own = countryCode(account.billing.country || account.shipping.country) || country;
  const emails = emailsOf(account.emails, lexicon);
  return {
    names: namesOf([account.name], lexicon),
    phones: phonesOf([account.phone, ...account.otherPhones], own, lexicon),
    emails,
    domains: domainsOf(account.website, emails, lexicon),
    addresses: addressesOf([account.billing, account.shipping], lexicon),
  };
}

/** A customer's features; a sub-customer goes by its own name, not by its parent's. */
export function customerFeatures(customer: Customer, lexicon: Lexicon, country: string): Features {
  const own = countryCode(customer.billing.country || customer.shipping.country) || country;
  const emails = emailsOf([customer.email], lexicon);
  const ownPart = (name: string): string => name.slice(name.lastIndexOf(':') + 1);
  const names = [
    ownPart(customer.displayName),
    customer.companyName,
    `${customer.givenName} ${customer.familyName}`.trim(),
    ownPart(customer.fullyQualifiedName),
    customer.printOnCheckName,
  ];
  return {
    names: namesOf(names, lexicon),
    phones: phonesOf([customer.phone, customer.mobile, customer.alternatePhone], own, lexicon),
    emails,
    domains: domainsOf(customer.website, emails, lexicon),
    addresses: addressesOf([customer.billing, customer.shipping], lexicon),
  };
}

/** The country (ISO code) that most records with a country have; the United States when none has one. */
export function usualCountry(records: Iterable<Account | Customer>): string {
  const counts = new Map<string, number>();
  for (const { billing, shipping } of records) {
    const code = countryCode(billing.country || shipping.country);
    if (code !== '') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? 'US';
}
