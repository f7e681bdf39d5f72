import { errorsForgiven, piecesOf, typingErrors } from './typing-errors.ts';

/** The words of one record: those of its names, by which it is known, and all others. */
export interface RecordWords {
  readonly names: readonly string[];
  readonly others: readonly string[];
}

/** How well a word fits what was typed. Twice that, and one more in a name, is what it counts. */
const fits = { exact: 4, beginning: 3, within: 2, mistyped: 1 } as const;
const mostPerWord = fits.exact * 2 + 1;

/** What is typed is looked for within words only from so many letters on. */
const fewestWithin = 3;
/** Of records that fit equally well those with the shortest names come first, by so many steps. */
const lengths = 64;
/** So many records are laid out between two turns of others. */
const atOnce = 1_000;

/**
 * An inverted index from words to records that says which records hold every word that was typed: whole, as a word's
 * beginning, within a word, or with a typing error. All words stand in one text, so that one scan finds them.
 */
export class WordIndex {
  readonly #records: number;
  readonly #text: string;
  /** Where each word begins in the text. */
  readonly #begins: Int32Array;
  /** The records of word `w` are `entries[starts[w]]` to `entries[starts[w + 1]]`, each twice, plus 1 if in a name. */
  readonly #starts: Int32Array;
  readonly #entries: Int32Array;
  /** What is added to a record's rank because its name is short. */
  readonly #shortness: Uint8Array;
  readonly #reached: Uint8Array;
  readonly #ranks: Uint16Array;

  private constructor({ text, begins, starts, entries, shortness }: Laid) {
    this.#records = shortness.length;
    this.#shortness = shortness;
    this.#text = text;
    this.#begins = begins;
    this.#starts = starts;
    this.#entries = entries;
    this.#reached = new Uint8Array(this.#records);
    this.#ranks = new Uint16Array(this.#records);
  }

