import { accountColumns, customerColumns } from './rows.ts';

const column = (columns: readonly string[], name: string): number => columns.indexOf(name);
const A = {
  name: column(accountColumns, 'Name'),
  phone: column(accountColumns, 'Phone'),
  email: column(accountColumns, 'Email'),
  site: column(accountColumns, 'Website'),
  street: column(accountColumns, 'BillingStreet'),
  zip: column(accountColumns, 'BillingPostalCode'),
};
const C = {
  names: ['DisplayName', 'CompanyName', 'GivenName', 'FamilyName'].map((name) =>
    column(customerColumns, name),
  ),
  phones: ['PrimaryPhone', 'Mobile'].map((name) => column(customerColumns, name)),
  email: column(customerColumns, 'PrimaryEmailAddr'),
  site: column(customerColumns, 'WebAddr'),
  street: column(customerColumns, 'BillAddrLine1'),
  zip: column(customerColumns, 'BillAddrPostalCode'),
};

const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/&|\+/g, ' and ');
const filler = new Set(['the', 'and', 'of', 'city', 'town', 'first', 'saint']);
const words = (text: string): string[] =>
  folded(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !filler.has(word));
const numbers = (text: string): string[] =>
  text.split(/[x#/;,o]|ext/i).flatMap((part) => part.replaceAll(/\D/g, '').match(/\d{10}$/) ?? []);
const mails = (text: string): string[] => text.toLowerCase().match(/[^\s,;]+@[^\s,;]+/g) ?? [];
const freeHosts = /^(?:gmail|yahoo|hotmail|aol|comcast|outlook|icloud)\./;
const siteDomain = (site: string): string =>
  site.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').replace(/\/$/, '');
const domains = (emails: string, site: string): string[] =>
  [...mails(emails).map((mail) => mail.split('@')[1] ?? ''), siteDomain(site)].filter(
    (domain) => domain !== '' && !freeHosts.test(domain),
  );
const house = (street: string): string => /^\d+(?= )/.exec(street)?.[0] ?? '';
const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));

/** Whether the first words of two names begin alike: so a careful reader sees through most spellings. */
function nameMeets(account: string, names: readonly string[]): boolean {
  const start = (word: string): string => word.slice(0, 3);
  const [first = ''] = words(account);
  return names.some((name) => words(name).some((word) => start(word) === start(first)));
}

/** What two rows of one business have in common, told from the rows alone. */
export interface Clues {
  readonly phone: boolean;
  readonly mail: boolean;
  readonly domain: boolean;
  readonly house: boolean;
  readonly zip: boolean;
  readonly name: boolean;
}

export function cluesOf(account: readonly string[], customer: readonly string[]): Clues {
  const ofAccount = (at: number): string => account[at] ?? '';
  const ofCustomer = (at: number): string => customer[at] ?? '';
  const house1 = house(ofAccount(A.street));
  return {
    phone: meet(
      numbers(ofAccount(A.phone)),
      C.phones.flatMap((at) => numbers(ofCustomer(at))),
    ),
    mail: meet(mails(ofAccount(A.email)), mails(ofCustomer(C.email))),
    domain: meet(
      domains(ofAccount(A.email), ofAccount(A.site)),
      domains(ofCustomer(C.email), ofCustomer(C.site)),
    ),
    house: house1 !== '' && house1 === house(ofCustomer(C.street)),
    zip: ofAccount(A.zip) !== '' && ofAccount(A.zip).slice(0, 5) === ofCustomer(C.zip).slice(0, 5),
    name: nameMeets(ofAccount(A.name), C.names.map(ofCustomer)),
  };
}

/**
 * Whether not even a careful person could tell that the two belong together: they have neither phone, e-mail nor
 * house in common, and the name is missing, or is another's as well with nothing to tell which.
 * `others` is the number of other customers of this name.
 */
export function isHopeless(clues: Clues, others: number): boolean {
  const named = clues.name || clues.domain;
  if (clues.phone || clues.mail || (clues.house && (clues.zip || clues.name))) return false;
  return others > 0 ? !(named && (clues.zip || clues.domain)) : !named;
}

/** A name as a number, for counting without keeping the names (FNV-1a over its letters and digits). */
export function nameNumber(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
