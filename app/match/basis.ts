import type { Contenders, Edges } from './compete.ts';
import type { Weights } from './model.ts';
import { oddsOf, type PairColumns } from './pair-table.ts';
import { label } from './teach/labels.ts';
import type { Sizes } from './terms/rarity.ts';
import { mostLogOdds, Rules } from './weigh.ts';

/** What is learnt from the data: the prior as log2 odds of a pair, and the weights. */
export interface Estimate {
  readonly prior: number;
  readonly weights: Weights;
}

/** What is learnt from: the compared pairs, what people said of them, and what is known of their records. */
export interface Basis {
  readonly pairs: PairColumns;
  /** For each pair one of `label`. */
  readonly labels: Uint8Array;
  /** What each customer's standing adds to the prior, in bits. */
  readonly priors: Float64Array;
  /** How many records compete. */
  readonly sizes: Sizes;
  readonly contest: Contenders;
}

/** The log2 odds of each pair before competition, as if nobody had decided anything. */
export function edgesOf({ pairs, priors, sizes }: Basis, { prior, weights }: Estimate): Edges {
  const rules = new Rules(weights, sizes);
  const { count, accounts, customers } = pairs;
  const logOdds = new Float64Array(count);
  for (let pair = 0; pair < count; pair += 1) {
    logOdds[pair] = oddsOf(pairs, pair, prior + (priors[customers[pair] ?? 0] ?? 0), rules);
  }
  return { accounts, customers, logOdds, count };
}

/**
 * The edges with what people decided: a rejected pair is out, a confirmed one stands, and whatever competes with it for
 * the account, or for a customer that goes to one account only, is out with it.
 */
export function decidedEdges(edges: Edges, labels: Uint8Array, { oneAccountEach }: Contenders): Edges {
  if (labels.every((one) => one === label.none)) return edges;
  const [accounts, customers] = [new Set<number>(), new Set<number>()];
  labels.forEach((one, pair) => {
    if (one !== label.confirmed) return;
    accounts.add(edges.accounts[pair] ?? 0);
    if (oneAccountEach) customers.add(edges.customers[pair] ?? 0);
  });
  const logOdds = Float64Array.from(edges.logOdds);
  labels.forEach((one, pair) => {
    const isTaken = accounts.has(edges.accounts[pair] ?? 0) || customers.has(edges.customers[pair] ?? 0);
    if (one === label.confirmed) logOdds[pair] = mostLogOdds;
    else if (one === label.rejected || isTaken) logOdds[pair] = -mostLogOdds;
  });
  return { ...edges, logOdds };
}
