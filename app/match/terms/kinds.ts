/**
 * What values are looked up by. Each kind has its own dictionary. `joined` and `joinedStreet` are a name and a street in one piece, `local` the last
 * digits of a phone number, `label` a domain without its public suffix.
 */
export const kinds = [
  'word',
  'joined',
  'joinedStreet',
  'legalForm',
  'phone',
  'local',
  'email',
  'mailbox',
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
    joinedStreet: of('joinedStreet'),
    legalForm: of('legalForm'),
    phone: of('phone'),
    local: of('local'),
    email: of('email'),
    mailbox: of('mailbox'),
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
