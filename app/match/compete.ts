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

/** Pairs below these log2 odds claim nothing worth counting, not even a dozen of them together. */
const leastClaim = -12;

/** The edges that claim something, knot by knot: those of knot k are `edges` from `starts[k]` to `starts[k + 1]`. */
export interface Knots {
  readonly starts: readonly number[];
  readonly edges: Int32Array;
  /** A number that an account's knot has and no other. */
  knotOfAccount(account: number): number;
}

/** Groups edges that share records, directly or through others, by union-find. */
export function knotsOf({ accounts, customers, logOdds, count }: Edges, contenders: Contenders): Knots {
  const places = contenders.accounts;
  const all = places + contenders.customers;
  const parents = Int32Array.from({ length: all }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? 0] ?? 0;
      at = parents[at] ?? 0;
    }
    return at;
  };
  let active = 0;
  for (let edge = 0; edge < count; edge += 1) {
    if ((logOdds[edge] ?? 0) < leastClaim) continue;
    active += 1;
    parents[root(accounts[edge] ?? 0)] = root(places + (customers[edge] ?? 0));
  }
  const sizes = new Int32Array(all + 1);
  const edges = new Int32Array(active);
  for (let edge = 0; edge < count; edge += 1) {
    if ((logOdds[edge] ?? 0) >= leastClaim) {
      const knot = root(accounts[edge] ?? 0) + 1;
      sizes[knot] = (sizes[knot] ?? 0) + 1;
    }
  }
  const starts = [0];
  let sum = 0;
  for (let node = 0; node < all; node += 1) {
    const size = sizes[node + 1] ?? 0;
    sizes[node] = sum;
    sum += size;
    if (size > 0) starts.push(sum);
  }
  for (let edge = 0; edge < count; edge += 1) {
    if ((logOdds[edge] ?? 0) < leastClaim) continue;
    const knot = root(accounts[edge] ?? 0);
    const to = sizes[knot] ?? 0;
    edges[to] = edge;
    sizes[knot] = to + 1;
  }
  return { starts, edges, knotOfAccount: root };
}

/** What the edges claim of each record, while they compete. */
class Claims {
  readonly #edges: Edges;
  readonly #odds: Float64Array;
  readonly #oneAccountEach: boolean;
  readonly freeAccount: Float64Array;
  readonly freeCustomer: Float64Array;
  /** What is claimed of each account and of each customer in all. */
  readonly ofAccount: Float64Array;
  readonly ofCustomer: Float64Array;

  constructor(edges: Edges, odds: Float64Array, { accounts, customers, oneAccountEach }: Contenders) {
    this.#edges = edges;
    this.#odds = odds;
    this.#oneAccountEach = oneAccountEach;
    this.freeAccount = new Float64Array(edges.count).fill(1);
    this.freeCustomer = new Float64Array(edges.count).fill(1);
    this.ofAccount = new Float64Array(accounts);
    this.ofCustomer = new Float64Array(customers);
  }

  /** Lets the edges of a knot compete until nothing moves any more. */
  settle(knot: Int32Array): void {
    const { accounts, customers } = this.#edges;
    for (let round = 0; round < mostRounds; round += 1) {
      let moved = this.#round(knot, accounts, this.ofAccount, this.freeCustomer, this.freeAccount);
      if (this.#oneAccountEach) {
        const right = this.#round(knot, customers, this.ofCustomer, this.freeAccount, this.freeCustomer);
        moved = Math.max(moved, right);
      }
      if (moved < settled || knot.length === 1) return;
    }
  }

  /**
   * One half round: for each edge, how likely its record is free for it, given what the record's other edges claim.
   * Gives the largest relative change.
   */
  #round(
    knot: Int32Array,
    records: ArrayLike<number>,
    claimed: Float64Array,
    others: Float64Array,
    into: Float64Array,
  ): number {
    for (const edge of knot) claimed[records[edge] ?? 0] = 0;
    for (const edge of knot) {
      const record = records[edge] ?? 0;
      claimed[record] = (claimed[record] ?? 0) + (this.#odds[edge] ?? 0) * (others[edge] ?? 0);
    }
    let change = 0;
    for (const edge of knot) {
      const own = (this.#odds[edge] ?? 0) * (others[edge] ?? 0);
      const value = 1 / (1 + Math.max(0, (claimed[records[edge] ?? 0] ?? 0) - own));
      const before = into[edge] ?? 1;
      change = Math.max(change, Math.abs(value - before) / Math.max(value, before));
      into[edge] = value;
    }
    return change;
  }
}

/**
 * The log2 odds of each pair once all pairs compete, each account and each customer being linked at most once: the
 * marginals of the distribution over one-to-one links in which a set of links weighs the product of its odds, by
 * belief propagation (exact where rivals form no circle, and known to settle for such matchings: Bayati, Gamarnik,
 * Katz, Nair, Tetali 2007, "Simple deterministic approximation algorithms for counting matchings").
 * Never above the odds before. Knots of rivals are settled one by one.
 */
export function compete(edges: Edges, contenders: Contenders): Float64Array {
  const { count, accounts, customers, logOdds } = edges;
  const odds = new Float64Array(count);
  for (let edge = 0; edge < count; edge += 1) odds[edge] = 2 ** (logOdds[edge] ?? 0);
  const claims = new Claims(edges, odds, contenders);
  const knots = knotsOf(edges, contenders);
  for (let knot = 1; knot < knots.starts.length; knot += 1) {
    claims.settle(knots.edges.subarray(knots.starts[knot - 1], knots.starts[knot]));
  }
  const after = new Float64Array(count);
  for (let edge = 0; edge < count; edge += 1) {
    const own = odds[edge] ?? 0;
    const isActive = (logOdds[edge] ?? 0) >= leastClaim;
    const account = isActive
      ? (claims.freeAccount[edge] ?? 1)
      : 1 / (1 + (claims.ofAccount[accounts[edge] ?? 0] ?? 0));
    const customer = isActive
      ? (claims.freeCustomer[edge] ?? 1)
      : 1 / (1 + (contenders.oneAccountEach ? (claims.ofCustomer[customers[edge] ?? 0] ?? 0) : 0));
    after[edge] = Math.log2(own * account * customer);
  }
  return after;
}
