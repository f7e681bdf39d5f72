import type { Side } from '../columns/side.ts';
import type { Texts } from '../terms/dictionary.ts';
import { none } from '../terms/vocabulary.ts';
import type { KeySource } from './blocking-keys.ts';
import { type KeySet, mixed } from './key-set.ts';

const blank = 32;
const longest = 40;
const kind = { name: 21, mailbox: 22, street: 23, place: 24, city: 25 } as const;

/** Adds the three-letter pieces of a text, with a blank before and after it. */
function cut({ bytes, starts }: Texts, text: number, mark: number, keys: KeySet): void {
  cutBetween(bytes, starts[text] ?? 0, starts[text + 1] ?? 0, mark, keys);
}

function cutBetween(bytes: Uint8Array, from: number, end: number, mark: number, keys: KeySet): void {
  const to = Math.min(end, from + longest);
  let before = blank;
  for (let at = from; at < to; at += 1) {
    const after = at + 1 < to ? (bytes[at + 1] ?? blank) : blank;
    keys.addHash(mixed(mark, (before << 16) | ((bytes[at] ?? 0) << 8) | after));
    before = bytes[at] ?? 0;
  }
}

/**
 * Fills in the three-letter pieces of a record's names, mailboxes, cities and house addresses, for records with errors in
 * every blocking key.
 */
export function addPieces({ vocabulary }: KeySource, side: Side, record: number, keys: KeySet): void {
  const { texts, emailMailbox } = vocabulary;
  const { forms, formWords, emails, addresses, street, city } = side;
  for (let at = forms.starts[record] ?? 0; at < (forms.starts[record + 1] ?? 0); at += 1) {
    const form = forms.values[at] ?? 0;
    for (let next = formWords.starts[form] ?? 0; next < (formWords.starts[form + 1] ?? 0); next += 1) {
      cut(texts.word, formWords.values[next] ?? 0, kind.name, keys);
    }
  }
  for (let at = emails.starts[record] ?? 0; at < (emails.starts[record + 1] ?? 0); at += 1) {
    const email = emails.values[at] ?? 0;
    const from = texts.email.starts[email] ?? 0;
    cutBetween(texts.email.bytes, from, from + (emailMailbox[email] ?? 0), kind.mailbox, keys);
  }
  for (let at = addresses.starts[record] ?? 0; at < (addresses.starts[record + 1] ?? 0); at += 1) {
    const address = addresses.values[at] ?? 0;
    const postcode = side.postcode[address] ?? none;
    const number = side.number[address] ?? none;
    for (let next = city.starts[address] ?? 0; next < (city.starts[address + 1] ?? 0); next += 1) {
      const word = city.values[next] ?? 0;
      if (postcode !== none) keys.add(kind.place, postcode, word);
      cut(texts.city, word, kind.city, keys);
    }
    if (number === none) continue;
    const mark = mixed(kind.street, number);
    for (let next = street.starts[address] ?? 0; next < (street.starts[address + 1] ?? 0); next += 1) {
      cut(texts.street, street.values[next] ?? 0, mark, keys);
    }
  }
}
