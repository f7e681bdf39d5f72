import { commonWords } from '../normalise/common-words.ts';
import { streetForms } from '../normalise/street-words.ts';
import type { Texts } from './dictionary.ts';
import type { CountedKind } from './kinds.ts';
import {
  imaginedCommon,
  imaginedPlaces,
  imaginedStreetForms,
  imaginedWords,
  manyNames,
  rarity,
  type Sizes,
} from './rarity.ts';
import type { Vocabulary, VocabularyBuilder } from './vocabulary.ts';

/** For each value of a kind how many records have it, and the bits that agreeing on it is worth. Shared. */
export interface TermTable {
  readonly counts: Int32Array;
  readonly bits: Float64Array;
}

export type TermTables = Readonly<Record<CountedKind, TermTable>>;

/** What the shape of a text tells before looking closer; by id, shared. */
export interface Shapes {
  /** The letters and digits that occur, as bits: two texts that differ in many cannot be alike. */
  readonly letters: Int32Array;
  readonly hasDigit: Uint8Array;
}

/** Looks at the shape of every text. */
function shapeOf({ bytes, starts, count }: Texts): Shapes {
  const letters = new Int32Array(new SharedArrayBuffer(count * 4));
  const hasDigit = new Uint8Array(new SharedArrayBuffer(count));
  for (let id = 0; id < count; id += 1) {
    let set = 0;
    for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at += 1) {
      const code = bytes[at] ?? 0;
      set |= 1 << (code & 31);
      if (code >= 48 && code <= 57) hasDigit[id] = 1;
    }
    letters[id] = set;
  }
  return { letters, hasDigit };
}

/** The shapes of the texts that are compared letter by letter. */
export type TextShapes = Readonly<Record<'word' | 'joined' | 'email' | 'street' | 'city', Shapes>>;

/** Looks at all texts that are compared letter by letter. */
export function shapesOf({ texts }: Vocabulary): TextShapes {
  return {
    word: shapeOf(texts.word),
    joined: shapeOf(texts.joined),
    email: shapeOf(texts.email),
    street: shapeOf(texts.street),
    city: shapeOf(texts.city),
  };
}

/** Words that records are imagined to have more often than their number says. */
function besides(kind: CountedKind, vocabulary: VocabularyBuilder, size: number): Float64Array {
  const usual = new Float64Array(size).fill(kind === 'word' ? imaginedWords : imaginedPlaces);
  const more = (texts: Iterable<string>, records: number): void => {
    for (const text of texts) {
      const id = vocabulary.find(kind, text);
      if (id !== -1) usual[id] = records;
    }
  };
  if (kind === 'word') more(commonWords, imaginedCommon);
  if (kind === 'street') more(streetForms, imaginedStreetForms);
  return usual;
}

/** The tables of values that so many records have. */
export function termTables(
  vocabulary: VocabularyBuilder,
  sizes: Sizes,
  countsOf: (kind: CountedKind) => Int32Array,
): TermTables {
  const table = (kind: CountedKind): TermTable => {
    const counts = countsOf(kind);
    const bits = new Float64Array(new SharedArrayBuffer(counts.length * 8));
    const more = besides(kind, vocabulary, counts.length);
    for (let id = 0; id < counts.length; id += 1) {
      bits[id] = rarity(kind, counts[id] ?? 0, more[id] ?? 0, sizes);
    }
    return { counts, bits };
  };
  return {
    word: table('word'),
    phone: table('phone'),
    email: table('email'),
    domain: table('domain'),
    street: table('street'),
    number: table('number'),
    city: table('city'),
    region: table('region'),
    postcode: table('postcode'),
  };
}

/** Whether an identifier spans many names. */
export function isShared({ counts }: TermTable, id: number): boolean {
  return (counts[id] ?? 0) >= manyNames;
}
