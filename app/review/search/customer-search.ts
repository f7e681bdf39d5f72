import Fuse from 'fuse.js';
import type { CustomerId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';
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

/** What is searched of a customer, each as its words. */
type Searched = Readonly<Record<(typeof keys)[number]['name'], readonly string[]>>;

/** So many customers, those that fit best by the index, are ranked. */
const mostRanked = 200;

/** Finds customers by what a person types: words of the name, an e-mail, a phone, a place, an id, in any order. */
export interface CustomerSearch {
  find(query: string, limit: number): CustomerId[];
}

/**
 * Prepares a fuzzy search over all customers: every word must be found, typing errors are forgiven. An inverted index
 * narrows them down to those that may fit, and fuse.js (token search) ranks these. Yields after every thousand.
 */
export function* preparingSearch(customers: readonly Customer[]): Generator<undefined, CustomerSearch> {
  const index = yield* WordIndex.indexing(indexedWords(customers), customers.length);
  return {
    find(query, limit) {
      const words = wordsOf(query);
      const narrowed = index.find(words, mostRanked).flatMap((place) => customers[place] ?? []);
      const documents = narrowed.map((customer) => {
        const searched = Object.entries(searchedOf(customer)).map(([key, found]) => [key, found.join(' ')]);
        return Object.fromEntries(searched) as Record<string, string>;
      });
      const fuse = new Fuse(documents, {
        keys: [...keys],
        useTokenSearch: true,
        tokenMatch: 'all',
        threshold: 0.3,
        ignoreLocation: true,
      });
      return fuse.search(words.join(' '), { limit }).flatMap(({ refIndex }) => narrowed[refIndex]?.id ?? []);
    },
  };
}

function* indexedWords(customers: readonly Customer[]) {
  for (const customer of customers) {
    const { name, company, path, email, phones, city, id } = searchedOf(customer);
    yield { names: [...name, ...company], others: [...path, ...email, ...phones, ...city, ...id] };
  }
}

function searchedOf(customer: Customer): Searched {
  const { displayName, companyName, fullyQualifiedName, email, phone, mobile, billing, id } = customer;
  const phones = [phone, mobile].flatMap((number) => [...wordsOf(number), digitsOf(number)]);
  return {
    name: wordsOf(displayName),
    company: companyName === displayName ? [] : wordsOf(companyName),
    path: fullyQualifiedName === displayName ? [] : wordsOf(fullyQualifiedName),
    email: wordsOf(email),
    phones: phones.filter((word) => word !== ''),
    city: wordsOf(billing.city),
    id: wordsOf(id),
  };
}
