/** A whole number that differs, as if by chance, for each list of numbers (murmur3's finaliser). */
export function mix(...numbers: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** Chance from a seed: the same numbers give the same throws anywhere (mulberry32). */
export class Dice {
  #state: number;

  constructor(...seed: readonly number[]) {
    this.#state = mix(...seed);
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new RangeError('Nothing to choose from');
    return choice;
  }

  /**
   * One of a list in the order of its frequency, the n-th as often as 1 / (n + `flat`) says: Zipf's law for 0, and
   * a flatter head for more (Mandelbrot).
   */
  pickByRank<T>(choices: readonly T[], flat = 4): T {
    const first = flat + 1;
    const rank = first * ((choices.length + first) / first) ** this.next() - first;
    const choice = choices[Math.floor(rank)];
    if (choice === undefined) throw new RangeError('Nothing to choose from');
    return choice;
  }

  /** `count` digits, the first not zero. */
  digits(count: number): string {
    return String(10 ** (count - 1) + this.below(9 * 10 ** (count - 1)));
  }
}

/** A permutation of 0 to `size` − 1 that needs no memory: a Feistel network, walked until it stays below `size`. */
export function permuted(position: number, size: number, seed: number): number {
  let half = 1;
  while (4 ** half < size) half += 1;
  const mask = 2 ** half - 1;
  let number = position;
  do {
    let left = number >> half;
    let right = number & mask;
    for (let round = 0; round < 4; round += 1)
      [left, right] = [right, left ^ (mix(seed, round, right) & mask)];
    number = (left << half) | right;
  } while (number >= size);
  return number;
}
