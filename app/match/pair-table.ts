import type { Compared } from './compare/index.ts';
import { comparisons } from './compare/levels.ts';
import { mostLogOdds, type Rules, sumOfWeights } from './weigh.ts';

const width = comparisons.length;

function doubled<A extends Int32Array | Uint8Array | Float64Array>(to: A, from: A): A {
  to.set(from);
  return to;
}

/**
 * The compared pairs in columns: account and customer by their places, and for each comparison the level and the
 * chance bits (NaN where the level's own `u` says it). Grows as pairs are added.
 */
export class PairTable {
  count = 0;
  accounts = new Int32Array(1024);
  customers = new Int32Array(1024);
  #levels = new Uint8Array(1024 * width);
  #chances = new Float64Array(1024 * width);

  /** Adds a pair with what its comparisons found. */
  add(account: number, customer: number, found: Compared): void {
    if (this.count === this.accounts.length) this.#grow();
    const pair = this.count;
    this.accounts[pair] = account;
    this.customers[pair] = customer;
    for (let index = 0; index < width; index += 1) {
      const comparison = comparisons[index];
      if (comparison === undefined) continue;
      const { level, chanceBits } = found[comparison];
      this.#levels[pair * width + index] = level;
      this.#chances[pair * width + index] = chanceBits ?? Number.NaN;
    }
    this.count += 1;
  }

  /** The level of a pair's comparison, by the comparison's place. */
  level(pair: number, comparison: number): number {
    return this.#levels[pair * width + comparison] ?? 0;
  }

  /** The log2 odds of a pair, given those before comparing. */
  logOdds(pair: number, prior: number, rules: Rules): number {
    const first = pair * width;
    const level = (index: number): number => this.#levels[first + index] ?? 0;
    const chance = (index: number): number => this.#chances[first + index] ?? Number.NaN;
    return Math.min(mostLogOdds, prior + sumOfWeights(rules, level, chance));
  }

  #grow(): void {
    this.accounts = doubled(new Int32Array(this.accounts.length * 2), this.accounts);
    this.customers = doubled(new Int32Array(this.customers.length * 2), this.customers);
    this.#levels = doubled(new Uint8Array(this.#levels.length * 2), this.#levels);
    this.#chances = doubled(new Float64Array(this.#chances.length * 2), this.#chances);
  }
}
