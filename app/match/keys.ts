import type { Features } from './features.ts';
import type { Term } from './frequency.ts';

/** Words that this many records have are too common to find a record by alone. */
const commonCount = 40;
const shortestMailbox = 5;
/** A name and a domain made of it are found by so many letters, blanks left out. */
const namePrefix = 14;

function nameKeys({ names, addresses }: Features, keys: Set<string>): void {
  for (const { words, joined } of names) {
    keys.add(`n${joined.slice(0, namePrefix)}`);
    for (const word of words) if (word.text.length > 1) keys.add(`w${word.text}`);
    const common = words.filter(({ count }) => count > commonCount).slice(0, 4);
    common.forEach((one, index) => {
      for (const other of common.slice(index + 1)) {
        keys.add(one.text < other.text ? `2${one.text} ${other.text}` : `2${other.text} ${one.text}`);
      }
      for (const { city, postcode } of addresses) {
        if (postcode !== null) keys.add(`p${one.text} ${postcode.text}`);
        if (city[0] !== undefined) keys.add(`c${one.text} ${city[0].text}`);
      }
    });
  }
}

const longestOf = (words: readonly Term[]): Term | undefined =>
  words.toSorted((a, b) => b.text.length - a.text.length)[0];

function addressKeys({ addresses }: Features, keys: Set<string>): void {
  for (const { number, street, city, postcode } of addresses) {
    const longest = longestOf(street);
    if (longest !== undefined && postcode !== null) keys.add(`g${longest.text} ${postcode.text}`);
    if (longest !== undefined && city[0] !== undefined) keys.add(`k${longest.text} ${city[0].text}`);
    if (number === null) continue;
    if (postcode !== null) keys.add(`h${number.text} ${postcode.text}`);
    if (city[0] !== undefined) keys.add(`t${number.text} ${city[0].text}`);
    for (const word of street) if (word.text.length > 2) keys.add(`s${number.text} ${word.text}`);
  }
}

/** The keys under which a record is found: two records that share none are not compared at first. */
export function blockingKeys(features: Features): Set<string> {
  const keys = new Set<string>();
  nameKeys(features, keys);
  for (const { local } of features.phones) keys.add(`f${local}`);
  for (const { address, mailbox, domain } of features.emails) {
    keys.add(`m${address.text}`);
    if (mailbox.length >= shortestMailbox) keys.add(`l${mailbox}`);
    if (domain !== null) keys.add(`d${domain.text}`);
  }
  for (const { domain, label } of features.domains) {
    keys.add(`d${domain.text}`);
    keys.add(`n${label.slice(0, namePrefix)}`);
  }
  addressKeys(features, keys);
  return keys;
}

/** The three-letter pieces of a record's names, mailboxes and house addresses, for records with errors in every key. */
export function pieces({ names, emails, addresses }: Features): Set<string> {
  const found = new Set<string>();
  const cut = (mark: string, text: string): void => {
    const padded = ` ${text.slice(0, 40)} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(mark + padded.slice(at, at + 3));
  };
  for (const { words } of names) for (const word of words) cut('', word.text);
  for (const { mailbox } of emails) cut('@', mailbox);
  for (const { number, street, city, postcode } of addresses) {
    if (postcode !== null) for (const word of city) found.add(`${postcode.text} ${word.text}`);
    if (number !== null) for (const word of street) cut(`${number.text} `, word.text);
  }
  return found;
}
