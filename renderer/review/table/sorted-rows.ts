import type { ReviewRow } from '#shared/review.ts';

/** What rows are sorted by, blank as undefined. */
type Value = string | number | undefined;

/** Numbers hold so many bits exactly: those of the key that is sorted by, and below them those of the place. */
const exactBits = 53;
/** Each letter of a text is one of 63 classes, in the order of the letters. */
const letterBits = 6;
const lastClass = 62;

/** The classes that several letters share: control characters, capital letters and their neighbours, all beyond `z`. */
const sharedClasses: ReadonlySet<number> = new Set([1, 35, lastClass]);

/** 0 where the text has ended. */
function classOf(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  if (code < 32) return 1;
  if (code <= 64) return code - 30;
  return code <= 96 ? 35 : Math.min(lastClass, code - 61);
}

/** With fewer rows for a value than these, putting the values in order first is no shorter way. */
const rowsPerKind = 4;
/** So many texts are compared one with another sooner than packed into numbers. */
const few = 24;

/** Whether the classes of its letters tell a text apart from all others. */
const isPlain = (value: Value): boolean => typeof value !== 'string' || /^[ -@a-z]*$/.test(value);

/**
 * Values of which most are the same, such as reasons and states, as the ranks of the different ones: numbers are sorted
 * sooner than texts. Others as they are.
 */
function ranked(values: readonly Value[]): readonly Value[] {
  const kinds = new Set<Value>();
  for (const value of values) {
    kinds.add(value);
    if (kinds.size > values.length / rowsPerKind) return values;
  }
  kinds.delete(undefined);
  const sorted = [...kinds].sort((left = '', right = '') => (left < right ? -1 : 1));
  const ranks = new Map(sorted.map((kind, rank) => [kind, rank]));
  return values.map((value) => ranks.get(value));
}

/**
 * The rows ordered by a value, texts by code unit. Rows without one come last, whatever the direction; rows with the
 * same one keep their order. So that a hundred thousand are quick: the first letters of a text, or the number, and the
 * row's place are packed into one number, which sorts without asking back; texts that begin alike are then sorted by
 * the letters after these.
 */
export function sortedRows(
  rows: readonly ReviewRow[],
  sortedBy: (row: ReviewRow) => Value,
  desc: boolean,
): readonly ReviewRow[] {
  const values = ranked(rows.map((row) => sortedBy(row)));
  const [withValue, withoutValue]: [number[], number[]] = [[], []];
  values.forEach((value, place) => {
    (value === undefined ? withoutValue : withValue).push(place);
  });
  const order = new Sorting(values, desc).sorted(withValue, 0);
  const sorted: ReviewRow[] = [];
  for (const places of [order, withoutValue]) {
    for (const place of places) {
      const row = rows[place];
      if (row !== undefined) sorted.push(row);
    }
  }
  return sorted;
}

class Sorting {
  readonly #values: readonly Value[];
  readonly #desc: boolean;
  readonly #least: number;
  readonly #span: number;

  constructor(values: readonly Value[], desc: boolean) {
    this.#values = values;
    this.#desc = desc;
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const value of values) {
      if (typeof value !== 'number') continue;
      // Halves, since what lies between two numbers may be too large for one.
      least = Math.min(least, value / 2);
      most = Math.max(most, value / 2);
    }
    this.#least = least;
    this.#span = most > least ? most - least : 1;
  }

  /** These places in order, of texts that are the same up to the letter `from`. */
  sorted(places: readonly number[], from: number): readonly number[] {
    if (places.length < 2) return places;
    const placeSize = 2 ** Math.ceil(Math.log2(places.length));
    const letters = Math.floor((exactBits - Math.log2(placeSize)) / letterBits);
    const keySize = 2 ** (letters * letterBits);
    const packed = new Float64Array(places.length);
    for (const [at, place] of places.entries()) {
      const key = this.#key(place, from, letters, keySize);
      packed[at] = (this.#desc ? keySize - 1 - key : key) * placeSize + at;
    }
    packed.sort();
    const keyAt = (at: number): number => Math.floor((packed[at] ?? -1) / placeSize);
    const placeAt = (at: number): number => places[(packed[at] ?? 0) % placeSize] ?? 0;
    const order: number[] = [];
    for (let at = 0; at < packed.length; ) {
      const key = keyAt(at);
      let end = at + 1;
      while (end < packed.length && keyAt(end) === key) end += 1;
      if (end === at + 1) order.push(placeAt(at));
      else {
        const alike = Array.from({ length: end - at }, (_, number) => placeAt(at + number));
        for (const place of this.#told(alike, from + letters)) order.push(place);
      }
      at = end;
    }
    return order;
  }

  /** A number below `keySize` that orders numbers, and texts by some letters. */
  #key(place: number, from: number, letters: number, keySize: number): number {
    const value = this.#values[place];
    if (typeof value === 'number') {
      return Math.floor(((value / 2 - this.#least) / this.#span) * (keySize - 1));
    }
    let key = 0;
    let isShared = false;
    for (let at = from; at < from + letters; at += 1) {
      // What follows letters of which the first is not known says nothing.
      const letter = isShared ? 0 : classOf(value ?? '', at);
      key = key * 2 ** letterBits + letter;
      isShared ||= sharedClasses.has(letter);
    }
    return key;
  }

  /** Places whose keys are the same, in order. */
  #told(alike: readonly number[], from: number): readonly number[] {
    const first = this.#values[alike[0] ?? 0];
    if (alike.every((place) => this.#values[place] === first)) return alike;
    if (
      typeof first === 'string' &&
      alike.length > few &&
      alike.every((place) => isPlain(this.#values[place]))
    ) {
      // Plain texts with the same letters have all ended where one has before them; one that ends just here is shorter.
      return first.length < from ? alike : this.sorted(alike, from);
    }
    return alike.toSorted((left, right) => this.#compare(left, right));
  }

  #compare(left: number, right: number): number {
    const [first, second] = [this.#values[left] ?? '', this.#values[right] ?? ''];
    if (first === second) return 0;
    return first < second === this.#desc ? 1 : -1;
  }
}
