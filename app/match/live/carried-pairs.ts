import { comparisons } from '../compare/levels.ts';
import type { PairColumns } from '../pair-table.ts';

const width = comparisons.length;

/** Pairs of which some were carried over: `from` is the old pair of each, -1 for those compared now. */
export interface CarriedPairs {
  readonly pairs: PairColumns;
  readonly from: Int32Array;
}

/** Where the records of pairs are now; the pairs of accounts in `isReplaced` (by new place) are not carried over. */
export interface Carrying {
  readonly accounts: Int32Array;
  readonly customers: Int32Array;
  readonly isReplaced: Uint8Array;
}

/**
 * The pairs that stay, with their records' new places, and those found now, by account. No account has pairs of both.
 */
export function carriedPairs(
  old: PairColumns,
  { accounts, customers, isReplaced }: Carrying,
  found: PairColumns,
): CarriedPairs {
  const most = old.count + found.count;
  const into = {
    accounts: new Int32Array(most),
    customers: new Int32Array(most),
    levels: new Uint8Array(most * width),
    chances: new Float32Array(most * width),
  };
  const from = new Int32Array(most);
  let count = 0;
  const take = (source: PairColumns, first: number, end: number): void => {
    into.levels.set(source.levels.subarray(first * width, end * width), count * width);
    into.chances.set(source.chances.subarray(first * width, end * width), count * width);
  };
  let next = 0;
  const takeFound = (before: number): void => {
    const first = next;
    while (next < found.count && (found.accounts[next] ?? 0) < before) next += 1;
    if (first === next) return;
    take(found, first, next);
    into.accounts.set(found.accounts.subarray(first, next), count);
    into.customers.set(found.customers.subarray(first, next), count);
    from.fill(-1, count, count + next - first);
    count += next - first;
  };
  const stays = (pair: number): boolean => {
    const account = accounts[old.accounts[pair] ?? 0] ?? -1;
    return account !== -1 && isReplaced[account] === 0 && customers[old.customers[pair] ?? 0] !== -1;
  };
  for (let pair = 0; pair < old.count; ) {
    if (!stays(pair)) {
      pair += 1;
      continue;
    }
    takeFound(accounts[old.accounts[pair] ?? 0] ?? 0);
    const limit = next < found.count ? (found.accounts[next] ?? 0) : Number.POSITIVE_INFINITY;
    let end = pair;
    for (; end < old.count && stays(end); end += 1) {
      const account = accounts[old.accounts[end] ?? 0] ?? 0;
      if (account > limit) break;
      into.accounts[count + end - pair] = account;
      into.customers[count + end - pair] = customers[old.customers[end] ?? 0] ?? 0;
      from[count + end - pair] = end;
    }
    take(old, pair, end);
    count += end - pair;
    pair = end;
  }
  takeFound(Number.POSITIVE_INFINITY);
  return {
    pairs: {
      count,
      accounts: into.accounts.subarray(0, count),
      customers: into.customers.subarray(0, count),
      levels: into.levels.subarray(0, count * width),
      chances: into.chances.subarray(0, count * width),
    },
    from: from.subarray(0, count),
  };
}
