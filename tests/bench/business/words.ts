import { readFileSync } from 'node:fs';
import type { Dice } from './dice.ts';

const lines = (file: string): string[] =>
  readFileSync(new URL(`words/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

/** Draws the entries of a list as often as their weights say. */
class Weighted<T> {
  readonly #entries: readonly T[];
  readonly #ends: Float64Array;

  constructor(entries: readonly (readonly [entry: T, weight: number])[]) {
    this.#entries = entries.map(([entry]) => entry);
    let sum = 0;
    this.#ends = Float64Array.from(entries, ([, weight]) => {
      sum += weight;
      return sum;
    });
  }

  draw(dice: Dice): T {
    const at = dice.next() * (this.#ends.at(-1) ?? 0);
    let low = 0;
    let high = this.#ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const entry = this.#entries[low];
    if (entry === undefined) throw new RangeError('Nothing to draw from');
    return entry;
  }
}

function weightedWords(file: string): Weighted<string> {
  return new Weighted(
    lines(file).map((line): [string, number] => {
      const [word = '', weight = ''] = line.split(' ');
      return [word, Number(weight)];
    }),
  );
}

export interface Town {
  readonly name: string;
  readonly state: string;
  readonly areaCodes: readonly string[];
  readonly zips: readonly string[];
}

export const surnames = weightedWords('surnames.txt');
export const givenNames = weightedWords('given-names.txt');
export const trades: readonly string[] = lines('trades.txt');
export const brands: readonly string[] = lines('brands.txt');
export const dictionary: readonly string[] = lines('dictionary.txt');

export const towns = new Weighted(
  lines('towns.txt').map((line): [Town, number] => {
    const [name = '', state = '', areaCodes = '', zips = '', weight = ''] = line.split('|');
    return [{ name, state, areaCodes: areaCodes.split(' '), zips: zips.split(' ') }, Number(weight)];
  }),
);

export const nicknames: ReadonlyMap<string, readonly string[]> = new Map(
  lines('nicknames.txt').map((line) => {
    const [name = '', ...short] = line.split(' ');
    return [name, short];
  }),
);
