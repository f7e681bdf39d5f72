import type { Term } from '../frequency.ts';
import { areNicknames } from '../normalise/nicknames.ts';
import { editDistance } from './edit-distance.ts';

/**
 * What two lists of words have in common, in bits of rarity. `agreed` is what is on both sides (a doubtful word for
 * its part), `shared` the same less what its words have in common with one another, `onlyOne` and `onlyOther` what is
 * on one side; `exact` says that all words agree letter by letter.
 */
export interface Alignment {
  readonly agreed: number;
  readonly shared: number;
  readonly onlyOne: number;
  readonly onlyOther: number;
  readonly exact: boolean;
}

/** An initial stands for one name in about this many bits. */
const initialBits = 3;

/** How many bits are set. */
export function bitCount(set: number): number {
  let rest = set;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

/** The most edits under which two words of this length still pass for one. */
const editsAllowed = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);

/** Whether `short` is written with letters of `long` in order, from the first one: "mgmt" of "management". */
function abbreviates(short: string, long: string): boolean {
  if (short.length < 3 || long.length < short.length + 2 || short.charCodeAt(0) !== long.charCodeAt(0))
    return false;
  if (long.startsWith(short)) return true;
  if (short.charCodeAt(short.length - 1) !== long.charCodeAt(long.length - 1)) return false;
  let at = 0;
  for (let index = 0; index < short.length; index += 1) {
    at = long.indexOf(short[index] ?? '', at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * How much of a word's weight two different words share, 0 to 1: nicknames, plurals, abbreviations and typing errors
 * pass for one another in part. Numbers do not: "School 12" is not "School 21".
 */
export function likeness(one: Term, other: Term): number {
  const a = one.text;
  const b = other.text;
  if (one.hasDigit || other.hasDigit) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length === short.length + 1 && long === `${short}s`) return 0.95;
  if (areNicknames(a, b)) return 0.75;
  const limit = editsAllowed(Math.min(short.length + 1, long.length));
  if (limit > 0 && bitCount(one.letters ^ other.letters) <= 2 * limit) {
    const edits = editDistance(a, b, limit);
    if (edits <= limit) return Math.max(0, 1 - (1.5 * edits) / long.length);
  }
  return abbreviates(short, long) ? 0.7 : 0;
}

const isInitialOf = (one: string, other: string): boolean =>
  (one.length === 1 || other.length === 1) && one.charCodeAt(0) === other.charCodeAt(0);

const leastLikeness = 0.4;

interface Partners {
  readonly one: Term;
  readonly other: Term;
  readonly value: number;
}

/** The left-over words that pass for one another, most alike first; an initial comes after everything else. */
function likelyPartners(one: readonly Term[], other: readonly Term[]): Partners[] {
  const partners: Partners[] = [];
  for (const a of one) {
    for (const b of other) {
      const value = isInitialOf(a.text, b.text) ? leastLikeness : likeness(a, b);
      if (value >= leastLikeness) partners.push({ one: a, other: b, value });
    }
  }
  return partners.length < 2 ? partners : partners.sort((x, y) => y.value - x.value);
}

/** Words of one name are not independent ("Mercy Hospital"): the rarest counts in full, each other in part. */
const dependence = 0.8;

const sumOf = (bits: readonly number[]): number => bits.reduce((sum, value) => sum + value, 0);

function jointBits(bits: readonly number[]): number {
  const rarest = Math.max(0, ...bits);
  return rarest + dependence * (sumOf(bits) - rarest);
}

/**
 * Aligns two lists of words, whatever their order: equal words first, then the most alike of what is left, initials
 * last.
 */
export function align(one: readonly Term[], other: readonly Term[]): Alignment {
  const restOne: Term[] = [];
  const restOther = [...other];
  const agreed: number[] = [];
  for (const word of one) {
    const at = restOther.indexOf(word);
    if (at === -1) restOne.push(word);
    else {
      restOther.splice(at, 1);
      agreed.push(word.bits);
    }
  }
  const exact = restOne.length === 0 && restOther.length === 0;
  let doubt = 0;
  for (const partners of likelyPartners(restOne, restOther)) {
    const atOne = restOne.indexOf(partners.one);
    const atOther = restOther.indexOf(partners.other);
    if (atOne === -1 || atOther === -1) continue;
    restOne.splice(atOne, 1);
    restOther.splice(atOther, 1);
    const weight = Math.min(partners.one.bits, partners.other.bits);
    const initial = isInitialOf(partners.one.text, partners.other.text);
    agreed.push(initial ? Math.min(weight, initialBits) : weight * partners.value);
    if (!initial) doubt += (weight * (1 - partners.value)) / 2;
  }
  return {
    agreed: sumOf(agreed),
    shared: jointBits(agreed),
    onlyOne: doubt + sumOf(restOne.map(({ bits }) => bits)),
    onlyOther: doubt + sumOf(restOther.map(({ bits }) => bits)),
    exact,
  };
}

/** How alike two aligned lists are, 0 to 1: the agreeing part of all their weight (Dice's coefficient). */
export function similarity({ agreed, onlyOne, onlyOther }: Alignment): number {
  return agreed === 0 ? 0 : (2 * agreed) / (2 * agreed + onlyOne + onlyOther);
}
