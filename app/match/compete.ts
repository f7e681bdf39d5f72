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
export const leastClaim = -8;

/** Edges by one side's records, and what the other side's competition has come to for them. */
interface Claims {
  readonly grouped: Grouped;
  readonly records: ArrayLike<number>;
  /** For each edge how likely its record is free for it. */
  readonly free: Float64Array;
  /** What is claimed of each record in all. */
  readonly claimed: Float64Array;
}

function claimsOf(records: ArrayLike<number>, active: Int32Array, size: number, count: number): Claims {
  const own = new Int32Array(active.length);
  for (let at = 0; at < own.length; at += 1) own[at] = records[active[at] ?? 0] ?? 0;
  const { starts, edges } = groupEdges(own, own.length, size);
  for (let at = 0; at < edges.length; at += 1) edges[at] = active[edges[at] ?? 0] ?? 0;
  return {
    grouped: { starts, edges },
    records,
    free: new Float64Array(count).fill(1),
    claimed: new Float64Array(size),
  };
}

/**
 * One half round over the records in `wanting`: for each edge, how likely its record is free for it, given what the
 * record's other edges claim. Gives the records on the other side around which something moved.
 */
function settle(
  wanting: Int32Array,
  { grouped, free, claimed }: Claims,
  other: Claims,
  odds: Float64Array,
  isMarked: Uint8Array,
): Int32Array {
  const { starts, edges } = grouped;
  const moved: number[] = [];
  for (const record of wanting) {
    const [from, to] = [starts[record] ?? 0, starts[record + 1] ?? 0];
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const edge = edges[at] ?? 0;
      sum += (odds[edge] ?? 0) * (other.free[edge] ?? 0);
    }
    claimed[record] = sum;
    for (let at = from; at < to; at += 1) {
      const edge = edges[at] ?? 0;
      const own = (odds[edge] ?? 0) * (other.free[edge] ?? 0);
      const value = 1 / (1 + Math.max(0, sum - own));
      const before = free[edge] ?? 1;
      free[edge] = value;
      const rival = other.records[edge] ?? 0;
      if (Math.abs(value - before) < settled * Math.max(value, before) || isMarked[rival] === 1) continue;
      isMarked[rival] = 1;
      moved.push(rival);
    }
  }
  for (const record of moved) isMarked[record] = 0;
  return Int32Array.from(moved);
}

/** All places below a number. */
function placesTo(count: number): Int32Array {
  const places = new Int32Array(count);
  for (let place = 0; place < count; place += 1) places[place] = place;
  return places;
}

/** How likely an edge's record is free, for an edge that claims nothing itself. */
function besides({ claimed, records }: Claims, edge: number): number {
  return 1 / (1 + (claimed[records[edge] ?? 0] ?? 0));
}

/**
 * The log2 odds of each pair once all pairs compete, each account and each customer being linked at most once: the
 * marginals of the distribution over one-to-one links in which a set of links weighs the product of its odds, by
 * belief propagation (exact where rivals form no circle, and known to settle for such matchings: Bayati, Gamarnik,
 * Katz, Nair, Tetali 2007, "Simple deterministic approximation algorithms for counting matchings").
 * Never above the odds before. Only records around which something still moves are
 * looked at again.
 */
export function compete(
  edges: Edges,
  { accounts, customers, oneAccountEach }: Contenders,
  rounds = mostRounds,
): Float64Array {
  const { count, logOdds } = edges;
  const odds = new Float64Array(count);
  let claiming = 0;
  for (let edge = 0; edge < count; edge += 1) {
    odds[edge] = 2 ** (logOdds[edge] ?? 0);
    if ((logOdds[edge] ?? 0) >= leastClaim) claiming += 1;
  }
  const active = new Int32Array(claiming);
  for (let edge = 0, next = 0; edge < count; edge += 1) {
    if ((logOdds[edge] ?? 0) < leastClaim) continue;
    active[next] = edge;
    next += 1;
  }
  const left = claimsOf(edges.accounts, active, accounts, count);
  const right = claimsOf(edges.customers, active, customers, count);
  const isMarkedAccount = new Uint8Array(accounts);
  const isMarkedCustomer = new Uint8Array(customers);
  let wanting = placesTo(accounts);
  for (let round = 0; round < rounds && wanting.length > 0; round += 1) {
    let moved = settle(wanting, left, right, odds, isMarkedCustomer);
    if (!oneAccountEach) break;
    // In the first round every customer is looked at, whether its accounts moved or not.
    if (round === 0) moved = placesTo(customers);
    wanting = settle(moved, right, left, odds, isMarkedAccount);
  }
  const after = new Float64Array(count);
  for (let edge = 0; edge < count; edge += 1) {
    const isActive = (logOdds[edge] ?? 0) >= leastClaim;
    const freeAccount = isActive ? (left.free[edge] ?? 1) : besides(left, edge);
    const freeCustomer = isActive ? (right.free[edge] ?? 1) : besides(right, edge);
    after[edge] = Math.log2((odds[edge] ?? 0) * freeAccount * freeCustomer);
  }
  return after;
}
