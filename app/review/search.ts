import Fuse from 'fuse.js';
import type { CustomerId } from '#shared/ids.ts';
import type { Customer } from '#shared/records.ts';

const keys = [
  { name: 'displayName', weight: 3 },
  { name: 'companyName', weight: 2 },
  { name: 'fullyQualifiedName', weight: 1 },
  { name: 'email', weight: 1 },
  { name: 'phone', weight: 1 },
  { name: 'mobile', weight: 1 },
  { name: 'billing.city', weight: 0.5 },
  { name: 'id', weight: 1 },
];

/** Finds customers by what a person types: words of the name, an e-mail, a phone, a place, an id, in any order. */
export interface CustomerSearch {
  find(query: string, limit: number): CustomerId[];
}

/** A fuzzy search over all customers (fuse.js token search: every word must be found, typing errors are forgiven). */
export function customerSearch(customers: readonly Customer[]): CustomerSearch {
  const fuse = new Fuse(customers, {
    keys,
    useTokenSearch: true,
    tokenMatch: 'all',
    threshold: 0.3,
    ignoreLocation: true,
  });
  return {
    find(query, limit) {
      const text = query.trim();
      if (text === '') return [];
      return fuse.search(text, { limit }).map(({ item }) => item.id);
    },
  };
}
