import { type Location, makeLocation } from './addresses.ts';
import { makeBusinessName } from './business-name.ts';
import { domainOf, freeEmail, workEmail } from './emails.ts';
import { fullName, makePerson, type Person } from './people.ts';
import { type PhoneNumber, phoneNumber } from './phones.ts';
import type { Random } from './random.ts';
import type { LegalForm } from './words/legal-forms.ts';
import { legalFormsOf } from './words/legal-forms.ts';
import { type Place, places } from './words/places.ts';

/** Somebody at a business. */
export interface Contact {
  readonly person: Person;
  readonly email: string;
  readonly mobile: PhoneNumber;
}

/** A business or a person as it really is; what each side knows of it is drawn from here. */
export interface Business {
  readonly kind: 'company' | 'institution' | 'person';
  /** Without its legal form. */
  readonly name: string;
  readonly legal: LegalForm | null;
  readonly industry: string;
  /** `''` for those without an own domain. */
  readonly domain: string;
  readonly location: Location;
  readonly phone: PhoneNumber;
  readonly contacts: readonly [Contact, ...Contact[]];
}

/** What may be settled before a business is made. */
export interface Wishes {
  readonly kind?: Business['kind'];
  readonly name?: string;
  readonly industry?: string;
  readonly place?: Place;
  readonly domain?: string;
  readonly location?: Location;
  readonly family?: string;
}

/** A business; what is not wished for is drawn. */
export function makeBusiness(random: Random, wishes: Wishes = {}): Business {
  const place = wishes.place ?? wishes.location?.place ?? anyPlace(random);
  const kind =
    wishes.kind ??
    random.weighted([
      [81, 'company'],
      [9, 'institution'],
      [10, 'person'],
    ] as const);
  const head = makePerson(random, wishes.family);
  const drawn = makeBusinessName(random, kind, place, head);
  const name = wishes.name ?? (kind === 'person' ? fullName(head) : drawn.name);
  const domain =
    wishes.domain ?? (kind === 'person' || random.chance(0.12) ? '' : domainOf(random, name, place.country));
  const others =
    kind === 'person'
      ? 0
      : random.weighted([
          [50, 0],
          [30, 1],
          [15, 2],
          [5, 3],
        ]);
  const people = [head, ...Array.from({ length: others }, () => makePerson(random))];
  const [first = head, ...rest] = people;
  const asContact = (person: Person): Contact => ({
    person,
    email: domain === '' ? freeEmail(random, person) : workEmail(random, person, domain),
    mobile: phoneNumber(random, place),
  });
  return {
    kind,
    name,
    legal: kind === 'company' && random.chance(0.78) ? random.weighted(legalFormsOf[place.country]) : null,
    industry: wishes.industry ?? drawn.industry,
    domain,
    location: wishes.location ?? makeLocation(random, place),
    phone: phoneNumber(random, place),
    contacts: [asContact(first), ...rest.map(asContact)],
  };
}

/** A place, mostly in the United States. */
export function anyPlace(random: Random): Place {
  return random.pick(
    random.weighted([
      [91, places.US],
      [6, places.CA],
      [3, places.GB],
    ]),
  );
}
