import { type CountedKind, isIdentifier } from './kinds.ts';

/** How many records each side has; frequencies are relative to them. */
export interface Sizes {
  readonly accounts: number;
  readonly customers: number;
}

/** Records that are imagined besides the real ones, so that small files do not take every word for a rare one. */
const imagined = 300;
/** In how many of them a common word stands, and a suffix or a direction of a street. */
export const imaginedCommon = imagined * 0.012;
export const imaginedStreetForms = imagined * 0.1;
/** A word that only the pair has is taken to be in so many other records, a part of an address in so many. */
export const imaginedWords = 0.7;
export const imaginedPlaces = 1.5;
/** An identifier that only the pair itself has is taken to be shared by this many others: it might be a typing error. */
const unseenSharing = 0.12;
const fewestRecords = 64;

/**
 * What agreeing on a value is worth: minus log2 of the chance that two unrelated records agree on it, as in the
 * term-frequency adjustments of Splink: the rarer the more. `count` is how many records have it (words and places: on
 * both sides; identifiers: on the side with more, records of one name counted once), `besides` how many are imagined
 * to. An identifier that spans many names is worth little.
 */
export function rarity(kind: CountedKind, count: number, besides: number, sizes: Sizes): number {
  if (isIdentifier(kind)) {
    const records = Math.max(sizes.accounts, sizes.customers, fewestRecords);
    return Math.max(0, Math.log2(records / (Math.max(count, 1) - 1 + unseenSharing)));
  }
  const records = sizes.accounts + sizes.customers + imagined;
  return Math.max(0, Math.log2(records / (Math.max(count, 2) - 2 + besides)));
}

/** An identifier of so many names is a bookkeeper's or a parent's: not to have it is nothing against a pair. */
export const manyNames = 4;
