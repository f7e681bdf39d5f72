import type { Lists } from '../columns/lists.ts';
import type { Side } from '../columns/side.ts';
import { Comparer } from '../compare/comparer.ts';
import type { Context } from '../compare/context.ts';
import type { Weights } from '../model.ts';
import { type PairColumns, PairTable } from '../pair-table.ts';
import type { Sizes } from '../terms/rarity.ts';
import { Rules } from '../weigh.ts';
import { addBlockingKeys, type KeySource } from './blocking-keys.ts';
import { IndexSearch } from './index-search.ts';
import { type InvertedIndex, InvertedIndexBuilder } from './inverted-index.ts';
import { KeySet } from './key-set.ts';
import { addPieces } from './pieces.ts';

/** By which keys candidates are found, and how far each search goes. */
export const searches = {
  blocking: { add: addBlockingKeys, most: 12, budget: 400, leastOfLater: 0.35 },
  pieces: { add: addPieces, most: 5, budget: 500, leastOfLater: 0.6 },
} as const;
export type SearchKind = keyof typeof searches;

/** A pair whose log2 odds are below this by the usual weights stays hopeless by any weights, and is let go. */
const hopeless = -13;

/** Everything a thread needs to search candidates for accounts; all of it can be shared. */
export interface SearchTask {
  readonly kind: SearchKind;
  readonly context: Context;
  readonly index: InvertedIndex;
  /** The accounts to search for, by their places. */
  readonly accounts: Int32Array;
  /** The customers that each account was compared with before. */
  readonly compared: Lists | null;
  /** Customers that are no candidates. */
  readonly closed: Uint8Array;
  readonly prior: number;
  readonly weights: Weights;
  readonly sizes: Sizes;
}

/** The keys of a kind of search. */
export function addKeys(kind: SearchKind, source: KeySource, side: Side, record: number, keys: KeySet): void {
  keys.clear();
  searches[kind].add(source, side, record, keys);
}

/** Indexes the customers that are wanted; yields after each, so that others get their turn. */
export function* indexing(
  kind: SearchKind,
  source: KeySource,
  customers: Side,
  isWanted: (customer: number) => boolean,
): Generator<number, InvertedIndex> {
  const builder = new InvertedIndexBuilder();
  const keys = new KeySet();
  for (let customer = 0; customer < customers.count; customer += 1) {
    if (!isWanted(customer)) continue;
    addKeys(kind, source, customers, customer, keys);
    builder.add(customer, keys);
    yield customer;
  }
  return builder.index(customers.count);
}

/** Searches candidates and compares them; one searcher serves a thread for a task. */
export class CandidateSearch {
  readonly #task: SearchTask;
  readonly #rules: Rules;
  readonly #comparer: Comparer;
  readonly #search: IndexSearch;
  readonly #keys = new KeySet();

  constructor(task: SearchTask) {
    this.#task = task;
    this.#rules = new Rules(task.weights, task.sizes);
    this.#comparer = new Comparer(task.context);
    this.#search = new IndexSearch(task.index, searches[task.kind]);
  }

  /** The pairs worth weighing of the accounts `from` to `to` of the task's list. */
  pairs(from: number, to: number): PairColumns {
    const { kind, context, accounts, closed, prior } = this.#task;
    const pairs = new PairTable((to - from) * 4);
    for (let at = from; at < to; at += 1) {
      const account = accounts[at] ?? 0;
      addKeys(kind, context, context.accounts, account, this.#keys);
      const count = this.#search.search(this.#keys);
      for (let next = 0; next < count; next += 1) {
        const customer = this.#search.found[next] ?? 0;
        if (closed[customer] === 1 || this.#wasCompared(account, customer)) continue;
        pairs.add(account, customer, this.#comparer.compare(account, customer));
        if (pairs.lastOdds(prior, this.#rules) <= hopeless) pairs.dropLast();
      }
    }
    return pairs.trimmed();
  }

  #wasCompared(account: number, customer: number): boolean {
    const { compared } = this.#task;
    if (compared === null) return false;
    for (let at = compared.starts[account] ?? 0; at < (compared.starts[account + 1] ?? 0); at += 1) {
      if (compared.values[at] === customer) return true;
    }
    return false;
  }
}
