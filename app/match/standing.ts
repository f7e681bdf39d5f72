import type { Customer } from '#shared/records.ts';
import { type Edges, groupEdges } from './compete.ts';

/** A job whose evidence is not so many bits better than its parent's has it from the parent. */
const ownEvidence = 3;
/** How far such a job is put behind its parent. */
const behindParent = 8;

/**
 * The log2 odds with jobs put behind their parents: a sub-customer shows its parent's phone, e-mail and company name,
 * so where the parent fits an account about as well, the parent is meant.
 */
export function preferParents(edges: Edges, customers: readonly Customer[], accounts: number): Float64Array {
  const logOdds = Float64Array.from(edges.logOdds);
  const places = new Map(customers.map(({ id }, place): [string, number] => [id, place]));
  const { starts, edges: byAccount } = groupEdges(edges.accounts, edges.count, accounts);
  for (let account = 0; account < accounts; account += 1) {
    const from = starts[account] ?? 0;
    const to = starts[account + 1] ?? 0;
    const bitsOf = new Map<number, number>();
    for (let at = from; at < to; at += 1) {
      const edge = byAccount[at] ?? 0;
      bitsOf.set(edges.customers[edge] ?? 0, edges.logOdds[edge] ?? 0);
    }
    for (let at = from; at < to; at += 1) {
      const edge = byAccount[at] ?? 0;
      const parentId = customers[edges.customers[edge] ?? 0]?.parentId ?? '';
      const parent = parentId === '' ? undefined : bitsOf.get(places.get(parentId) ?? -1);
      const own = edges.logOdds[edge] ?? 0;
      if (parent !== undefined && own - parent < ownEvidence)
        logOdds[edge] = Math.min(own, parent - behindParent);
    }
  }
  return logOdds;
}
