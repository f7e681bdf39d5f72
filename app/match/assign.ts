import { bestAssignment } from './best-assignment.ts';
import { type Contenders, type Edges, groupEdges } from './compete.ts';

/** A pair this probable is part of every best assignment: what it displaces cannot add up to more. */
const beyondDoubt = 2 / 3;
/** A larger knot of rivals is settled pair by pair, the most probable first: its members are ties in any case. */
const largestMatrix = 40_000;

interface Edge {
  readonly account: number;
  readonly customer: number;
  readonly score: number;
}

function largestFirst(edges: Edge[], take: (edge: Edge) => void): void {
  const accounts = new Set<number>();
  const customers = new Set<number>();
  edges.sort((a, b) => b.score - a.score || a.account - b.account || a.customer - b.customer);
  for (const edge of edges) {
    if (accounts.has(edge.account) || customers.has(edge.customer)) continue;
    accounts.add(edge.account);
    customers.add(edge.customer);
    take(edge);
  }
}

function optimal(edges: Edge[], take: (edge: Edge) => void): void {
  const accounts = [...new Set(edges.map(({ account }) => account))];
  const customers = [...new Set(edges.map(({ customer }) => customer))];
  if (accounts.length * customers.length > largestMatrix) {
    largestFirst(edges, take);
    return;
  }
  const column = new Map(customers.map((customer, index) => [customer, index]));
  const row = new Map(accounts.map((account, index) => [account, index]));
  const byCell = new Map<number, Edge>();
  for (const edge of edges) {
    byCell.set((row.get(edge.account) ?? 0) * customers.length + (column.get(edge.customer) ?? 0), edge);
  }
  const edgeAt = (r: number, c: number): Edge | undefined => byCell.get(r * customers.length + c);
  const best = bestAssignment(accounts.length, customers.length, (r, c) => edgeAt(r, c)?.score ?? 0);
  best.forEach((c, r) => {
    const edge = c === -1 ? undefined : edgeAt(r, c);
    if (edge !== undefined) take(edge);
  });
}

/** Splits edges into knots that share neither account nor customer. */
function knots(edges: readonly Edge[]): Edge[][] {
  const parent = new Map<number, number>();
  const root = (node: number): number => {
    let at = node;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  const customerNode = (customer: number): number => -1 - customer;
  for (const { account, customer } of edges) {
    const [a, c] = [root(account), root(customerNode(customer))];
    parent.set(a, a);
    if (c !== a) parent.set(c, a);
  }
  return [...Map.groupBy(edges, ({ account }) => root(account)).values()];
}

/** Each account's most probable pair, where customers may have several accounts. */
function bestOfEach(
  { accounts: of, count }: Edges,
  scores: ArrayLike<number>,
  floor: number,
  accounts: number,
): Int32Array {
  const assigned = new Int32Array(accounts).fill(-1);
  for (let edge = 0; edge < count; edge += 1) {
    const account = of[edge] ?? 0;
    const score = scores[edge] ?? 0;
    if (score >= floor && score > (scores[assigned[account] ?? -1] ?? 0)) assigned[account] = edge;
  }
  return assigned;
}

/**
 * The one-to-one assignment with the highest expected number of right links (the sum of the scores), over pairs of at
 * least `floor`. Gives each account's edge, -1 for none. Small knots of rivals are solved exactly (Jonker–Volgenant).
 */
export function assign(
  edges: Edges,
  scores: ArrayLike<number>,
  floor: number,
  { accounts, customers, oneAccountEach }: Contenders,
): Int32Array {
  if (!oneAccountEach) return bestOfEach(edges, scores, floor, accounts);
  const assigned = new Int32Array(accounts).fill(-1);
  const taken = new Uint8Array(customers);
  const { starts, edges: byAccount } = groupEdges(edges.accounts, edges.count, accounts);
  const doubtful: Edge[] = [];
  for (let edge = 0; edge < edges.count; edge += 1) {
    if ((scores[edge] ?? 0) < beyondDoubt) continue;
    assigned[edges.accounts[edge] ?? 0] = edge;
    taken[edges.customers[edge] ?? 0] = 1;
  }
  for (let edge = 0; edge < edges.count; edge += 1) {
    const [account, customer, score] = [
      edges.accounts[edge] ?? 0,
      edges.customers[edge] ?? 0,
      scores[edge] ?? 0,
    ];
    if (score >= floor && assigned[account] === -1 && taken[customer] === 0) {
      doubtful.push({ account, customer, score });
    }
  }
  const take = ({ account, customer }: Edge): void => {
    for (let at = starts[account] ?? 0; at < (starts[account + 1] ?? 0); at += 1) {
      const edge = byAccount[at] ?? 0;
      if (edges.customers[edge] === customer) assigned[account] = edge;
    }
  };
  for (const knot of knots(doubtful)) {
    const [only] = knot;
    if (knot.length === 1 && only !== undefined) take(only);
    else optimal(knot, take);
  }
  return assigned;
}
