import { type Agreement, type Agreements, writtenAgreements } from '#shared/agreement.ts';
import type { Account, Address, Customer } from '#shared/records.ts';
import { type NormalAddress, normalAddress } from './normalise/address.ts';
import { normalEmails } from './normalise/email.ts';
import { normalNames } from './normalise/name.ts';
import { fold } from './normalise/text.ts';
import { normalWebsite } from './normalise/website.ts';

/**
 * Whether an account and a customer agree on their names, e-mail addresses, phone numbers, websites and addresses, as
 * text. Values are normalised as for matching, but nothing is weighed and near values differ, so that it takes some
 * microseconds and can be asked of every row.
 */
export function agreementsOf(account: Account, customer: Customer): Agreements {
  return writtenAgreements({
    name: agreement(
      [account.name],
      [customer.displayName, customer.companyName, `${customer.givenName} ${customer.familyName}`.trim()],
      sameName,
    ),
    email: agreement(account.emails, [customer.email], sharing(addressesIn)),
    phone: agreement(
      [account.phone, ...account.otherPhones],
      [customer.phone, customer.mobile, customer.alternatePhone],
      samePhone,
    ),
    website: agreement([account.website], [customer.website], sharing(domainsIn)),
    address: addressAgreement([account.billing, account.shipping], [customer.billing, customer.shipping]),
  });
}

type Same = (left: readonly string[], right: readonly string[]) => boolean | null;

/** Compares what is written as it is first, which is often the same, and closely only then. */
function agreement(left: readonly string[], right: readonly string[], isSame: Same): Agreement {
  const [lefts, rights] = [left.filter(isWritten), right.filter(isWritten)];
  if (lefts.length === 0 || rights.length === 0) return 'missing';
  if (lefts.some((value) => rights.includes(value))) return 'agrees';
  const same = isSame(lefts, rights);
  return same === null ? 'missing' : same ? 'agrees' : 'differs';
}

const isWritten = (value: string): boolean => value !== '';

/** Whether both sides have one of these in common; null where one has none at all. */
function sharing(valuesIn: (written: string) => readonly string[]): Same {
  return (left, right) => {
    const [lefts, rights] = [left.flatMap(valuesIn), right.flatMap(valuesIn)];
    if (lefts.length === 0 || rights.length === 0) return null;
    return lefts.some((value) => rights.includes(value));
  };
}

const addressesIn = (field: string): string[] => normalEmails(field).map(({ address }) => address);

function domainsIn(website: string): string[] {
  const own = normalWebsite(website);
  return own === null ? [] : [own.domain];
}

const signs = /[^a-z0-9]+/g;

function sameName(left: readonly string[], right: readonly string[]): boolean {
  const letters = (name: string): string => fold(name).replace(signs, '');
  const lefts = left.map(letters);
  if (right.some((name) => lefts.includes(letters(name)))) return true;
  const words = left.flatMap(wordsOf);
  return right.flatMap(wordsOf).some((form) => words.includes(form));
}

/** Each form of a name as its words in no order, without its legal form and notes. */
const wordsOf = (name: string): string[] =>
  normalNames(name).map(({ words, branch }) => [...words, ...branch].sort().join(' '));

const shortestNumber = 7;
const extension = /[\s,;]*(?:ext(?:ension|n)?|x|#).*$/i;

/** The digits that are dialled, without the zeros of a trunk or an international prefix. */
const digitsIn = (phone: string): string =>
  phone.replace(extension, '').replace(/\D/g, '').replace(/^0+/, '');

/** A number written without its country or area agrees with one that ends in it. */
function samePhone(left: readonly string[], right: readonly string[]): boolean | null {
  const isNumber = (digits: string): boolean => digits.length >= shortestNumber;
  const [lefts, rights] = [left.map(digitsIn).filter(isNumber), right.map(digitsIn).filter(isNumber)];
  if (lefts.length === 0 || rights.length === 0) return null;
  return lefts.some((one) => rights.some((other) => one.endsWith(other) || other.endsWith(one)));
}

function addressAgreement(left: readonly Address[], right: readonly Address[]): Agreement {
  const [lefts, rights] = [left.filter(isKnown), right.filter(isKnown)];
  if (lefts.length === 0 || rights.length === 0) return 'missing';
  if (lefts.some((one) => rights.some((other) => isAsWritten(one, other)))) return 'agrees';
  const [ours, theirs] = [lefts.map(normalAddress), rights.map(normalAddress)];
  const agree = ours.some((one) =>
    theirs.some((other) => one !== null && other !== null && isSame(one, other)),
  );
  return agree ? 'agrees' : 'differs';
}

/** A country by itself says nothing. */
const isKnown = ({ street, city, postalCode }: Address): boolean =>
  street !== '' || city !== '' || postalCode !== '';

const isAsWritten = (one: Address, other: Address): boolean =>
  one.street === other.street && one.city === other.city && one.postalCode === other.postalCode;

/** Whether nothing that both addresses say is contradictory, and they have a street or a place in common. */
function isSame(one: NormalAddress, other: NormalAddress): boolean {
  const places = both(one.postcode, other.postcode) ?? both(one.city.join(' '), other.city.join(' '));
  const numbers = both(one.number, other.number);
  const streets = both(one.street[0] ?? '', other.street[0] ?? '');
  return places !== false && numbers !== false && streets !== false && (places ?? streets) === true;
}

/** Whether both are the same; null where one is blank. */
const both = (one: string, other: string): boolean | null =>
  one === '' || other === '' ? null : one === other;
