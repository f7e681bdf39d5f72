/** Candidate pairs: the places of account and customer, and the log2 odds before competition. */
export interface Edges {
  readonly accounts: ArrayLike<number>;
  readonly customers: ArrayLike<number>;
  readonly logOdds: ArrayLike<number>;
  readonly count: number;
}

const mostRounds = 60;
const settled = 1e-4;

/**
 * Who competes: how many places each side has, and whether a customer goes to one account only. An account never has
 * more than one customer.
 */
export interface Contenders {
  readonly accounts: number;
  readonly customers: number;
  readonly oneAccountEach: boolean;
}

/** The edges of each record: `edges.slice(starts[r], starts[r + 1])` are those of record r. */
export interface Grouped {
  readonly starts: Int32Array;
  readonly edges: Int32Array;
}

/** Groups edges by the record they belong to, keeping their order. */
export function groupEdges(records: ArrayLike<number>, count: number, size: number): Grouped {
  const starts = new Int32Array(size + 1);
  for (let edge = 0; edge < count; edge += 1) {
    const at = (records[edge] ?? 0) + 1;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  for (let record = 0; record < size; record += 1) {
    starts[record + 1] = (starts[record + 1] ?? 0) + (starts[record] ?? 0);
  }
  const next = starts.slice();
  const edges = new Int32Array(count);
  for (let edge = 0; edge < count; edge += 1) {
    const record = records[edge] ?? 0;
    const place = next[record] ?? 0;
    edges[place] = edge;
    next[record] = place + 1;
  }
  return { starts, edges };
}

/**
 * One half round: for each edge, how likely its record is free for it, given what the record's other edges claim.
 * Gives the largest relative change.
 */
function free({ starts, edges }: Grouped, claims: Float64Array, into: Float64Array): number {
  let change = 0;
  for (let record = 0; record + 1 < starts.length; record += 1) {
    const from = starts[record] ?? 0;
    const to = starts[record + 1] ?? 0;
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += claims[edges[at] ?? 0] ?? 0;
    for (let at = from; at < to; at += 1) {
      const edge = edges[at] ?? 0;
      const others = Math.max(0, sum - (claims[edge] ?? 0));
      const value = 1 / (1 + others);
      const before = into[edge] ?? 1;
      change = Math.max(change, Math.abs(value - before) / Math.max(value, before));
      into[edge] = value;
    }
  }
  return change;
}

/**
 * The log2 odds of each pair once all pairs compete, each account and each customer being linked at most once: the
 * marginals of the distribution over one-to-one links in which a set of links weighs the product of its odds, by
 * belief propagation (exact where rivals form no circle, and known to settle for such matchings: Bayati, Gamarnik,
 * Katz, Nair, Tetali 2007, "Simple deterministic approximation algorithms for counting matchings").
 * Never above the odds before.
 */
export function compete(edges: Edges, { accounts, customers, oneAccountEach }: Contenders): Float64Array {
  const { count } = edges;
  const byAccount = groupEdges(edges.accounts, count, accounts);
  const byCustomer = groupEdges(edges.customers, count, customers);
  const odds = Float64Array.from({ length: count }, (_, edge) => 2 ** (edges.logOdds[edge] ?? 0));
  const freeAccount = new Float64Array(count).fill(1);
  const freeCustomer = new Float64Array(count).fill(1);
  const claims = new Float64Array(count);
  for (let round = 0; round < mostRounds; round += 1) {
    for (let edge = 0; edge < count; edge += 1) claims[edge] = (odds[edge] ?? 0) * (freeCustomer[edge] ?? 0);
    const left = free(byAccount, claims, freeAccount);
    for (let edge = 0; edge < count; edge += 1) claims[edge] = (odds[edge] ?? 0) * (freeAccount[edge] ?? 0);
    const right = oneAccountEach ? free(byCustomer, claims, freeCustomer) : 0;
    if (Math.max(left, right) < settled) break;
  }
  return odds.map((value, edge) => Math.log2(value * (freeAccount[edge] ?? 0) * (freeCustomer[edge] ?? 0)));
}
