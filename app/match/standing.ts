import { flags, type Side } from './columns/side.ts';
import { type Edges, groupEdges } from './compete.ts';
import { none } from './terms/vocabulary.ts';
import { inactiveBits, subCustomerBits } from './weigh.ts';

/** A job whose evidence is not so many bits better than its parent's has it from the parent. */
const ownEvidence = 3;
/** How far such a job is put behind its parent. */
const behindParent = 8;

/** What a customer's own standing adds to the prior, by its flags. */
export function standingBits(standing: number): number {
  const inactive = (standing & flags.inactive) === 0 ? 0 : inactiveBits;
  return inactive + ((standing & flags.subCustomer) === 0 ? 0 : subCustomerBits);
}

/**
 * The log2 odds with jobs put behind their parents: a sub-customer shows its parent's phone, e-mail and company name,
 * so where the parent fits an account about as well, the parent is meant.
 */
export function preferParents(edges: Edges, { parents }: Side, accounts: number): Float64Array {
  const logOdds = Float64Array.from(edges.logOdds);
  if (parents.every((parent) => parent === none)) return logOdds;
  const { starts, edges: byAccount } = groupEdges(edges.accounts, edges.count, accounts);
  for (let account = 0; account < accounts; account += 1) {
    const from = starts[account] ?? 0;
    const to = starts[account + 1] ?? 0;
    for (let at = from; at < to; at += 1) {
      const edge = byAccount[at] ?? 0;
      const parent = parents[edges.customers[edge] ?? 0] ?? none;
      if (parent === none) continue;
      for (let other = from; other < to; other += 1) {
        const parentEdge = byAccount[other] ?? 0;
        if (edges.customers[parentEdge] !== parent) continue;
        const own = edges.logOdds[edge] ?? 0;
        const ofParent = edges.logOdds[parentEdge] ?? 0;
        if (own - ofParent < ownEvidence) logOdds[edge] = Math.min(own, ofParent - behindParent);
      }
    }
  }
  return logOdds;
}
