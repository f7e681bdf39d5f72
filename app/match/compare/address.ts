import type { Lists } from '../columns/lists.ts';
import type { Side } from '../columns/side.ts';
import { none } from '../terms/vocabulary.ts';
import { Aligner, selfBits, similarity } from './align.ts';
import type { Context, Outcome } from './context.ts';
import { editDistance, editDistanceBetween } from './edit-distance.ts';
import { at, levelAt } from './levels.ts';
import { bitCount, Likeness, lengthOf, lettersOf, sameDigitsBetween } from './likeness.ts';

/** A house number is one of not many. */
const mostNumberBits = 7;
/** Who lives in the same house, or in another of the same street, lives in the same town: it says half of its rarity. */
const placeGivenStreet = 0.5;
const shortestCode = 4;
const longestStreet = 64;
/** So many letters a street in one piece must have for each typing error that it may have. */
const lettersForAnError = 10;

const streetRough = roughs('street');
const placeRough = roughs('place');

/** What a level weighs before weights are estimated: log2 of m, and of u where the level's own chance says it. */
function roughs(comparison: 'street' | 'place'): { readonly m: number; readonly u: number }[] {
  const places = Object.keys(at[comparison]).length;
  return Array.from({ length: places }, (_, place) => {
    const { m, u } = levelAt(comparison, place);
    return { m: Math.log2(m), u: -Math.log2(u ?? 1) };
  });
}

function roughBits(
  of: readonly { readonly m: number; readonly u: number }[],
  level: number,
  chance: number,
): number {
  const rough = of[level];
  return (rough?.m ?? 0) + (Number.isNaN(chance) ? (rough?.u ?? 0) : chance);
}

/** Compares addresses: billing and shipping of both sides, the best of all. */
export class AddressComparison {
  readonly #context: Context;
  readonly #streets: Aligner;
  readonly #cities: Aligner;
  /** Two streets in one piece, one after the other. */
  readonly #joined = new Uint8Array(2 * longestStreet);
  #chance = Number.NaN;

  constructor(context: Context) {
    const { vocabulary, shapes, tables } = context;
    this.#context = context;
    this.#streets = new Aligner(new Likeness(vocabulary.texts.street, shapes.street), tables.street.bits);
    this.#cities = new Aligner(new Likeness(vocabulary.texts.city, shapes.city), tables.city.bits);
  }

  /** Fills what the comparisons of the street and of the place found, of the two addresses that agree best. */
  compare(account: number, customer: number, street: Outcome, place: Outcome): void {
    const { accounts, customers } = this.#context;
    street.account = -1;
    place.account = -1;
    let bestBits = Number.NEGATIVE_INFINITY;
    const { starts, values } = accounts.addresses;
    const { starts: otherStarts, values: otherValues } = customers.addresses;
    for (let i = starts[account] ?? 0; i < (starts[account + 1] ?? 0); i += 1) {
      for (let j = otherStarts[customer] ?? 0; j < (otherStarts[customer + 1] ?? 0); j += 1) {
        const [one, other] = [values[i] ?? 0, otherValues[j] ?? 0];
        const streetLevel = this.#streetLevel(one, other);
        const streetChance = this.#chance;
        const placeLevel = this.#placeLevel(one, other);
        const placeChance = this.#chance * (isOneStreet(streetLevel) ? placeGivenStreet : 1);
        const bits =
          roughBits(streetRough, streetLevel, streetChance) + roughBits(placeRough, placeLevel, placeChance);
        if (bits <= bestBits) continue;
        bestBits = bits;
        fill(street, streetLevel, streetChance, one, other);
        fill(place, placeLevel, placeChance, one, other);
      }
    }
    if (street.account !== -1) return;
    fill(street, at.street.missing, Number.NaN, -1, -1);
    fill(place, at.place.missing, Number.NaN, -1, -1);
  }

