import { type AgreementField, agreementOn } from '#shared/agreement.ts';
import type { ReviewRow } from '#shared/review.ts';
import { bandWords, stateWords } from '#shared/words.ts';
import type { FacetId } from './facet-id.ts';
import { folded } from './text-matches.ts';

/**
 * What a facet is called, and the value of it that a row has; `''` for none. Values of a `freeText` that differ only in
 * case, accents and spaces are one.
 */
interface Facet {
  readonly title: string;
  readonly valueOf: (row: ReviewRow) => string;
  readonly freeText?: true;
}

const agreement = (title: string, field: AgreementField): Facet => ({
  title,
  valueOf: ({ agreements }) => agreementOn(agreements, field) ?? '',
});

const flag = (title: string, holds: (row: ReviewRow) => boolean): Facet => ({
  title,
  valueOf: (row) => (holds(row) ? 'yes' : ''),
});

/** Every facet. The city is the account's, or the customer's where that of the account is not known. */
export const facets: Readonly<Record<FacetId, Facet>> = {
  state: { title: 'State', valueOf: ({ state }) => state },
  band: { title: 'Band', valueOf: ({ band }) => band ?? '' },
  reason: { title: 'Reason', valueOf: ({ reason }) => reason },
  name: agreement('Name', 'name'),
  email: agreement('E-mail', 'email'),
  phone: agreement('Phone', 'phone'),
  website: agreement('Website', 'website'),
  address: agreement('Address', 'address'),
  owner: { title: 'Owner', valueOf: ({ owner }) => owner, freeText: true },
  city: {
    title: 'City',
    valueOf: ({ accountPlace, customerPlace }) => accountPlace || customerPlace,
    freeText: true,
  },
  balance: flag('Has a balance', ({ balance }) => balance !== null && balance !== 0),
  inactive: flag('Inactive', ({ customerActive }) => !customerActive),
  'sub-customer': flag('Sub-customer', ({ subCustomer }) => subCustomer),
  commented: flag('Commented', ({ commented }) => commented),
};

/** What a value of a facet is told apart by from others. */
export function valueKey(facet: FacetId, value: string): string {
  return facets[facet].freeText === true ? folded(value).replace(/\s+/g, ' ').trim() : value;
}

/** Whether two spellings are one value of a facet. */
export function isSameValue(facet: FacetId, one: string, other: string): boolean {
  return one === other || valueKey(facet, one) === valueKey(facet, other);
}

/** The facets of a customer or a row that either hold or do not. */
export const flagFacets = ['balance', 'inactive', 'sub-customer', 'commented'] as const satisfies FacetId[];

/** The facets that say what both records agree on. */
export const agreementFacets = ['name', 'email', 'phone', 'website', 'address'] as const satisfies FacetId[];

/** The facets of many values, which are looked up. */
export const searchedFacets = ['reason', 'owner', 'city'] as const satisfies FacetId[];

const wordsOf: Partial<Record<FacetId, Readonly<Record<string, string>>>> = {
  state: stateWords,
  band: bandWords,
};

/** A facet's value as a person reads it beside others of the facet. */
export function valueWord(facet: FacetId, value: string): string {
  return wordsOf[facet]?.[value] ?? value;
}

/** A facet's value as a person reads it by itself ("Phone differs"). */
export function filterWords(facet: FacetId, value: string): string {
  const { title } = facets[facet];
  if (flagFacets.some((flagged) => flagged === facet)) return title;
  if (agreementFacets.some((agreeing) => agreeing === facet)) return agreementWords(title, value);
  return facet === 'reason' ? value : `${title}: ${valueWord(facet, value)}`;
}

/** "Phone differs", "E-mail missing on a side". */
export function agreementWords(title: string, value: string): string {
  return value === 'missing' ? `${title} missing on a side` : `${title} ${value}`;
}
