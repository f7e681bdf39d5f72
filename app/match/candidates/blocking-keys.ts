import type { Side } from '../columns/side.ts';
import { lengthOf } from '../compare/likeness.ts';
import type { Texts } from '../terms/dictionary.ts';
import { localDigits, noArea } from '../terms/phone-text.ts';
import type { TermTables } from '../terms/term-tables.ts';
import { none, type Vocabulary } from '../terms/vocabulary.ts';
import type { KeySet } from './key-set.ts';

/** A word of more records than are compared with one is too common to find a record by alone. */
const commonCount = 12;
const mostCommon = 4;
const shortestMailbox = 5;
const shortestStreetWord = 3;
/** A name and a domain made of it are found by so many letters, blanks left out. */
const namePrefix = 14;
const fewestInitials = 3;
const mostInitials = 6;

/** What a key is made of. */
const kind = {
  prefix: 1,
  word: 2,
  wordPair: 3,
  wordPostcode: 4,
  wordCity: 5,
  phone: 6,
  email: 7,
  mailbox: 8,
  domain: 9,
  streetPostcode: 10,
  streetCity: 11,
  numberPostcode: 12,
  numberCity: 13,
  numberStreet: 14,
  postcodeCity: 15,
} as const;

/** What keys are made from. */
export interface KeySource {
  readonly vocabulary: Vocabulary;
  readonly tables: TermTables;
}

/** FNV-1a. */
const hashStart = 0x811c9dc5;
const hashNext = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

function prefixHash({ bytes, starts }: Texts, text: number): number {
  const from = starts[text] ?? 0;
  const to = Math.min(starts[text + 1] ?? 0, from + namePrefix);
  return hashOf(bytes, from, to);
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = hashStart;
  for (let at = from; at < to; at += 1) hash = hashNext(hash, bytes[at] ?? 0);
  return hash >>> 0;
}

/** A hash of a phone number's last digits, those that it has without an area code as well. */
function localHash({ bytes, starts }: Texts, phone: number): number {
  const from = (starts[phone] ?? 0) + (bytes[starts[phone] ?? 0] === noArea ? 1 : 0);
  const to = starts[phone + 1] ?? 0;
  return hashOf(bytes, Math.max(from, to - localDigits), to);
}

const common = new Int32Array(mostCommon);

function addNameKeys({ vocabulary, tables }: KeySource, side: Side, record: number, keys: KeySet): void {
  const { word: words, joined } = vocabulary.texts;
  const { counts } = tables.word;
  const { formWords, addresses } = side;
  for (let at = side.forms.starts[record] ?? 0; at < (side.forms.starts[record + 1] ?? 0); at += 1) {
    const form = side.forms.values[at] ?? 0;
    keys.add(kind.prefix, prefixHash(joined, side.formJoined[form] ?? 0));
    addInitials(words, side, form, keys);
    let commons = 0;
    for (let next = formWords.starts[form] ?? 0; next < (formWords.starts[form + 1] ?? 0); next += 1) {
      const word = formWords.values[next] ?? 0;
      if (lengthOf(words, word) > 1) keys.add(kind.word, word);
      if ((counts[word] ?? 0) <= commonCount || commons === mostCommon) continue;
      common[commons] = word;
      commons += 1;
    }
    for (let i = 0; i < commons; i += 1) {
      const one = common[i] ?? 0;
      for (let j = i + 1; j < commons; j += 1) {
        const other = common[j] ?? 0;
        keys.add(kind.wordPair, Math.min(one, other), Math.max(one, other));
      }
      for (let next = addresses.starts[record] ?? 0; next < (addresses.starts[record + 1] ?? 0); next += 1) {
        const address = addresses.values[next] ?? 0;
        const postcode = side.postcode[address] ?? none;
        const city = firstCityWord(side, address);
        if (postcode !== none) keys.add(kind.wordPostcode, one, postcode);
        if (city !== none) keys.add(kind.wordCity, one, city);
      }
    }
  }
}

