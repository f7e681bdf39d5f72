import type { compare } from './compare/index.ts';
import { comparisons, type Outcome } from './compare/levels.ts';

const width = comparisons.length;

/**
 * The compared pairs in columns: account and customer by their places, and for each comparison the level and the
 * chance bits (NaN where the level's own `u` says it). Grows as pairs are added.
 */
export class PairTable {
  count = 0;
  accounts = new Int32Array(1024);
  customers = new Int32Array(1024);
  levels = new Uint8Array(1024 * width);
  chances = new Float64Array(1024 * width);

  /** Adds a pair with what its comparisons found. */
  add(account: number, customer: number, found: ReturnType<typeof compare>): void {
    if (this.count === this.accounts.length) this.#grow();
    const pair = this.count;
    this.accounts[pair] = account;
    this.customers[pair] = customer;
    comparisons.forEach((comparison, index) => {
      const { level, chanceBits }: Outcome = found[comparison];
      this.levels[pair * width + index] = level;
      this.chances[pair * width + index] = chanceBits ?? Number.NaN;
    });
    this.count += 1;
  }

  /** The level of a pair's comparison, by the comparison's place. */
  level(pair: number, comparison: number): number {
    return this.levels[pair * width + comparison] ?? 0;
  }

  /** The chance bits of a pair's comparison, null where the level's own `u` says it. */
  chance(pair: number, comparison: number): number | null {
    const bits = this.chances[pair * width + comparison] ?? Number.NaN;
    return Number.isNaN(bits) ? null : bits;
  }

  #grow(): void {
    const grown = <A extends Int32Array | Uint8Array | Float64Array>(to: A, from: A): A => {
      to.set(from);
      return to;
    };
    this.accounts = grown(new Int32Array(this.accounts.length * 2), this.accounts);
    this.customers = grown(new Int32Array(this.customers.length * 2), this.customers);
    this.levels = grown(new Uint8Array(this.levels.length * 2), this.levels);
    this.chances = grown(new Float64Array(this.chances.length * 2), this.chances);
  }
}
