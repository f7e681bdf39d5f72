import { type Contenders, type Edges, leastClaim } from './compete.ts';

/**
 * Tells which knot of rivals an account belongs to: those that share customers, directly or through others, have the
 * same number. By union-find over the edges that claim something.
 */
export function knotsOf(
  { accounts, customers, logOdds, count }: Edges,
  contenders: Contenders,
): (account: number) => number {
  const parents = Int32Array.from({ length: contenders.accounts + contenders.customers }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? 0] ?? 0;
      at = parents[at] ?? 0;
    }
    return at;
  };
  for (let edge = 0; edge < count; edge += 1) {
    if ((logOdds[edge] ?? 0) < leastClaim) continue;
    parents[root(accounts[edge] ?? 0)] = root(contenders.accounts + (customers[edge] ?? 0));
  }
  return root;
}
