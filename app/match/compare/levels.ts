/** The comparisons of a pair, in the order their evidence is shown. */
export const comparisons = ['name', 'email', 'phone', 'website', 'street', 'place'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * One level of a comparison, as in Splink: `m` is how often true pairs are at it, `u` how often unrelated pairs are
 * (both before the data are looked at; `u` is null where the chance depends on the value's rarity). `speaks` bounds
 * the sign of its weight. `label` is for the person.
 */
export interface Level {
  readonly id: string;
  readonly label: string;
  readonly m: number;
  readonly u: number | null;
  readonly speaks: 'for' | 'either' | 'against' | 'not';
}

const missing = (what: string): Level & { readonly id: 'missing' } => ({
  id: 'missing',
  label: `${what} missing on a side`,
  m: 1,
  u: 1,
  speaks: 'not',
});

/** Every comparison's levels, the strongest first. The last one is `missing`, which never counts. */
export const levels = {
  name: [
    { id: 'same', label: 'Name agrees', m: 0.42, u: null, speaks: 'for' },
    { id: 'same-other-form', label: 'Name agrees, legal form differs', m: 0.05, u: null, speaks: 'for' },
    { id: 'same-words', label: 'Name agrees in other order', m: 0.05, u: null, speaks: 'for' },
    { id: 'near', label: 'Name nearly agrees', m: 0.13, u: null, speaks: 'for' },
    { id: 'similar', label: 'Name is similar', m: 0.1, u: null, speaks: 'either' },
    { id: 'contained', label: 'One name is part of the other', m: 0.1, u: null, speaks: 'either' },
    { id: 'acronym', label: 'One name is the initials of the other', m: 0.01, u: null, speaks: 'either' },
    { id: 'other-branch', label: 'Name agrees, branch number differs', m: 0.005, u: null, speaks: 'either' },
    { id: 'partial', label: 'Names share some words', m: 0.06, u: null, speaks: 'either' },
    { id: 'slight', label: 'Names share little', m: 0.03, u: 0.04, speaks: 'against' },
    { id: 'different', label: 'Name differs', m: 0.05, u: 0.95, speaks: 'against' },
    missing('Name'),
  ],
  email: [
    { id: 'same', label: 'E-mail agrees', m: 0.5, u: null, speaks: 'for' },
    { id: 'near', label: 'E-mail nearly agrees', m: 0.06, u: 0.0002, speaks: 'for' },
    { id: 'same-mailbox', label: 'E-mail agrees before the @', m: 0.04, u: 0.001, speaks: 'for' },
    { id: 'same-domain', label: 'E-mail is at the same domain', m: 0.15, u: null, speaks: 'for' },
    { id: 'similar', label: 'E-mail is similar', m: 0.02, u: 0.001, speaks: 'either' },
    { id: 'different', label: 'E-mail differs', m: 0.25, u: 0.99, speaks: 'against' },
    missing('E-mail'),
  ],
  phone: [
    { id: 'same', label: 'Phone agrees', m: 0.55, u: null, speaks: 'for' },
    { id: 'same-local', label: 'Phone agrees, area code missing', m: 0.03, u: null, speaks: 'for' },
    { id: 'near', label: 'Phone agrees but for a digit', m: 0.03, u: 0.0005, speaks: 'for' },
    { id: 'exchange', label: 'Phone of the same exchange', m: 0.05, u: 0.01, speaks: 'either' },
    { id: 'different', label: 'Phone differs', m: 0.34, u: 0.99, speaks: 'against' },
    missing('Phone'),
  ],
  website: [
    { id: 'same', label: 'Website agrees', m: 0.6, u: null, speaks: 'for' },
    { id: 'same-label', label: 'Website agrees but for its ending', m: 0.03, u: 0.0003, speaks: 'for' },
    { id: 'name', label: 'The domain is made of the name', m: 0.12, u: null, speaks: 'for' },
    { id: 'counted', label: 'Website agrees, counted with the e-mail', m: 1, u: 1, speaks: 'not' },
    { id: 'different', label: 'Website differs', m: 0.2, u: 0.99, speaks: 'against' },
    missing('Website'),
  ],
  street: [
    { id: 'same', label: 'Street and house number agree', m: 0.45, u: null, speaks: 'for' },
    { id: 'similar', label: 'House number agrees, street is similar', m: 0.12, u: null, speaks: 'for' },
    { id: 'number', label: 'House number agrees, street differs', m: 0.05, u: null, speaks: 'either' },
    { id: 'near-number', label: 'Street agrees, house number nearly', m: 0.05, u: null, speaks: 'for' },
    { id: 'street', label: 'Street agrees, house number missing', m: 0.05, u: null, speaks: 'for' },
    { id: 'other-number', label: 'Street agrees, house number differs', m: 0.03, u: null, speaks: 'either' },
    { id: 'different', label: 'Street differs', m: 0.25, u: 0.98, speaks: 'against' },
    missing('Street'),
  ],
  place: [
    { id: 'same', label: 'City and postal code agree', m: 0.55, u: null, speaks: 'for' },
    { id: 'postcode', label: 'Postal code agrees', m: 0.1, u: null, speaks: 'for' },
    { id: 'city', label: 'City agrees', m: 0.15, u: null, speaks: 'for' },
    { id: 'near', label: 'Postal code or city nearly agrees', m: 0.07, u: null, speaks: 'for' },
    { id: 'region', label: 'Only the state agrees', m: 0.06, u: 0.1, speaks: 'against' },
    { id: 'different', label: 'City differs', m: 0.07, u: 0.88, speaks: 'against' },
    missing('City'),
  ],
} as const satisfies Record<Comparison, readonly Level[]>;

/** The id of a level of this comparison. */
export type LevelId<C extends Comparison> = (typeof levels)[C][number]['id'];

function placesOf<C extends Comparison>(comparison: C): Readonly<Record<LevelId<C>, number>> {
  const all: readonly { readonly id: LevelId<C> }[] = levels[comparison];
  const places = {} as Record<LevelId<C>, number>;
  all.forEach(({ id }, place) => {
    places[id] = place;
  });
  return places;
}

/** Each level's place among its comparison's levels, by its id. */
export const at = {
  name: placesOf('name'),
  email: placesOf('email'),
  phone: placesOf('phone'),
  website: placesOf('website'),
  street: placesOf('street'),
  place: placesOf('place'),
} as const;

/** The level an outcome is at. */
export function levelAt(comparison: Comparison, place: number): Level {
  const all: readonly Level[] = levels[comparison];
  const level = all[place];
  if (level === undefined) throw new RangeError(`No level ${place} of ${comparison}`);
  return level;
}
