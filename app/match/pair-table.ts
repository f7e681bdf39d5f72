import { type Lists, ListsBuilder } from './columns/lists.ts';
import type { Compared } from './compare/comparer.ts';
import type { Outcome } from './compare/context.ts';
import { comparisons } from './compare/levels.ts';
import { resized } from './terms/dictionary.ts';
import { mostLogOdds, type Rules } from './weigh.ts';

const width = comparisons.length;
const [namePlace, emailPlace, phonePlace, websitePlace, streetPlace, placePlace] = [
  comparisons.indexOf('name'),
  comparisons.indexOf('email'),
  comparisons.indexOf('phone'),
  comparisons.indexOf('website'),
  comparisons.indexOf('street'),
  comparisons.indexOf('place'),
];

/**
 * Compared pairs in columns: account and customer by their places, and for each comparison the level and the chance
 * bits (NaN where the level's own `u` says it).
 */
export interface PairColumns {
  readonly count: number;
  readonly accounts: Int32Array;
  readonly customers: Int32Array;
  readonly levels: Uint8Array;
  readonly chances: Float32Array;
}

/** Pair columns that grow as pairs are added. */
export class PairTable implements PairColumns {
  count = 0;
  accounts: Int32Array;
  customers: Int32Array;
  levels: Uint8Array;
  chances: Float32Array;

  constructor(expected = 1024) {
    this.accounts = new Int32Array(expected);
    this.customers = new Int32Array(expected);
    this.levels = new Uint8Array(expected * width);
    this.chances = new Float32Array(expected * width);
  }

  /** Adds a pair with what its comparisons found. */
  add(account: number, customer: number, found: Compared): void {
    if (this.count === this.accounts.length) this.#grow(this.count * 2);
    this.accounts[this.count] = account;
    this.customers[this.count] = customer;
    fillLevels(found, this.levels, this.chances, this.count * width);
    this.count += 1;
  }

  /** Adds a pair of other columns. */
  addFrom(pairs: PairColumns, pair: number): void {
    if (this.count === this.accounts.length) this.#grow(this.count * 2);
    copyPairs(pairs, pair, pair + 1, this, this.count);
    this.count += 1;
  }

  /** The log2 odds of the pair added last, given those before comparing. */
  lastOdds(prior: number, rules: Rules): number {
    return prior + rules.weigh(this.levels, this.chances, (this.count - 1) * width);
  }

  /** Takes the pair added last out again. */
  dropLast(): void {
    this.count -= 1;
  }

  /** The columns without spare room. */
  trimmed(): PairColumns {
    const { count } = this;
    return {
      count,
      accounts: this.accounts.slice(0, count),
      customers: this.customers.slice(0, count),
      levels: this.levels.slice(0, count * width),
      chances: this.chances.slice(0, count * width),
    };
  }

  #grow(size: number): void {
    this.accounts = resized(this.accounts, new Int32Array(size));
    this.customers = resized(this.customers, new Int32Array(size));
    this.levels = resized(this.levels, new Uint8Array(size * width));
    this.chances = resized(this.chances, new Float32Array(size * width));
  }
}

/** Writes what comparisons found into columns, from a place on. */
export function fillLevels(found: Compared, levels: Uint8Array, chances: Float32Array, from: number): void {
  const note = ({ level, chance }: Outcome, place: number): void => {
    levels[from + place] = level;
    chances[from + place] = chance;
  };
  note(found.name, namePlace);
  note(found.email, emailPlace);
  note(found.phone, phonePlace);
  note(found.website, websitePlace);
  note(found.street, streetPlace);
  note(found.place, placePlace);
}

/** Copies pairs `from` to `end` of some columns to a place in others. */
function copyPairs(part: PairColumns, from: number, end: number, into: PairColumns, to: number): void {
  for (let pair = from; pair < end; pair += 1) {
    into.accounts[to + pair - from] = part.accounts[pair] ?? 0;
    into.customers[to + pair - from] = part.customers[pair] ?? 0;
  }
  const [first, last, at] = [from * width, end * width, to * width];
  for (let place = first; place < last; place += 1) {
    into.levels[at + place - first] = part.levels[place] ?? 0;
    into.chances[at + place - first] = part.chances[place] ?? 0;
  }
}

/** All pairs of several columns in one, by account; those of an account keep their order. */
export function joinPairs(parts: readonly PairColumns[], accountCount: number): PairColumns {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const next = new Int32Array(accountCount + 1);
  for (const { accounts, count: size } of parts) {
    for (let pair = 0; pair < size; pair += 1) {
      const after = (accounts[pair] ?? 0) + 1;
      next[after] = (next[after] ?? 0) + 1;
    }
  }
  for (let account = 0; account < accountCount; account += 1) {
    next[account + 1] = (next[account + 1] ?? 0) + (next[account] ?? 0);
  }
  const joined = {
    count,
    accounts: new Int32Array(count),
    customers: new Int32Array(count),
    levels: new Uint8Array(count * width),
    chances: new Float32Array(count * width),
  };
  for (const part of parts) {
    let from = 0;
    for (let pair = 1; pair <= part.count; pair += 1) {
      const account = part.accounts[from] ?? 0;
      if (pair < part.count && part.accounts[pair] === account) continue;
      const to = next[account] ?? 0;
      next[account] = to + pair - from;
      copyPairs(part, from, pair, joined, to);
      from = pair;
    }
  }
  return joined;
}

/** The level of a pair's comparison, by the comparison's place. */
export function levelOf({ levels }: PairColumns, pair: number, comparison: number): number {
  return levels[pair * width + comparison] ?? 0;
}

/** The log2 odds of a pair, given those before comparing. */
export function oddsOf({ levels, chances }: PairColumns, pair: number, prior: number, rules: Rules): number {
  return Math.min(mostLogOdds, prior + rules.weigh(levels, chances, pair * width));
}

/** The weights of a pair's comparisons in bits. */
export function bitsOf({ levels, chances }: PairColumns, pair: number, rules: Rules): Float64Array {
  const bits = new Float64Array(width);
  rules.weigh(levels, chances, pair * width, bits);
  return bits;
}

/** The chance bits of a pair's comparison. */
export function chanceOf({ chances }: PairColumns, pair: number, comparison: number): number {
  return chances[pair * width + comparison] ?? Number.NaN;
}

/** The customers that each account was compared with. Pairs are in the order of their accounts. */
export function comparedWith({ accounts, customers, count }: PairColumns, size: number): Lists {
  const builder = new ListsBuilder(count);
  for (let pair = 0; pair < count; pair += 1) builder.add(accounts[pair] ?? 0, customers[pair] ?? 0);
  return builder.lists(size, (owner) => owner);
}

/** The place of a pair among pairs in the order of their accounts; -1 when it is not there. */
export function placeOfPair(
  { accounts, customers, count }: PairColumns,
  account: number,
  customer: number,
): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((accounts[middle] ?? 0) < account) low = middle + 1;
    else high = middle;
  }
  for (let pair = low; pair < count && accounts[pair] === account; pair += 1) {
    if (customers[pair] === customer) return pair;
  }
  return -1;
}
