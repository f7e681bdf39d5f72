import Fuse from 'fuse.js';
import type { Account, Customer } from '#shared/records.ts';
import { WordIndex } from './word-index.ts';
import { digitsOf, wordsOf } from './words.ts';

const keys = [
  { name: 'name', weight: 3 },
  { name: 'company', weight: 2 },
  { name: 'path', weight: 1 },
  { name: 'email', weight: 1 },
  { name: 'phones', weight: 1 },
  { name: 'city', weight: 0.5 },
  { name: 'id', weight: 1 },
] as const;

/** What is searched of a record, each as its words. */
type Searched = Readonly<Record<(typeof keys)[number]['name'], readonly string[]>>;

/** So many records, those that fit best by the index, are ranked. */
const mostRanked = 200;

/** Finds records by what a person types: words of the name, an e-mail, a phone, a place, an id, in any order. */
export interface RecordSearch<T> {
  find(query: string, limit: number): T[];
}

/**
 * Prepares a fuzzy search over all records of a side: every word must be found, typing errors are forgiven. An inverted index
 * narrows them down to those that may fit, and fuse.js (token search) ranks these. Yields after every thousand.
 */
export function* preparingSearch<T>(
  records: readonly T[],
  searchedOf: (record: T) => Searched,
): Generator<undefined, RecordSearch<T>> {
  const index = yield* WordIndex.indexing(indexedWords(records, searchedOf), records.length);
  return {
    find(query, limit) {
      const words = wordsOf(query);
      const narrowed = index.find(words, mostRanked).flatMap((place) => records[place] ?? []);
      const documents = narrowed.map((record) => {
        const searched = Object.entries(searchedOf(record)).map(([key, found]) => [key, found.join(' ')]);
        return Object.fromEntries(searched) as Record<string, string>;
      });
      const fuse = new Fuse(documents, {
        keys: [...keys],
        useTokenSearch: true,
        tokenMatch: 'all',
        threshold: 0.3,
        ignoreLocation: true,
      });
      return fuse.search(words.join(' '), { limit }).flatMap(({ refIndex }) => narrowed[refIndex] ?? []);
    },
  };
}

function* indexedWords<T>(records: readonly T[], searchedOf: (record: T) => Searched) {
  for (const record of records) {
    const { name, company, path, email, phones, city, id } = searchedOf(record);
    yield { names: [...name, ...company], others: [...path, ...email, ...phones, ...city, ...id] };
  }
}

/** What is searched of a customer. */
export function searchedOfCustomer(customer: Customer): Searched {
  const { displayName, companyName, fullyQualifiedName, email, phone, mobile, billing, id } = customer;
  return {
    name: wordsOf(displayName),
    company: companyName === displayName ? [] : wordsOf(companyName),
    path: fullyQualifiedName === displayName ? [] : wordsOf(fullyQualifiedName),
    email: wordsOf(email),
    phones: phoneWords([phone, mobile]),
    city: wordsOf(billing.city),
    id: wordsOf(id),
  };
}

/** What is searched of an account. */
export function searchedOfAccount({ id, name, phone, otherPhones, emails, billing }: Account): Searched {
  return {
    name: wordsOf(name),
    company: [],
    path: [],
    email: emails.flatMap(wordsOf),
    phones: phoneWords([phone, ...otherPhones]),
    city: wordsOf(billing.city),
    id: wordsOf(id),
  };
}

/** Numbers as they are written and as their digits alone. */
function phoneWords(numbers: readonly string[]): string[] {
  const words = numbers.flatMap((number) => [...wordsOf(number), digitsOf(number)]);
  return words.filter((word) => word !== '');
}
