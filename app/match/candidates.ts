import { compare } from './compare/index.ts';
import { groupEdges } from './compete.ts';
import { InvertedIndex } from './inverted-index.ts';
import { blockingKeys, pieces } from './keys.ts';
import type { Pace } from './pace.ts';
import { PairTable } from './pair-table.ts';
import type { Prepared } from './prepare.ts';

const mostCandidates = 16;
const keyBudget = 600;
const mostFuzzy = 8;
const pieceBudget = 3000;

/** Finds by shared keys the customers that each account might be, and compares them. */
export async function findCandidates(prepared: Prepared, pace: Pace): Promise<PairTable> {
  const { accountFeatures, customerFeatures } = prepared;
  const pairs = new PairTable();
  const index = new InvertedIndex(customerFeatures.map(blockingKeys));
  await pace.rest('Comparing', 0, accountFeatures.length);
  for (const [account, features] of accountFeatures.entries()) {
    for (const customer of index.search(blockingKeys(features), mostCandidates, keyBudget)) {
      const other = customerFeatures[customer];
      if (other !== undefined) pairs.add(account, customer, compare(features, other));
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
  pace: Pace,
): Promise<void> {
  if (wanting.length === 0) return;
  const { accountFeatures, customerFeatures } = prepared;
  const known = groupEdges(pairs.accounts, pairs.count, accountFeatures.length);
  const index = new InvertedIndex(customerFeatures.map(pieces));
  await pace.rest('Looking closer', 0, wanting.length);
  for (const [done, account] of wanting.entries()) {
    const features = accountFeatures[account];
    if (features === undefined) continue;
    const edges = known.edges.subarray(known.starts[account] ?? 0, known.starts[account + 1] ?? 0);
    const compared = new Set(Array.from(edges, (edge) => pairs.customers[edge]));
    for (const customer of index.search(pieces(features), mostFuzzy, pieceBudget)) {
      const other = customerFeatures[customer];
      if (other !== undefined && !compared.has(customer))
        pairs.add(account, customer, compare(features, other));
    }
    if (pace.due()) await pace.rest('Looking closer', done + 1, wanting.length);
  }
}
