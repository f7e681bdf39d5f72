import type { Business } from './business.ts';
import {
  abbreviated,
  acronym,
  cutShort,
  inCareOf,
  lastFirst,
  mistyped,
  otherAnd,
  otherSaint,
  withLegalForm,
  withNickname,
  withNote,
} from './naming.ts';
import { fullName } from './people.ts';
import type { Random } from './random.ts';
import { withoutAccents } from './text.ts';

/** A bookkeeper's way with a customer's name. */
export interface Treatment {
  readonly label: string;
  /** How often, against the others that can be used on the same business. */
  readonly weight: number;
  /** Whether the name still tells who it is; if not, phone, e-mail or address must. */
  readonly telling: boolean;
  /** The display name; null, or the business' own name, when it cannot be used on this business. */
  name(random: Random, business: Business): string | null;
}

const companies = (name: (random: Random, business: Business) => string): Treatment['name'] => {
  return (random, business) => (business.kind === 'person' ? null : name(random, business));
};
const persons = (name: (random: Random, business: Business) => string): Treatment['name'] => {
  return (random, business) => (business.kind === 'person' ? name(random, business) : null);
};
/** For treatments that look at nothing but the name. */
const onName = (change: (random: Random, name: string) => string): Treatment['name'] => {
  return (random, { name }) => change(random, name);
};

const unchanged: Treatment = { label: 'same', weight: 22, telling: true, name: (_, { name }) => name };

/** Every way in which a customer's name comes to differ from the account's. */
const treatments: readonly Treatment[] = [
  unchanged,
  {
    label: 'legal form',
    weight: 26,
    telling: true,
    name: (random, { name, legal }) => (legal === null ? null : withLegalForm(random, name, legal)),
  },
  { label: 'and', weight: 24, telling: true, name: onName(otherAnd) },
  { label: 'abbreviated', weight: 16, telling: true, name: onName(abbreviated) },
  { label: 'saint', weight: 90, telling: true, name: onName(otherSaint) },
  { label: 'accents', weight: 90, telling: true, name: onName((_, name) => withoutAccents(name)) },
  { label: 'typo', weight: 7, telling: true, name: onName(mistyped) },
  { label: 'capitals', weight: 7, telling: true, name: (_, { name }) => name.toUpperCase() },
  { label: 'note', weight: 9, telling: true, name: withNoteOn },
  {
    label: 'city',
    weight: 4,
    telling: true,
    name: companies((_, { name, location }) => `${name} - ${location.place.city}`),
  },
  { label: 'cut', weight: 60, telling: true, name: onName((_, name) => cutShort(name)) },
  { label: 'acronym', weight: 5, telling: false, name: onName((_, name) => acronym(name)) },
  {
    label: 'contact',
    weight: 6,
    telling: false,
    name: companies((_, business) => fullName(business.contacts[0].person)),
  },
  {
    label: 'care of',
    weight: 2,
    telling: true,
    name: companies((_, { name, contacts }) => inCareOf(name, contacts[0].person)),
  },
  {
    label: 'last, first',
    weight: 50,
    telling: true,
    name: persons((_, { contacts }) => lastFirst(contacts[0].person)),
  },
  {
    label: 'nickname',
    weight: 40,
    telling: true,
    name: persons((_, { contacts }) => withNickname(contacts[0].person)),
  },
];

function withNoteOn(random: Random, { name }: Business): string {
  return withNote(random, name);
}

/** One of the treatments that can be used on this business, with the name that it gives. */
export function treat(random: Random, business: Business): { treatment: Treatment; name: string } {
  const candidates = treatments.flatMap((treatment) => {
    const name = treatment.name(random, business);
    const usable = name !== null && (name !== business.name || treatment === unchanged);
    return !usable ? [] : [[treatment.weight, { treatment, name }] as const];
  });
  return random.weighted(candidates);
}
