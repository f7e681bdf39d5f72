import { sharedInts } from '../columns/growing-ints.ts';
import type { Lists } from '../columns/lists.ts';
import { ListsBuilder } from '../columns/lists.ts';
import type { Side } from '../columns/side.ts';
import { textAt } from './dictionary.ts';
import { type CountedKind, isIdentifier } from './kinds.ts';
import { none, type Vocabulary, type VocabularyBuilder } from './vocabulary.ts';

/** How many records of a side have each value, by kind and id. */
type Counts = Readonly<Record<CountedKind, Int32Array>>;

/** Records in an order in which those that go by the same name follow one another. */
function byName(side: Side): Int32Array {
  const builder = new ListsBuilder(side.count);
  let most = 0;
  for (let record = 0; record < side.count; record += 1) {
    const name = nameOf(side, record) + 1;
    most = Math.max(most, name);
    builder.add(name, record);
  }
  return builder.lists(most + 1, (owner) => owner).values;
}

/** What a record is called, in one piece; `none` when it has no name. */
function nameOf({ forms, formJoined }: Side, record: number): number {
  const first = forms.starts[record] ?? 0;
  return first === forms.starts[record + 1] ? none : (formJoined[forms.values[first] ?? 0] ?? none);
}

/**
 * Counts the values of one side's open records. Records that go by the same name count once for an identifier: a
 * doubled record does not make its phone number a shared one, twenty different names on one number do.
 */
function countSide(side: Side, closed: Uint8Array, vocabulary: Vocabulary): Counts {
  const zeros = (kind: CountedKind): Int32Array => new Int32Array(vocabulary.texts[kind].count);
  const fresh = (): Record<CountedKind, Int32Array> => ({
    word: zeros('word'),
    phone: zeros('phone'),
    email: zeros('email'),
    domain: zeros('domain'),
    street: zeros('street'),
    number: zeros('number'),
    city: zeros('city'),
    region: zeros('region'),
    postcode: zeros('postcode'),
  });
  const counts = fresh();
  const marks = fresh();
  const once = (kind: CountedKind, id: number, mark: number): void => {
    if (id === none || marks[kind][id] === mark) return;
    marks[kind][id] = mark;
    counts[kind][id] = (counts[kind][id] ?? 0) + 1;
  };
  const all = (kind: CountedKind, { starts, values }: Lists, owner: number, mark: number): void => {
    for (let at = starts[owner] ?? 0; at < (starts[owner + 1] ?? 0); at += 1) {
      once(kind, values[at] ?? none, mark);
    }
  };
  let group = 0;
  let last = none;
  let mark = 0;
  for (const record of byName(side)) {
    if (closed[record] === 1) continue;
    mark += 1;
    const name = nameOf(side, record);
    if (name !== last || name === none) group += 1;
    last = name;
    for (let at = side.forms.starts[record] ?? 0; at < (side.forms.starts[record + 1] ?? 0); at += 1) {
      all('word', side.formWords, side.forms.values[at] ?? 0, mark);
    }
    all('phone', side.phones, record, group);
    for (let at = side.emails.starts[record] ?? 0; at < (side.emails.starts[record + 1] ?? 0); at += 1) {
      const email = side.emails.values[at] ?? 0;
      once('email', email, group);
      once('domain', vocabulary.emailDomain[email] ?? none, group);
    }
    for (let at = side.domains.starts[record] ?? 0; at < (side.domains.starts[record + 1] ?? 0); at += 1) {
      once('domain', (side.domains.values[at] ?? 0) >> 1, group);
    }
    for (
      let at = side.addresses.starts[record] ?? 0;
      at < (side.addresses.starts[record + 1] ?? 0);
      at += 1
    ) {
      const address = side.addresses.values[at] ?? 0;
      all('street', side.street, address, mark);
      all('city', side.city, address, mark);
      once('number', side.number[address] ?? none, mark);
      once('region', side.region[address] ?? none, mark);
      once('postcode', side.postcode[address] ?? none, mark);
    }
  }
  return counts;
}

/** Half of the records of a city might as well be named after it ("Fort Myers Florist"). */
const namedAfterCity = 0.5;

/** How many records have each value: words and places on both sides, identifiers on the side with more. */
export function countTerms(
  accounts: Side,
  customers: Side,
  closed: { readonly accounts: Uint8Array; readonly customers: Uint8Array },
  vocabulary: Vocabulary,
  builder: VocabularyBuilder,
): Counts {
  const left = countSide(accounts, closed.accounts, vocabulary);
  const right = countSide(customers, closed.customers, vocabulary);
  const together = (kind: CountedKind): Int32Array => {
    const counts = sharedInts(vocabulary.texts[kind].count);
    for (let id = 0; id < counts.length; id += 1) {
      const [one, other] = [left[kind][id] ?? 0, right[kind][id] ?? 0];
      counts[id] = isIdentifier(kind) ? Math.max(one, other) : one + other;
    }
    return counts;
  };
  const cities = together('city');
  const words = together('word');
  for (let city = 0; city < cities.length; city += 1) {
    const word = builder.find('word', textAt(vocabulary.texts.city, city));
    if (word !== -1) words[word] = (words[word] ?? 0) + Math.floor((cities[city] ?? 0) * namedAfterCity);
  }
  return {
    word: words,
    phone: together('phone'),
    email: together('email'),
    domain: together('domain'),
    street: together('street'),
    number: together('number'),
    city: cities,
    region: together('region'),
    postcode: together('postcode'),
  };
}
