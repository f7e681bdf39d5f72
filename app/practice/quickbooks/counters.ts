import type { Store } from '../store/store.ts';

const collection = 'Counter';

/** The next id of a sequence (`names`, `addresses`), counted on in the store. */
export function nextId(store: Store, sequence: 'names' | 'addresses'): string {
  const last = store.get(collection, sequence)?.last;
  const id = (typeof last === 'number' ? last : 0) + 1;
  store.put(collection, sequence, { last: id });
  return String(id);
}
