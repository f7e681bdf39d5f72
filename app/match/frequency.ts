import { commonWords } from './normalise/common-words.ts';
import { streetForms } from './normalise/street-words.ts';

/** What values are counted for. Each kind has its own dictionary. */
export const termKinds = [
  'word',
  'phone',
  'mailbox',
  'domain',
  'street',
  'number',
  'city',
  'region',
  'postcode',
] as const;
export type TermKind = (typeof termKinds)[number];

/**
 * One value of a kind, the same object wherever it occurs, so that equal values are the same reference. `count` is
 * how many records have it (words and places: on both sides; identifiers: on the side with more, records of one name
 * counted once). `bits` is what agreeing on it is worth: minus log2 of the chance that two unrelated records agree.
 */
export interface Term {
  readonly text: string;
  readonly id: number;
  readonly letters: number;
  readonly hasDigit: boolean;
  accounts: number;
  customers: number;
  count: number;
  bits: number;
  /** The last record that was counted for it. */
  mark: number;
}

/** How many records each side has; frequencies are relative to them. */
export interface Sizes {
  readonly accounts: number;
  readonly customers: number;
}

/** Records that are imagined besides the real ones, so that small files do not take every word for a rare one. */
const imagined = 300;
/** How often a common word stands in the imagined records. */
const commonRate = 0.012;
/** How often a suffix or a direction stands in the imagined streets. */
const streetFormRate = 0.1;
/** An identifier that only the pair itself has is taken to be shared by this many others: it might be a typing error. */
const unseenSharing = 0.12;
/** A word that only the pair has is taken to be in so many other records, a part of an address in so many. */
const unseenWords = 0.7;
const unseenPlaces = 1.5;
const fewestRecords = 64;

const identifiers: ReadonlySet<TermKind> = new Set(['phone', 'mailbox', 'domain']);

/** Whether values of this kind name one record (a phone number), unlike a word or a city, which many share. */
export function isIdentifier(kind: TermKind): boolean {
  return identifiers.has(kind);
}

function expectedBesides(kind: TermKind, text: string): number {
  if (kind === 'street' && streetForms.has(text)) return imagined * streetFormRate;
  if (kind !== 'word') return unseenPlaces;
  return commonWords.has(text) ? imagined * commonRate : unseenWords;
}

/**
 * Bits of an agreement on a value that `count` records have, as in the term-frequency adjustments of Splink: the rarer
 * the more. An identifier that spans many names is worth little.
 */
export function rarity(kind: TermKind, text: string, count: number, sizes: Sizes): number {
  if (isIdentifier(kind)) {
    const records = Math.max(sizes.accounts, sizes.customers, fewestRecords);
    return Math.max(0, Math.log2(records / (Math.max(count, 1) - 1 + unseenSharing)));
  }
  const records = sizes.accounts + sizes.customers + imagined;
  return Math.max(0, Math.log2(records / (Math.max(count, 2) - 2 + expectedBesides(kind, text))));
}

/** An identifier of so many names is a bookkeeper's or a parent's: not to have it is nothing against a pair. */
const manyNames = 4;

/** Whether an identifier spans many names. */
export function isShared({ count }: Term): boolean {
  return count >= manyNames;
}

/** A set of the letters and digits a text has, as bits: two texts that differ in many letters cannot be alike. */
export function letterSet(text: string): number {
  let set = 0;
  for (let index = 0; index < text.length; index += 1) set |= 1 << (text.charCodeAt(index) & 31);
  return set;
}

const digit = /\d/;

/** Known counts of values by kind: what a finished match leaves behind. */
export type KnownCounts = (kind: TermKind, text: string) => number;

/** The values seen so far, each once. */
export class Lexicon {
  readonly sizes: Sizes;
  readonly #known: KnownCounts | null;
  readonly #terms: Record<TermKind, Map<string, Term>>;

  /** `known` gives the counts of an earlier match; without it terms weigh NaN until they are counted. */
  constructor(sizes: Sizes, known: KnownCounts | null = null) {
    this.sizes = sizes;
    this.#known = known;
    this.#terms = {
      word: new Map(),
      phone: new Map(),
      mailbox: new Map(),
      domain: new Map(),
      street: new Map(),
      number: new Map(),
      city: new Map(),
      region: new Map(),
      postcode: new Map(),
    };
  }

  /** The term of this text. */
  term(kind: TermKind, text: string): Term {
    const terms = this.#terms[kind];
    const found = terms.get(text);
    if (found !== undefined) return found;
    const count = this.#known?.(kind, text) ?? 0;
    const term: Term = {
      text,
      id: terms.size,
      letters: letterSet(text),
      hasDigit: digit.test(text),
      accounts: 0,
      customers: 0,
      count,
      bits: this.#known === null ? Number.NaN : rarity(kind, text, count, this.sizes),
      mark: 0,
    };
    terms.set(text, term);
    return term;
  }

  /** The term of this text, if it was seen. */
  seen(kind: TermKind, text: string): Term | undefined {
    return this.#terms[kind].get(text);
  }

  /** All terms of a kind, in the order they were first seen. */
  terms(kind: TermKind): Iterable<Term> {
    return this.#terms[kind].values();
  }
}