  /** Indexes records, which are then known by their places; yields after every thousand. */
  static *indexing(records: Iterable<RecordWords>, count: number): Generator<undefined, WordIndex> {
    const numbers = new Map<string, number>();
    const words: string[] = [];
    const occurrences = new Occurrences();
    const shortness = new Uint8Array(count);
    const numberOf = (word: string): number => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, words.length);
      return words.push(word) - 1;
    };
    let record = 0;
    for (const { names, others } of records) {
      const own = new Set(names);
      for (const word of own) occurrences.add(numberOf(word), record * 2 + 1);
      for (const word of new Set(others)) if (!own.has(word)) occurrences.add(numberOf(word), record * 2);
      const length = names.reduce((sum, name) => sum + name.length, 0);
      shortness[record] = lengths - 1 - Math.min(lengths - 1, length);
      record += 1;
      if (record % atOnce === 0) yield;
    }
    yield;
    const begins = new Int32Array(words.length);
    let at = 1;
    words.forEach((word, number) => {
      begins[number] = at;
      at += word.length + 1;
    });
    const text = `\n${words.join('\n')}\n`;
    yield;
    const [starts, entries] = occurrences.byWord(words.length);
    yield;
    return new WordIndex({ text, begins, starts, entries, shortness });
  }

  /** Up to `most` records that hold every one of these words, those that fit best. At most 20 words are heeded. */
  find(typed: readonly string[], most: number): number[] {
    const wanted = typed.slice(0, 20);
    if (wanted.length === 0) return [];
    this.#reached.fill(0);
    this.#ranks.fill(0);
    wanted.forEach((word, place) => {
      for (const [fit, words] of this.#wordsFor(word)) this.#reach(words, fit * 2, place);
    });
    return this.#best(wanted.length, most);
  }

  /** The words that fit what was typed, the best fit first. */
  #wordsFor(typed: string): [number, number[]][] {
    const [exact, beginning, within, mistyped]: [number[], number[], number[], number[]] = [[], [], [], []];
    const isShort = typed.length < fewestWithin;
    const sought = isShort ? `\n${typed}` : typed;
    for (let at = this.#text.indexOf(sought); at !== -1; at = this.#text.indexOf(sought, at + 1)) {
      const from = isShort ? at + 1 : at;
      const begins = this.#text.charCodeAt(from - 1) === 10;
      const ends = this.#text.charCodeAt(from + typed.length) === 10;
      const list = begins && ends ? exact : begins ? beginning : within;
      list.push(this.#wordAt(from));
    }
    const forgiven = errorsForgiven(typed.length);
    if (forgiven > 0 && !/\d/.test(typed)) mistyped.push(...this.#wordsNear(typed, forgiven));
    return [
      [fits.exact, exact],
      [fits.beginning, beginning],
      [fits.within, within],
      [fits.mistyped, mistyped],
    ];
  }

  /** The words within so many typing errors, one at least. */
  #wordsNear(typed: string, most: number): Set<number> {
    const near = new Set<number>();
    const longest = typed.length + most;
    for (const { text: piece, at: offset } of piecesOf(typed, most)) {
      for (let at = this.#text.indexOf(piece); at !== -1; at = this.#text.indexOf(piece, at + 1)) {
        const begin = this.#beginBefore(at, offset + most);
        if (begin === null || at - begin < offset - most) continue;
        const end = this.#text.indexOf('\n', at);
        if (end - begin < typed.length - most) continue;
        const errors = typingErrors(typed, this.#text.slice(begin, Math.min(end, begin + longest)), most);
        if (errors > 0 && errors <= most) near.add(this.#wordAt(begin));
      }
    }
    return near;
  }

  /** Where the word at this place begins; null if that is more than `most` letters before. */
  #beginBefore(at: number, most: number): number | null {
    for (let begin = at; begin >= at - most; begin -= 1) {
      if (this.#text.charCodeAt(begin - 1) === 10) return begin;
    }
    return null;
  }

  /** The word that holds this place of the text. */
  #wordAt(at: number): number {
    let [low, high] = [0, this.#begins.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#begins[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Lets the records of these words, if they have all the words before, reach one word more; names count first. */
  #reach(words: readonly number[], worth: number, place: number): void {
    for (const inName of [1, 0]) {
      for (const word of words) {
        const end = this.#starts[word + 1] ?? 0;
        for (let at = this.#starts[word] ?? 0; at < end; at += 1) {
          const entry = this.#entries[at] ?? 0;
          const record = entry >>> 1;
          if ((entry & 1) !== inName || this.#reached[record] !== place) continue;
          this.#reached[record] = place + 1;
          this.#ranks[record] = (this.#ranks[record] ?? 0) + worth + inName;
        }
      }
    }
  }

  /** The records that have all words, ordered by how well they fit; counted into their places, for they may be many. */
  #best(words: number, most: number): number[] {
    const rankOf = (record: number): number =>
      (this.#ranks[record] ?? 0) * lengths + (this.#shortness[record] ?? 0);
    const counts = new Int32Array((words * mostPerWord + 1) * lengths);
    for (let record = 0; record < this.#records; record += 1) {
      if (this.#reached[record] !== words) continue;
      const rank = rankOf(record);
      counts[rank] = (counts[rank] ?? 0) + 1;
    }
    let above = 0;
    for (let rank = counts.length - 1; rank >= 0; rank -= 1) {
      const here = counts[rank] ?? 0;
      counts[rank] = above;
      above += here;
    }
    const found: number[] = [];
    for (let record = 0; record < this.#records; record += 1) {
      if (this.#reached[record] !== words) continue;
      const rank = rankOf(record);
      const place = counts[rank] ?? 0;
      counts[rank] = place + 1;
      if (place < most) found[place] = record;
    }
    return found;
  }
}

/** The index as it is laid out. */
interface Laid {
  readonly text: string;
  readonly begins: Int32Array;
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly shortness: Uint8Array;
}

/** Which word occurs in which record, as it is read: pairs of numbers in growing memory. */
class Occurrences {
  #words = new Int32Array(1 << 16);
  #entries = new Int32Array(1 << 16);
  #count = 0;

  add(word: number, entry: number): void {
    if (this.#count === this.#words.length) {
      this.#words = grown(this.#words);
      this.#entries = grown(this.#entries);
    }
    this.#words[this.#count] = word;
    this.#entries[this.#count] = entry;
    this.#count += 1;
  }

  /** Where the entries of each word begin, and the entries word by word. */
  byWord(words: number): [Int32Array, Int32Array] {
    const starts = new Int32Array(words + 1);
    for (let at = 0; at < this.#count; at += 1) {
      const next = (this.#words[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let word = 0; word < words; word += 1)
      starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    const places = starts.slice();
    const entries = new Int32Array(this.#count);
    for (let at = 0; at < this.#count; at += 1) {
      const word = this.#words[at] ?? 0;
      const place = places[word] ?? 0;
      places[word] = place + 1;
      entries[place] = this.#entries[at] ?? 0;
    }
    return [starts, entries];
  }
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
