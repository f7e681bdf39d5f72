import type { AddressFeature, Features } from '../features.ts';
import type { Term } from '../frequency.ts';
import { align, similarity } from './align.ts';
import { editDistance } from './edit-distance.ts';
import { at, levelAt, type Outcome, outcome } from './levels.ts';

/** A house number is one of not many. */
const mostNumberBits = 7;
/** Who lives in the same house lives in the same town: then the place says only half of its rarity. */
const placeGivenStreet = 0.5;

type Found = [level: number, chanceBits: number | null];

function numbersNear(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= 2 && editDistance(one, other, 1) <= 1;
}

const shareWord = (one: readonly Term[], other: readonly Term[]): boolean =>
  one.some((word) => other.includes(word));

function streetLevel(one: AddressFeature, other: AddressFeature): Found {
  const nothing = (side: AddressFeature): boolean => side.number === null && side.street.length === 0;
  if (nothing(one) || nothing(other) || one.box !== other.box) return [at.street.missing, null];
  const sameNumber = one.number !== null && one.number === other.number;
  const bothNumbers = one.number !== null && other.number !== null;
  if (bothNumbers && !sameNumber && !shareWord(one.street, other.street)) return [at.street.different, null];
  const alignment = align(one.street, other.street);
  const alike = similarity(alignment);
  const numberBits = Math.min(one.number?.bits ?? 0, mostNumberBits);
  if (sameNumber) {
    if (alike >= 0.8) return [at.street.same, numberBits + alignment.shared];
    if (alike >= 0.4) return [at.street.similar, numberBits + alignment.shared - 1.5];
    return [at.street.number, numberBits - 1];
  }
  if (alike < 0.8) return [at.street.different, null];
  if (one.number === null || other.number === null) return [at.street.street, alignment.shared - 1];
  if (!one.box && numbersNear(one.number.text, other.number.text))
    return [at.street['near-number'], alignment.shared - 1];
  return [at.street['other-number'], null];
}

function placeLevel(one: AddressFeature, other: AddressFeature): Found {
  const cities = one.city.length > 0 && other.city.length > 0 ? align(one.city, other.city) : null;
  const sameCity = cities !== null && similarity(cities) >= 0.85;
  const codes = one.postcode !== null && other.postcode !== null;
  const code = one.postcode?.bits ?? 0;
  if (codes && one.postcode === other.postcode)
    return sameCity ? [at.place.same, code + 1] : [at.place.postcode, code];
  if (sameCity) return [at.place.city, cities.shared];
  const nearCity = cities !== null && similarity(cities) >= 0.5;
  const nearCode =
    one.postcode !== null &&
    other.postcode !== null &&
    one.postcode.text.length >= 4 &&
    editDistance(one.postcode.text, other.postcode.text, 1) <= 1;
  if (nearCity) return [at.place.near, cities.shared - 2];
  if (nearCode) return [at.place.near, Math.max(0, code - 5)];
  if (cities === null && !codes) return regionLevel(one, other);
  return one.region !== null && one.region === other.region
    ? [at.place.region, null]
    : [at.place.different, null];
}

function regionLevel(one: AddressFeature, other: AddressFeature): Found {
  if (one.region === null || other.region === null) return [at.place.missing, null];
  return one.region === other.region ? [at.place.region, null] : [at.place.different, null];
}

/** What the address comparisons found, of the two addresses that agree best. */
export interface AddressOutcome {
  readonly street: Outcome;
  readonly place: Outcome;
}

function compareAddress(one: AddressFeature, other: AddressFeature): AddressOutcome {
  const [streetAt, streetBits] = streetLevel(one, other);
  const [placeAt, placeBits] = placeLevel(one, other);
  const sameHouse = streetAt === at.street.same || streetAt === at.street.similar;
  return {
    street: outcome(streetAt, streetBits, one.writtenStreet, other.writtenStreet),
    place: outcome(
      placeAt,
      placeBits === null ? null : placeBits * (sameHouse ? placeGivenStreet : 1),
      one.writtenPlace,
      other.writtenPlace,
    ),
  };
}

/** How well an address pair agrees before weights are estimated, to tell which of several pairs is the best. */
function roughBits({ street, place }: AddressOutcome): number {
  const bits = (comparison: 'street' | 'place', { level, chanceBits }: Outcome): number => {
    const { m, u } = levelAt(comparison, level);
    return Math.log2(m) + (chanceBits ?? -Math.log2(u ?? 1));
  };
  return bits('street', street) + bits('place', place);
}

/** Compares the addresses: billing and shipping of both sides, the best of all. */
export function compareAddresses(account: Features, customer: Features): AddressOutcome {
  let best: AddressOutcome | null = null;
  let bestBits = Number.NEGATIVE_INFINITY;
  for (const one of account.addresses) {
    for (const other of customer.addresses) {
      const found = compareAddress(one, other);
      const bits = roughBits(found);
      if (bits > bestBits) [best, bestBits] = [found, bits];
    }
  }
  if (best !== null) return best;
  const street = ({ addresses }: Features): string => addresses[0]?.writtenStreet ?? '';
  const place = ({ addresses }: Features): string => addresses[0]?.writtenPlace ?? '';
  return {
    street: outcome(at.street.missing, null, street(account), street(customer)),
    place: outcome(at.place.missing, null, place(account), place(customer)),
  };
}
