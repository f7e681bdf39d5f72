import type { Random } from './random.ts';
import { type Place, regionNames, streetKinds, streetNames } from './words/places.ts';

/** Where somebody is, in parts that each side writes its own way. */
export interface Location {
  readonly place: Place;
  readonly number: number;
  readonly direction: string;
  readonly street: string;
  /** Index into {@link streetKinds}. */
  readonly kind: number;
  readonly unit: string;
  readonly postalCode: string;
  readonly plus4: string;
  readonly poBox: number;
}

/** An address as it was typed in; parts that nobody filled in are `''`. */
export interface WrittenAddress {
  readonly lines: readonly string[];
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
}

/** What one side does to all or most of its addresses. */
export interface AddressHabits {
  readonly longKinds: number;
  readonly longRegions: number;
  readonly plus4: number;
  readonly countries: number;
  readonly capitals: number;
}

const directions = ['', '', '', '', 'N', 'S', 'E', 'W', 'NW', 'SE'];
const longDirections: Readonly<Record<string, string>> = { N: 'North', S: 'South', E: 'East', W: 'West' };
const unitWords = ['Suite', 'Ste', 'Ste.', 'Unit', '#', 'STE'];
const countryNames = {
  US: ['USA', 'United States', 'US'],
  CA: ['Canada', 'CA'],
  GB: ['United Kingdom', 'UK', 'GB'],
};
const postalLetters = 'ABCEGHJLNPRSTVWXY';

/** A location in a place. */
export function makeLocation(random: Random, place: Place): Location {
  return {
    place,
    number: random.weighted([
      [3, random.int(10, 999)],
      [5, random.int(1_000, 9_899)],
      [1, random.int(10_000, 19_999)],
    ]),
    direction: place.country === 'US' ? random.pick(directions) : '',
    street: random.chance(0.12) ? ordinal(random.int(2, 60)) : random.pick(streetNames),
    kind: random.weighted([
      [5, 0],
      [4, 1],
      [3, 2],
      [2, 3],
      [2, 4],
      [1, 5],
      [1, 6],
      [1, 7],
      [1, 8],
      [1, 9],
    ]),
    unit: random.chance(0.3) ? String(random.int(1, 48) * (random.chance(0.5) ? 10 : 1)) : '',
    postalCode: postalCode(random, place),
    plus4: String(random.int(1_001, 9_998)),
    poBox: random.int(12, 9_870),
  };
}

/** The address of a location as a side with these habits writes it. */
export function writeAddress(random: Random, location: Location, habits: AddressHabits): WrittenAddress {
  const { place, number, street, unit } = location;
  const [long, short] = streetKinds[location.kind] ?? ['Street', 'St'];
  const isLong = random.chance(habits.longKinds);
  const direction = isLong ? (longDirections[location.direction] ?? location.direction) : location.direction;
  const kind = isLong ? long : random.chance(0.3) ? `${short}.` : short;
  const line = [String(number), direction, street, kind].filter((part) => part !== '').join(' ');
  const suite = unit === '' ? '' : `${random.pick(unitWords)} ${unit}`.replace('# ', '#');
  const lines =
    suite === ''
      ? [line]
      : random.chance(0.5)
        ? [line, suite]
        : [`${line}${random.chance(0.5) ? ',' : ''} ${suite}`];
  return finish(random, location, lines, place.city, habits);
}

/** The post-office box of a location. */
export function writePoBox(random: Random, location: Location, habits: AddressHabits): WrittenAddress {
  const words = random.pick(['P.O. Box', 'PO Box', 'P O Box', 'PO BOX', 'Post Office Box']);
  return finish(random, location, [`${words} ${location.poBox}`], location.place.city, habits);
}

function finish(
  random: Random,
  { place, postalCode: code, plus4 }: Location,
  lines: readonly string[],
  city: string,
  habits: AddressHabits,
): WrittenAddress {
  const address: WrittenAddress = {
    lines,
    city: random.chance(0.12) ? otherSaint(random, city) : city,
    region: random.chance(habits.longRegions) ? (regionNames[place.region] ?? place.region) : place.region,
    postalCode: place.country === 'US' && random.chance(habits.plus4) ? `${code}-${plus4}` : code,
    country: random.chance(place.country === 'US' ? habits.countries : 0.9)
      ? random.pick(countryNames[place.country])
      : '',
  };
  if (!random.chance(habits.capitals)) return address;
  return { ...address, lines: lines.map((line) => line.toUpperCase()), city: address.city.toUpperCase() };
}

function otherSaint(random: Random, city: string): string {
  return city
    .replace(/^(?:St\.|Saint) /, () => random.pick(['St ', 'Saint ', 'St. ']))
    .replace(/^Fort /, () => random.pick(['Ft. ', 'Ft ', 'Fort ']));
}

function postalCode(random: Random, { country, postalPrefix }: Place): string {
  const letter = () => random.pick([...postalLetters]);
  if (country === 'US') return `${postalPrefix}${String(random.int(1, 48)).padStart(2, '0')}`;
  if (country === 'CA') return `${postalPrefix} ${random.int(1, 9)}${letter()}${random.int(1, 9)}`;
  return `${postalPrefix} ${random.int(1, 9)}${letter()}${letter()}`;
}

function ordinal(number: number): string {
  const tens = Math.floor((number % 100) / 10);
  const suffix = tens === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${suffix}`;
}
