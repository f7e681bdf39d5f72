import type { Features, NameFeature } from '../features.ts';
import { type Alignment, align, bitCount, similarity } from './align.ts';
import { editDistance } from './edit-distance.ts';
import { at, type Outcome, outcome, stronger } from './levels.ts';

/** What a looser agreement costs in bits: so many more pairs of unrelated names would reach it. */
const looseness = { near: 1, similar: 2, contained: 2.5, partial: 4, clash: 0.2 };
/** The desktop edition of QuickBooks cuts names at 41 characters. */
const cutLength = 41;

const initialsOf = ({ words }: NameFeature): string => words.map(({ text }) => text[0] ?? '').join('');

function isAcronym(short: NameFeature, long: NameFeature): boolean {
  return short.joined.length >= 3 && long.words.length >= 3 && short.joined === initialsOf(long);
}

const numbersOf = ({ joined }: NameFeature): string => joined.replace(/[^0-9]+/g, ' ');

/** The same letters but for where the blanks are, a few errors, or the end that a limit has cut off. */
function joinedAlike(one: NameFeature, other: NameFeature): boolean {
  const [short, long] = one.joined.length <= other.joined.length ? [one, other] : [other, one];
  if (short.joined.length < 6 || numbersOf(short) !== numbersOf(long)) return false;
  if (short.written.length >= cutLength - 3 && long.joined.startsWith(short.joined)) return true;
  const limit = Math.floor(long.joined.length / 7);
  if (bitCount(short.letters ^ long.letters) > 2 * limit) return false;
  return limit > 0 && editDistance(short.joined, long.joined, limit) <= limit;
}

function looseLevel(
  one: NameFeature,
  other: NameFeature,
  alignment: Alignment,
): [level: number, chanceBits: number | null] {
  const { agreed, shared, onlyOne, onlyOther } = alignment;
  const alike = similarity(alignment);
  if (alike >= 0.88) return [at.name.near, shared - looseness.near];
  if (alike >= 0.72) return [at.name.similar, shared - looseness.similar];
  const rarest = (feature: NameFeature): number => Math.max(...feature.words.map(({ bits }) => bits));
  if (joinedAlike(one, other))
    return [at.name.near, Math.max(shared, rarest(one), rarest(other)) - looseness.near];
  if (agreed > 0 && Math.min(onlyOne, onlyOther) <= 0.1 * agreed)
    return [at.name.contained, shared - looseness.contained];
  if (isAcronym(one, other) || isAcronym(other, one)) {
    return [at.name.acronym, Math.min(one.joined.length, other.joined.length) * 2.5];
  }
  if (alike >= 0.42) {
    return [at.name.partial, shared - looseness.partial - Math.min(onlyOne, onlyOther) * looseness.clash];
  }
  return alike >= 0.15 ? [at.name.slight, null] : [at.name.different, null];
}

/** Whether two legal forms exclude one another; one that is only said in more detail does not. */
function formsClash(one: string, other: string): boolean {
  return !one.includes(other) && !other.includes(one);
}

function compareForms(one: NameFeature, other: NameFeature): Outcome {
  const found = (level: number, chanceBits: number | null): Outcome =>
    outcome(level, chanceBits, one.written, other.written);
  const alignment = align(one.words, other.words);
  if (one.joined === other.joined) {
    const bits = Math.max(alignment.shared, align(one.words, one.words).shared);
    return found(
      formsClash(one.legalForm, other.legalForm) ? at.name['same-other-form'] : at.name.same,
      bits,
    );
  }
  if (alignment.exact) return found(at.name['same-words'], alignment.shared - 0.5);
  return found(...looseLevel(one, other, alignment));
}

/** Compares the names: the best of every way the account's and the customer's name can be read. */
export function compareNames(account: Features, customer: Features): Outcome {
  let best: Outcome | null = null;
  for (const one of account.names) {
    for (const other of customer.names) {
      const found = compareForms(one, other);
      best = best === null ? found : stronger(best, found);
    }
  }
  return (
    best ?? outcome(at.name.missing, null, account.names[0]?.written ?? '', customer.names[0]?.written ?? '')
  );
}
