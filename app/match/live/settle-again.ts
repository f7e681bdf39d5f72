import { assign } from '../assign.ts';
import { candidateFloor } from '../bands.ts';
import type { Estimate } from '../basis.ts';
import type { Context } from '../compare/context.ts';
import { type Contenders, type Edges, leastClaim } from '../compete.ts';
import { oddsOf, type PairColumns } from '../pair-table.ts';
import { standingBits } from '../standing.ts';
import type { Sizes } from '../terms/rarity.ts';
import { probability, Rules } from '../weigh.ts';
import { competeAgain, type Field, fieldOf, type Part, type Records, rivalsOf } from './field.ts';
import type { Moved } from './stage.ts';

/** Odds that differ by less, in bits, are the same. */
export const sameOdds = 1e-9;

/** The log2 odds of the pairs of some accounts (1 by place), before competition; the others' are left at 0. */
export function plainOdds(
  pairs: PairColumns,
  isWanted: (pair: number) => boolean,
  { customers }: Context,
  { prior, weights }: Estimate,
  sizes: Sizes,
  into: Float64Array,
): void {
  const rules = new Rules(weights, sizes);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (!isWanted(pair)) continue;
    const standing = standingBits(customers.flags[pairs.customers[pair] ?? 0] ?? 0);
    into[pair] = oddsOf(pairs, pair, prior + standing, rules);
  }
}

/** For each pair the one it was before, -1 for new ones. Pairs are in the order of their accounts. */
export function formerPairs(before: Field, field: Field, { accounts, customers }: Moved): Int32Array {
  const was = new Int32Array(field.edges.count).fill(-1);
  accounts.sources.forEach((source, account) => {
    if (source < 0) return;
    const from = before.byAccount.starts[source] ?? 0;
    const end = before.byAccount.starts[source + 1] ?? 0;
    const first = field.byAccount.starts[account] ?? 0;
    const last = field.byAccount.starts[account + 1] ?? 0;
    for (let edge = first; edge < last; edge += 1) {
      const customer = field.edges.customers[edge] ?? 0;
      const isFormer = (old: number): boolean => customers.now[before.edges.customers[old] ?? 0] === customer;
      let old = from + edge - first;
      if (old >= end || !isFormer(old)) for (old = from; old < end && !isFormer(old); old += 1);
      if (old < end) was[edge] = old;
    }
  });
  return was;
}

/** The records between which something changed that others compete for, and the accounts with a new pair. */
export function unsettled(
  before: Field,
  field: Field,
  was: Int32Array,
  moved: Pick<Moved, 'accounts' | 'customers'>,
): { seeds: Records; withNew: Int32Array } {
  const isKept = new Uint8Array(before.edges.count);
  const accounts = new Set<number>();
  const withNew = new Set<number>();
  was.forEach((old, edge) => {
    const bits = field.edges.logOdds[edge] ?? 0;
    const former = old === -1 ? Number.NEGATIVE_INFINITY : (before.edges.logOdds[old] ?? 0);
    if (old !== -1) isKept[old] = 1;
    else withNew.add(field.edges.accounts[edge] ?? 0);
    if (Math.abs(bits - former) < sameOdds) return;
    if (bits >= leastClaim || former >= leastClaim) accounts.add(field.edges.accounts[edge] ?? 0);
    else withNew.add(field.edges.accounts[edge] ?? 0);
  });
  const freed = new Set<number>();
  isKept.forEach((is, old) => {
    if (is === 1 || (before.edges.logOdds[old] ?? 0) < leastClaim) return;
    const account = moved.accounts.now[before.edges.accounts[old] ?? 0] ?? -1;
    const customer = moved.customers.now[before.edges.customers[old] ?? 0] ?? -1;
    if (account !== -1) accounts.add(account);
    if (customer !== -1) freed.add(customer);
  });
  return {
    seeds: { accounts: Int32Array.from(accounts), customers: Int32Array.from(freed) },
    withNew: Int32Array.from(withNew),
  };
}

/** A contest that was settled, with its edges in reach. */
export interface SettledField {
  readonly field: Field;
  readonly odds: Float64Array;
}

/** A contest settled again: its former pairs, and the records that competed again. */
export interface SettledAgain extends SettledField {
  readonly was: Int32Array;
  readonly part: Part;
}

/** Settles a contest again where something changed; the odds of all else are carried over. */
export function settleOdds(
  before: SettledField,
  edges: Edges,
  contest: Contenders,
  moved: Moved,
): SettledAgain {
  const field = fieldOf(edges, contest);
  const was = formerPairs(before.field, field, moved);
  const odds = Float64Array.from(was, (old, edge) =>
    old === -1 ? (edges.logOdds[edge] ?? 0) : (before.odds[old] ?? 0),
  );
  const { seeds, withNew } = unsettled(before.field, field, was, moved);
  const part = competeAgain(field, rivalsOf(field, seeds), odds, withNew);
  return { field, odds, was, part };
}

/** Assigns again among the records that competed again; all others keep what they were assigned. */
export function assignAgain(
  before: Int32Array,
  formerCount: number,
  { odds, was, part }: SettledAgain,
  moved: Moved,
): Int32Array {
  const now = new Int32Array(formerCount).fill(-1);
  was.forEach((old, edge) => {
    if (old !== -1) now[old] = edge;
  });
  const assigned = Int32Array.from(moved.accounts.sources, (source) => {
    const old = source < 0 ? -1 : (before[source] ?? -1);
    return old === -1 ? -1 : (now[old] ?? -1);
  });
  const scores = Float64Array.from(part.places, (edge) => probability(odds[edge] ?? 0));
  assign(part.edges, scores, candidateFloor, part.contest).forEach((edge, index) => {
    assigned[part.records.accounts[index] ?? 0] = edge === -1 ? -1 : (part.places[edge] ?? -1);
  });
  return assigned;
}