  /** Notes the chance that goes with a level. */
  #at(level: number, chance = Number.NaN): number {
    this.#chance = chance;
    return level;
  }

  #streetLevel(one: number, other: number): number {
    const { accounts, customers, vocabulary, tables } = this.#context;
    const [from, to] = [accounts.street.starts[one] ?? 0, accounts.street.starts[one + 1] ?? 0];
    const [otherFrom, otherTo] = [
      customers.street.starts[other] ?? 0,
      customers.street.starts[other + 1] ?? 0,
    ];
    const [number, otherNumber] = [accounts.number[one] ?? none, customers.number[other] ?? none];
    const nothing = (number === none && from === to) || (otherNumber === none && otherFrom === otherTo);
    if (nothing || accounts.box[one] !== customers.box[other]) return this.#at(at.street.missing);
    const sameNumber = number !== none && number === otherNumber;
    const bothNumbers = number !== none && otherNumber !== none;
    const words = accounts.street.values;
    const otherWords = customers.street.values;
    if (
      bothNumbers &&
      !sameNumber &&
      !shareWord(words, from, to, otherWords, otherFrom, otherTo) &&
      !this.#joinedAlike(one, other)
    ) {
      return this.#at(at.street.different);
    }
    const alignment = this.#streets.align(words, from, to, otherWords, otherFrom, otherTo);
    let alike = similarity(alignment);
    let { shared } = alignment;
    if (alike < 0.8 && accounts.box[one] === 0 && this.#joinedAlike(one, other)) {
      // Written in one piece they share what the plainer spelling is worth.
      const own = selfBits(words, from, to, tables.street.bits);
      alike = 0.8;
      shared = Math.min(own, selfBits(otherWords, otherFrom, otherTo, tables.street.bits));
    }
    if (sameNumber) {
      const numberBits = Math.min(tables.number.bits[number] ?? 0, mostNumberBits);
      if (alike >= 0.8) return this.#at(at.street.same, numberBits + shared);
      if (alike >= 0.4) return this.#at(at.street.similar, numberBits + shared - 1.5);
      return this.#at(at.street.number, numberBits - 1);
    }
    if (alike < 0.8) return this.#at(at.street.different);
    if (!bothNumbers) return this.#at(at.street.street, shared - 1);
    const numbers = vocabulary.texts.number;
    const near =
      accounts.box[one] === 0 &&
      Math.min(lengthOf(numbers, number), lengthOf(numbers, otherNumber)) >= 2 &&
      editDistance(numbers, number, otherNumber, 1) <= 1;
    return near
      ? this.#at(at.street['near-number'], shared - 1)
      : this.#at(at.street['other-number'], shared - 1);
  }

  /** The same letters but for where the blanks are and a few errors; "71 Street" is not "72 Street". */
  #joinedAlike(one: number, other: number): boolean {
    const { accounts, customers } = this.#context;
    const size = this.#join(accounts.street, one, 0);
    const otherSize = this.#join(customers.street, other, size);
    const bytes = this.#joined;
    const limit = Math.floor(Math.max(size, otherSize) / lettersForAnError);
    if (limit === 0 || Math.abs(size - otherSize) > limit) return false;
    if (bitCount(lettersOf(bytes, 0, size) ^ lettersOf(bytes, size, otherSize)) > 2 * limit) return false;
    if (!sameDigitsBetween(bytes, 0, size, size, otherSize)) return false;
    return editDistanceBetween(bytes, 0, size, size, otherSize, limit) <= limit;
  }

  /** Writes the words of a street in one piece to a place; gives how many letters they are. */
  #join({ starts, values }: Lists, address: number, to: number): number {
    const { bytes, starts: textStarts } = this.#context.vocabulary.texts.street;
    let size = 0;
    for (let at = starts[address] ?? 0; at < (starts[address + 1] ?? 0); at += 1) {
      const word = values[at] ?? 0;
      for (let letter = textStarts[word] ?? 0; letter < (textStarts[word + 1] ?? 0); letter += 1) {
        if (size === longestStreet) return size;
        this.#joined[to + size] = bytes[letter] ?? 0;
        size += 1;
      }
    }
    return size;
  }

  #placeLevel(one: number, other: number): number {
    const { accounts, customers, vocabulary, tables } = this.#context;
    const [from, to] = [accounts.city.starts[one] ?? 0, accounts.city.starts[one + 1] ?? 0];
    const [otherFrom, otherTo] = [customers.city.starts[other] ?? 0, customers.city.starts[other + 1] ?? 0];
    const bothCities = from !== to && otherFrom !== otherTo;
    const alignment = bothCities
      ? this.#cities.align(accounts.city.values, from, to, customers.city.values, otherFrom, otherTo)
      : null;
    const alike = alignment === null ? 0 : similarity(alignment);
    const shared = alignment?.shared ?? 0;
    const [code, otherCode] = [accounts.postcode[one] ?? none, customers.postcode[other] ?? none];
    const bothCodes = code !== none && otherCode !== none;
    if (bothCodes && code === otherCode) {
      const bits = tables.postcode.bits[code] ?? 0;
      return alike >= 0.85 ? this.#at(at.place.same, bits + 1) : this.#at(at.place.postcode, bits);
    }
    const region = accounts.region[one] ?? none;
    const otherRegion = customers.region[other] ?? none;
    // There is a Bellevue in Kentucky and one in Nebraska.
    if (alike >= 0.85 && bothCodes && region !== none && otherRegion !== none && region !== otherRegion) {
      return this.#at(at.place.different);
    }
    if (alike >= 0.85) return this.#at(at.place.city, shared);
    if (alike >= 0.5) return this.#at(at.place.near, shared);
    const codes = vocabulary.texts.postcode;
    if (bothCodes && lengthOf(codes, code) >= shortestCode && editDistance(codes, code, otherCode, 1) <= 1) {
      return this.#at(at.place.near, Math.max(0, (tables.postcode.bits[code] ?? 0) - 5));
    }
    const sameRegion = region !== none && region === otherRegion;
    if (!bothCities && !bothCodes && (region === none || otherRegion === none)) {
      return this.#at(at.place.missing);
    }
    return this.#at(sameRegion ? at.place.region : at.place.different);
  }
}

function isOneStreet(level: number): boolean {
  return level === at.street.same || level === at.street.similar || level === at.street['other-number'];
}

function fill(into: Outcome, level: number, chance: number, account: number, customer: number): void {
  into.level = level;
  into.chance = chance;
  into.account = account;
  into.customer = customer;
}

function shareWord(
  words: Side['street']['values'],
  from: number,
  to: number,
  otherWords: Side['street']['values'],
  otherFrom: number,
  otherTo: number,
): boolean {
  for (let i = from; i < to; i += 1) {
    for (let j = otherFrom; j < otherTo; j += 1) if (words[i] === otherWords[j]) return true;
  }
  return false;
}
