import { compare } from './compare/index.ts';
import { groupEdges } from './compete.ts';
import { InvertedIndex } from './inverted-index.ts';
import { blockingKeys, pieces } from './keys.ts';
import type { Pace } from './pace.ts';
import { PairTable } from './pair-table.ts';
import type { Prepared } from './prepare.ts';
import { type Rules, totalBits } from './weigh.ts';

const mostCandidates = 12;
const keyBudget = 400;
const mostFuzzy = 8;
const pieceBudget = 1000;
/** A pair whose log2 odds are below this by the usual weights stays hopeless by any weights, and is let go. */
const hopeless = -13;

/** How pairs are weighed before anything is learnt. */
export interface FirstWeighing {
  readonly prior: number;
  readonly rules: Rules;
}

/** Finds by shared keys the customers that each account might be, and compares them. */
export async function findCandidates(
  prepared: Prepared,
  { prior, rules }: FirstWeighing,
  pace: Pace,
): Promise<PairTable> {
  const { accountFeatures, customerFeatures } = prepared;
  const pairs = new PairTable();
  const index = await InvertedIndex.of(customerFeatures, blockingKeys, pace);
  for (const [account, features] of accountFeatures.entries()) {
    for (const customer of index.search(blockingKeys(features), mostCandidates, keyBudget)) {
      const other = customerFeatures[customer];
      if (other === undefined) continue;
      const found = compare(features, other);
      if (totalBits(found, prior, rules) > hopeless) pairs.add(account, customer, found);
    }
    if (pace.due()) await pace.rest('Comparing', account + 1, accountFeatures.length);
  }
  return pairs;
}

/**
 * For accounts without a good candidate, adds the customers that share the most three-letter pieces: errors in every
 * word hide a partner from the keys. `wanting` are the accounts' places.
 */
export async function addFuzzyCandidates(
  prepared: Prepared,
  pairs: PairTable,
  wanting: readonly number[],
  { prior, rules }: FirstWeighing,
  pace: Pace,
): Promise<void> {
  if (wanting.length === 0) return;
  const { accountFeatures, customerFeatures } = prepared;
  const known = groupEdges(pairs.accounts, pairs.count, accountFeatures.length);
  const index = await InvertedIndex.of(customerFeatures, pieces, pace);
  for (const [done, account] of wanting.entries()) {
    const features = accountFeatures[account];
    if (features === undefined) continue;
    const edges = known.edges.subarray(known.starts[account] ?? 0, known.starts[account + 1] ?? 0);
    const compared = new Set(Array.from(edges, (edge) => pairs.customers[edge]));
    for (const customer of index.search(pieces(features), mostFuzzy, pieceBudget)) {
      const other = customerFeatures[customer];
      if (other === undefined || compared.has(customer)) continue;
      const found = compare(features, other);
      if (totalBits(found, prior, rules) > hopeless) pairs.add(account, customer, found);
    }
    if (pace.due()) await pace.rest('Looking closer', done + 1, wanting.length);
  }
}
