import type { ReviewRow } from '#shared/review.ts';
import type { FacetId } from './facet-id.ts';
import { FacetStore } from './facet-store.ts';

/** Rows that were replaced stay in a store; it is begun anew after so many. */
const mostRows = 1_000_000;

/** The facets of a list of rows as numbers, which a hundred thousand are counted and narrowed by in milliseconds. */
export interface FacetCodes {
  readonly store: FacetStore;
  /** Where in the store each row is. */
  readonly places: Int32Array;
  /** For each code of a facet 1 if some row of the list has it. */
  presentIn(facet: FacetId): Uint8Array;
}

let store = new FacetStore();
const known = new WeakMap<readonly ReviewRow[], FacetCodes>();

/** Reads the facets of rows that just came, which later answers for any list of them are quicker for. */
export function prepareFacets(rows: readonly ReviewRow[]): void {
  if (store.count > mostRows) store = new FacetStore();
  for (const row of rows) store.placeOf(row);
}

/** The facets of these rows, in their order; made once for each list. */
export function facetCodes(rows: readonly ReviewRow[]): FacetCodes {
  const made = known.get(rows) ?? codesOf(rows);
  known.set(rows, made);
  return made;
}

function codesOf(rows: readonly ReviewRow[]): FacetCodes {
  const own = store;
  const places = Int32Array.from(rows, (row) => own.placeOf(row));
  const present = new Map<FacetId, Uint8Array>();
  return {
    store: own,
    places,
    presentIn(facet) {
      const found = present.get(facet) ?? presentCodes(own, places, facet);
      present.set(facet, found);
      return found;
    },
  };
}

function presentCodes({ columns }: FacetStore, places: Int32Array, facet: FacetId): Uint8Array {
  const { codes, values } = columns[facet];
  const present = new Uint8Array(values.length);
  for (const place of places) present[codes[place] ?? 0] = 1;
  return present;
}
