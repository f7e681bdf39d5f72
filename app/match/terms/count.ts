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

/** Counts in how many records, or groups of them, each value of a kind occurs. */
class Occurrences {
  /** The count of each value and the mark of the record it was last seen in, side by side, near in memory. */
  readonly #counted: Int32Array;

  constructor(values: number) {
    this.#counted = new Int32Array(values * 2);
  }

  /** Counts a value unless it was counted under this mark just before. */
  once(id: number, mark: number): void {
    if (id === none || this.#counted[id * 2 + 1] === mark) return;
    this.#counted[id * 2 + 1] = mark;
    this.#counted[id * 2] = (this.#counted[id * 2] ?? 0) + 1;
  }

  /** Counts an owner's values. */
  all({ starts, values }: Lists, owner: number, mark: number): void {
    const end = starts[owner + 1] ?? 0;
    for (let at = starts[owner] ?? 0; at < end; at += 1) this.once(values[at] ?? none, mark);
  }

  of(id: number): number {
    return this.#counted[id * 2] ?? 0;
  }
}

type SideCounts = Readonly<Record<CountedKind, Occurrences>>;

/**
 * Counts the values of one side's open records. Records that go by the same name count once for an identifier: a
 * doubled record does not make its phone number a shared one, twenty different names on one number do.
 */
function countSide(side: Side, closed: Uint8Array, { texts, emailDomain }: Vocabulary): SideCounts {
  const word = new Occurrences(texts.word.count);
  const phone = new Occurrences(texts.phone.count);
  const email = new Occurrences(texts.email.count);
  const domain = new Occurrences(texts.domain.count);
  const street = new Occurrences(texts.street.count);
  const number = new Occurrences(texts.number.count);
  const city = new Occurrences(texts.city.count);
  const region = new Occurrences(texts.region.count);
  const postcode = new Occurrences(texts.postcode.count);
  const { forms, emails, domains, addresses } = side;
  let group = 0;
  let last = none;
  let mark = 0;
  for (const record of byName(side)) {
    if (closed[record] === 1) continue;
    mark += 1;
    const name = nameOf(side, record);
    if (name !== last || name === none) group += 1;
    last = name;
    for (let at = forms.starts[record] ?? 0; at < (forms.starts[record + 1] ?? 0); at += 1) {
      word.all(side.formWords, forms.values[at] ?? 0, mark);
    }
    phone.all(side.phones, record, group);
    for (let at = emails.starts[record] ?? 0; at < (emails.starts[record + 1] ?? 0); at += 1) {
      const address = emails.values[at] ?? 0;
      email.once(address, group);
      domain.once(emailDomain[address] ?? none, group);
    }
    for (let at = domains.starts[record] ?? 0; at < (domains.starts[record + 1] ?? 0); at += 1) {
      domain.once((domains.values[at] ?? 0) >> 1, group);
    }
    for (let at = addresses.starts[record] ?? 0; at < (addresses.starts[record + 1] ?? 0); at += 1) {
      const address = addresses.values[at] ?? 0;
      street.all(side.street, address, mark);
      city.all(side.city, address, mark);
      number.once(side.number[address] ?? none, mark);
      region.once(side.region[address] ?? none, mark);
      postcode.once(side.postcode[address] ?? none, mark);
    }
  }
  return { word, phone, email, domain, street, number, city, region, postcode };
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
      const one = left[kind].of(id);
      const other = right[kind].of(id);
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
