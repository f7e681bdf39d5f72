/**
 * What values are looked up by. Each kind has its own dictionary. `joined` is a name in one piece, `label` a domain
 * without its public suffix.
 */
export const kinds = [
  'word',
  'joined',
  'legalForm',
  'phone',
  'email',
  'domain',
  'label',
  'street',
  'number',
  'city',
  'region',
  'postcode',
] as const;
export type Kind = (typeof kinds)[number];

/** A value for each kind. */
export function perKind<T>(of: (kind: Kind) => T): Record<Kind, T> {
  return {
    word: of('word'),
    joined: of('joined'),
    legalForm: of('legalForm'),
    phone: of('phone'),
    email: of('email'),
    domain: of('domain'),
    label: of('label'),
    street: of('street'),
    number: of('number'),
    city: of('city'),
    region: of('region'),
    postcode: of('postcode'),
  };
}

/** The kinds whose values are counted, because agreeing on a rare one says more. */
export const countedKinds = [
  'word',
  'phone',
  'email',
  'domain',
  'street',
  'number',
  'city',
  'region',
  'postcode',
] as const satisfies readonly Kind[];
export type CountedKind = (typeof countedKinds)[number];

/** Whether values of this kind name one record (a phone number), unlike a word or a city, which many share. */
export function isIdentifier(kind: CountedKind): boolean {
  return kind === 'phone' || kind === 'email' || kind === 'domain';
}
