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

/** Whether the classes of its letters tell a text apart from all others. */
const isPlain = (value: Value): boolean => typeof value !== 'string' || /^[ -@a-z]*$/.test(value);

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
  const values = rows.map((row) => sortedBy(row));
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
    const packed = Float64Array.from(places, (place, at) => {
      const key = this.#key(place, from, letters, keySize);
      return (this.#desc ? keySize - 1 - key : key) * placeSize + at;
    }).sort();
    const order: number[] = [];
    let alike: number[] = [];
    let last = -1;
    for (const number of packed) {
      const key = Math.floor(number / placeSize);
      if (key !== last) {
        this.#tell(alike, from + letters, order);
        alike = [];
        last = key;
      }
      alike.push(places[number - key * placeSize] ?? 0);
    }
    this.#tell(alike, from + letters, order);
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

  /** Adds places whose keys are the same to an order, in theirs. */
  #tell(alike: readonly number[], from: number, order: number[]): void {
    const [only] = alike;
    if (only === undefined) return;
    if (alike.length === 1) {
      order.push(only);
      return;
    }
    for (const place of this.#told(alike, only, from)) order.push(place);
  }

  #told(alike: readonly number[], one: number, from: number): readonly number[] {
    const first = this.#values[one];
    if (typeof first === 'string' && alike.every((place) => isPlain(this.#values[place]))) {
      // Plain texts with the same letters have all ended where one has.
      return first.length <= from ? alike : this.sorted(alike, from);
    }
    return alike.toSorted((left, right) => this.#compare(left, right));
  }

  #compare(left: number, right: number): number {
    const [first, second] = [this.#values[left] ?? '', this.#values[right] ?? ''];
    if (first === second) return 0;
    return first < second === this.#desc ? 1 : -1;
  }
}