/** A name of several words is also found by its initials, as if they were the name. */
function addInitials({ bytes, starts }: Texts, { formWords }: Side, form: number, keys: KeySet): void {
  const from = formWords.starts[form] ?? 0;
  const to = formWords.starts[form + 1] ?? 0;
  if (to - from < fewestInitials || to - from > mostInitials) return;
  let hash = hashStart;
  for (let at = from; at < to; at += 1) {
    hash = hashNext(hash, bytes[starts[formWords.values[at] ?? 0] ?? 0] ?? 0);
  }
  keys.add(kind.prefix, hash >>> 0);
}

function firstCityWord({ city }: Side, address: number): number {
  const from = city.starts[address] ?? 0;
  return from === city.starts[address + 1] ? none : (city.values[from] ?? none);
}

function longestStreetWord({ street }: Side, address: number, texts: Texts): number {
  let longest: number = none;
  let length = 0;
  for (let at = street.starts[address] ?? 0; at < (street.starts[address + 1] ?? 0); at += 1) {
    const word = street.values[at] ?? 0;
    if (lengthOf(texts, word) > length) [longest, length] = [word, lengthOf(texts, word)];
  }
  return longest;
}

function addAddressKeys({ vocabulary }: KeySource, side: Side, record: number, keys: KeySet): void {
  const streets = vocabulary.texts.street;
  const { addresses, street } = side;
  for (let at = addresses.starts[record] ?? 0; at < (addresses.starts[record + 1] ?? 0); at += 1) {
    const address = addresses.values[at] ?? 0;
    const longest = longestStreetWord(side, address, streets);
    const postcode = side.postcode[address] ?? none;
    const city = firstCityWord(side, address);
    const number = side.number[address] ?? none;
    if (longest !== none && postcode !== none) keys.add(kind.streetPostcode, longest, postcode);
    if (longest !== none && city !== none) keys.add(kind.streetCity, longest, city);
    for (let next = side.city.starts[address] ?? 0; next < (side.city.starts[address + 1] ?? 0); next += 1) {
      if (postcode !== none) keys.add(kind.postcodeCity, postcode, side.city.values[next] ?? 0);
    }
    if (number === none) continue;
    if (postcode !== none) keys.add(kind.numberPostcode, number, postcode);
    if (city !== none) keys.add(kind.numberCity, number, city);
    for (let next = street.starts[address] ?? 0; next < (street.starts[address + 1] ?? 0); next += 1) {
      const word = street.values[next] ?? 0;
      if (lengthOf(streets, word) >= shortestStreetWord) keys.add(kind.numberStreet, number, word);
    }
  }
}

/** Fills in the keys under which a record is found: two records that share none are not compared at first. */
export function addBlockingKeys(source: KeySource, side: Side, record: number, keys: KeySet): void {
  const { emailMailbox, emailDomain, domainLabel, texts } = source.vocabulary;
  addNameKeys(source, side, record, keys);
  for (let at = side.phones.starts[record] ?? 0; at < (side.phones.starts[record + 1] ?? 0); at += 1) {
    keys.add(kind.phone, localHash(texts.phone, side.phones.values[at] ?? 0));
  }
  for (let at = side.emails.starts[record] ?? 0; at < (side.emails.starts[record + 1] ?? 0); at += 1) {
    const email = side.emails.values[at] ?? 0;
    const mailbox = emailMailbox[email] ?? 0;
    const from = texts.email.starts[email] ?? 0;
    const domain = emailDomain[email] ?? none;
    keys.add(kind.email, email);
    if (mailbox >= shortestMailbox) keys.add(kind.mailbox, hashOf(texts.email.bytes, from, from + mailbox));
    if (domain !== none) keys.add(kind.domain, domain);
  }
  for (let at = side.domains.starts[record] ?? 0; at < (side.domains.starts[record + 1] ?? 0); at += 1) {
    const domain = (side.domains.values[at] ?? 0) >> 1;
    const label = domainLabel[domain] ?? none;
    keys.add(kind.domain, domain);
    if (label !== none) keys.add(kind.prefix, prefixHash(texts.label, label));
  }
  addAddressKeys(source, side, record, keys);
}
