import { areNicknames, hasNicknames } from '../normalise/nicknames.ts';
import { type Texts, textAt } from '../terms/dictionary.ts';
import type { Shapes } from '../terms/term-tables.ts';
import { editDistance } from './edit-distance.ts';
import type { WordsInView } from './words-in-view.ts';

/** How many bits are set. */
export function bitCount(set: number): number {
  let rest = set - ((set >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The letters and digits that occur, as bits. */
export function lettersOf(bytes: Uint8Array, from: number, size: number): number {
  let set = 0;
  for (let at = 0; at < size; at += 1) set |= 1 << ((bytes[from + at] ?? 0) & 31);
  return set;
}

/** The most edits under which two words of this length still pass for one. */
const editsAllowed = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);

/** Whether one text begins with another. */
export function startsWith(
  { bytes, starts }: Texts,
  text: number,
  { bytes: headBytes, starts: headStarts }: Texts,
  head: number,
): boolean {
  const from = starts[text] ?? 0;
  const headFrom = headStarts[head] ?? 0;
  const length = (headStarts[head + 1] ?? 0) - headFrom;
  if ((starts[text + 1] ?? 0) - from < length) return false;
  for (let at = 0; at < length; at += 1) if (bytes[from + at] !== headBytes[headFrom + at]) return false;
  return true;
}

/** The length of a text. */
export function lengthOf({ starts }: Texts, text: number): number {
  return (starts[text + 1] ?? 0) - (starts[text] ?? 0);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether the digits of two texts are the same ones in the same groups. */
export function sameDigits({ bytes, starts }: Texts, one: number, other: number): boolean {
  const [from, otherFrom] = [starts[one] ?? 0, starts[other] ?? 0];
  const size = (starts[one + 1] ?? 0) - from;
  return sameDigitsBetween(bytes, from, size, otherFrom, (starts[other + 1] ?? 0) - otherFrom);
}

/** The same for two stretches of letters, each given by its begin and its length. */
export function sameDigitsBetween(
  bytes: Uint8Array,
  from: number,
  size: number,
  otherFrom: number,
  otherSize: number,
): boolean {
  let [i, j] = [from, otherFrom];
  const [to, otherTo] = [from + size, otherFrom + otherSize];
  let gap = false;
  let otherGap = false;
  for (;;) {
    while (i < to && !isDigit(bytes[i] ?? 0)) [i, gap] = [i + 1, true];
    while (j < otherTo && !isDigit(bytes[j] ?? 0)) [j, otherGap] = [j + 1, true];
    if (i === to || j === otherTo) return i === to && j === otherTo;
    if (bytes[i] !== bytes[j] || gap !== otherGap) return false;
    [i, j, gap, otherGap] = [i + 1, j + 1, false, false];
  }
}

/** Whether `short` is written with letters of `long` in order, from the first one: "mgmt" of "management". */
function abbreviates(texts: Texts, short: number, long: number): boolean {
  const { bytes, starts } = texts;
  const [from, to] = [starts[short] ?? 0, starts[short + 1] ?? 0];
  const [longFrom, longTo] = [starts[long] ?? 0, starts[long + 1] ?? 0];
  if (to - from < 3 || longTo - longFrom < to - from + 2 || bytes[from] !== bytes[longFrom]) return false;
  if (startsWith(texts, long, texts, short)) return true;
  if (bytes[to - 1] !== bytes[longTo - 1]) return false;
  let at = longFrom;
  for (let index = from; index < to; index += 1) {
    while (at < longTo && bytes[at] !== bytes[index]) at += 1;
    if (at === longTo) return false;
    at += 1;
  }
  return true;
}

function written(texts: Texts, { letters }: Shapes, one: number, other: number): number {
  const [m, n] = [lengthOf(texts, one), lengthOf(texts, other)];
  const [short, long] = m <= n ? [one, other] : [other, one];
  const [shorter, longer] = [Math.min(m, n), Math.max(m, n)];
  const last = texts.bytes[(texts.starts[long + 1] ?? 0) - 1];
  if (longer === shorter + 1 && last === 115 && startsWith(texts, long, texts, short)) return 0.95;
  const limit = editsAllowed(Math.min(shorter + 1, longer));
  if (limit > 0 && bitCount((letters[one] ?? 0) ^ (letters[other] ?? 0)) <= 2 * limit) {
    const edits = editDistance(texts, one, other, limit);
    if (edits <= limit) return Math.max(0, 1 - (1.5 * edits) / longer);
  }
  return abbreviates(texts, short, long) ? 0.7 : 0;
}

const memoryBits = 12;
const nickname = 0.75;

/**
 * How much of a word's weight two different words share, 0 to 1: nicknames, plurals, abbreviations and typing errors
 * pass for one another in part. Numbers do not: "School 12" is not "School 21". Remembers what was asked last.
 */
export class Likeness {
  readonly #texts: Texts;
  readonly #shapes: Shapes;
  readonly #ones = new Int32Array(1 << memoryBits).fill(-1);
  readonly #others = new Int32Array(1 << memoryBits);
  readonly #values = new Float32Array(1 << memoryBits);
  /** For each word whether it is a given name with others in its place: 0 not asked yet, 1 no, 2 yes. */
  readonly #isNamed: Uint8Array;

  constructor(texts: Texts, shapes: Shapes) {
    this.#texts = texts;
    this.#shapes = shapes;
    this.#isNamed = new Uint8Array(texts.count);
  }

  /** Fills in what tells at a glance which words can be alike. */
  view(words: WordsInView): void {
    const { bytes, starts } = this.#texts;
    const { letters, hasDigit } = this.#shapes;
    for (let at = 0; at < words.count; at += 1) {
      const word = words.ids[at] ?? 0;
      const from = starts[word] ?? 0;
      words.lengths[at] = (starts[word + 1] ?? 0) - from;
      words.firstLetters[at] = bytes[from] ?? 0;
      words.letters[at] = letters[word] ?? 0;
      words.hasDigit[at] = hasDigit[word] ?? 0;
      words.hasNicknames[at] = this.#hasNicknames(word) ? 1 : 0;
    }
  }

  /** The likeness of two words in view. */
  between(ones: WordsInView, one: number, others: WordsInView, other: number): number {
    return canBeAlike(ones, one, others, other) ? this.of(ones.ids[one] ?? 0, others.ids[other] ?? 0) : 0;
  }

  /** The likeness of two words by their ids. */
  of(one: number, other: number): number {
    if (this.#shapes.hasDigit[one] === 1 || this.#shapes.hasDigit[other] === 1) return 0;
    const slot = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> (32 - memoryBits);
    if (this.#ones[slot] === one && this.#others[slot] === other) return this.#values[slot] ?? 0;
    // Rounded as it is remembered, so that what was asked before changes nothing.
    const value = Math.fround(this.#measured(one, other));
    this.#ones[slot] = one;
    this.#others[slot] = other;
    this.#values[slot] = value;
    return value;
  }

  #measured(one: number, other: number): number {
    const value = written(this.#texts, this.#shapes, one, other);
    if (value >= nickname || !this.#hasNicknames(one) || !this.#hasNicknames(other)) return value;
    return areNicknames(textAt(this.#texts, one), textAt(this.#texts, other)) ? nickname : value;
  }

  #hasNicknames(word: number): boolean {
    if (this.#isNamed[word] === 0) this.#isNamed[word] = hasNicknames(textAt(this.#texts, word)) ? 2 : 1;
    return this.#isNamed[word] === 2;
  }
}

/** Whether one of two words in view is the first letter of the other. */
export function isInitial(ones: WordsInView, one: number, others: WordsInView, other: number): boolean {
  if (ones.firstLetters[one] !== others.firstLetters[other]) return false;
  return ones.lengths[one] === 1 || others.lengths[other] === 1;
}

/** False only for words whose likeness is 0. */
function canBeAlike(ones: WordsInView, one: number, others: WordsInView, other: number): boolean {
  if (ones.hasDigit[one] === 1 || others.hasDigit[other] === 1) return false;
  const [m, n] = [ones.lengths[one] ?? 0, others.lengths[other] ?? 0];
  const [letters, otherLetters] = [ones.letters[one] ?? 0, others.letters[other] ?? 0];
  if (bitCount(letters ^ otherLetters) <= 2 * editsAllowed(Math.min(m + 1, n + 1, Math.max(m, n))))
    return true;
  // A plural begins as the word does, an abbreviation has no other letters.
  const missing = m <= n ? letters & ~otherLetters : otherLetters & ~letters;
  if (missing === 0 && ones.firstLetters[one] === others.firstLetters[other]) return true;
  return ones.hasNicknames[one] === 1 && others.hasNicknames[other] === 1;
}
