import { type Contenders, compete, type Edges, type Grouped, groupEdges, leastClaim } from '../compete.ts';
import { edgesAt } from '../rivals.ts';

/** Edges in reach of their records on both sides, and who competes over them. */
export interface Field {
  readonly edges: Edges;
  readonly contest: Contenders;
  readonly byAccount: Grouped;
  readonly byCustomer: Grouped;
}

/** Puts edges in reach of their records. */
export function fieldOf(edges: Edges, contest: Contenders): Field {
  const { accounts, customers, count } = edges;
  return {
    edges,
    contest,
    byAccount: groupEdges(accounts, count, contest.accounts),
    byCustomer: groupEdges(customers, count, contest.customers),
  };
}

/** Records of both sides, by their places in rising order. */
export interface Records {
  readonly accounts: Int32Array;
  readonly customers: Int32Array;
}

const claims = ({ logOdds }: Edges, edge: number): boolean => (logOdds[edge] ?? 0) >= leastClaim;

/** All records that compete with these, directly or through others, and these themselves. */
export function rivalsOf({ edges, contest, byAccount, byCustomer }: Field, seeds: Records): Records {
  const seen = { accounts: new Uint8Array(contest.accounts), customers: new Uint8Array(contest.customers) };
  const [accounts, customers]: [number[], number[]] = [[], []];
  const reach = (isSeen: Uint8Array, reached: number[], record: number): void => {
    if (isSeen[record] === 1) return;
    isSeen[record] = 1;
    reached.push(record);
  };
  for (const account of seeds.accounts) reach(seen.accounts, accounts, account);
  for (const customer of seeds.customers) reach(seen.customers, customers, customer);
  let [doneAccounts, doneCustomers] = [0, 0];
  while (doneAccounts < accounts.length || doneCustomers < customers.length) {
    for (; doneAccounts < accounts.length; doneAccounts += 1) {
      for (const edge of edgesAt(byAccount, accounts[doneAccounts] ?? 0)) {
        if (claims(edges, edge)) reach(seen.customers, customers, edges.customers[edge] ?? 0);
      }
    }
    for (; doneCustomers < customers.length; doneCustomers += 1) {
      if (!contest.oneAccountEach) continue;
      for (const edge of edgesAt(byCustomer, customers[doneCustomers] ?? 0)) {
        if (claims(edges, edge)) reach(seen.accounts, accounts, edges.accounts[edge] ?? 0);
      }
    }
  }
  return { accounts: Int32Array.from(accounts).sort(), customers: Int32Array.from(customers).sort() };
}

/** A contest among some records, with places of its own: `places` are its edges among all. */
export interface Part {
  readonly places: Int32Array;
  readonly edges: Edges;
  readonly contest: Contenders;
  readonly records: Records;
}

/** The edges of some accounts, whole knots of them, that claim something. */
export function partOf({ edges, contest, byAccount }: Field, records: Records): Part {
  const { accounts } = records;
  const places: number[] = [];
  for (const account of accounts) {
    for (const edge of edgesAt(byAccount, account)) if (claims(edges, edge)) places.push(edge);
  }
  const customers = Int32Array.from(new Set(places.map((edge) => edges.customers[edge] ?? 0))).sort();
  const ofAccount = new Map(Array.from(accounts, (account, index) => [account, index]));
  const ofCustomer = new Map(Array.from(customers, (customer, index) => [customer, index]));
  return {
    places: Int32Array.from(places),
    edges: {
      count: places.length,
      accounts: Int32Array.from(places, (edge) => ofAccount.get(edges.accounts[edge] ?? 0) ?? 0),
      customers: Int32Array.from(places, (edge) => ofCustomer.get(edges.customers[edge] ?? 0) ?? 0),
      logOdds: Float64Array.from(places, (edge) => edges.logOdds[edge] ?? 0),
    },
    contest: { ...contest, accounts: accounts.length, customers: customers.length },
    records,
  };
}

/** A record that is claimed altogether is free with no less than these log2 odds. */
const leastFree = -50;

/** How likely a record is free for whatever claims nothing of it, in log2, by the odds of its other edges. */
function freedom({ edges }: Field, odds: Float64Array, own: Iterable<number>): number {
  let taken = 0;
  let alone = 0;
  let claiming = 0;
  for (const edge of own) {
    if (!claims(edges, edge)) continue;
    const bits = odds[edge] ?? 0;
    taken += 1 / (1 + 2 ** -bits);
    alone = -Math.log2(1 + 2 ** bits);
    claiming += 1;
  }
  if (claiming < 2) return alone;
  return Math.max(leastFree, Math.log2(Math.max(0, 1 - taken)));
}

/**
 * Lets these records, whole knots of them, compete again; writes the log2 odds of all their edges. What is outside keeps
 * its odds. Pairs too weak to claim anything, also those of the accounts `withNew`, get the odds that are left to them.
 */
export function competeAgain(field: Field, records: Records, odds: Float64Array, withNew: Int32Array): Part {
  const { edges, contest, byAccount, byCustomer } = field;
  const part = partOf(field, records);
  compete(part.edges, part.contest).forEach((bits, index) => {
    odds[part.places[index] ?? 0] = bits;
  });
  const free = { accounts: new Map<number, number>(), customers: new Map<number, number>() };
  const left = (known: Map<number, number>, by: Grouped, record: number): number => {
    const bits = known.get(record) ?? freedom(field, odds, edgesAt(by, record));
    known.set(record, bits);
    return bits;
  };
  const weak = (edge: number): void => {
    if (claims(edges, edge)) return;
    const ofCustomer = contest.oneAccountEach
      ? left(free.customers, byCustomer, edges.customers[edge] ?? 0)
      : 0;
    const ofAccount = left(free.accounts, byAccount, edges.accounts[edge] ?? 0);
    odds[edge] = (edges.logOdds[edge] ?? 0) + ofAccount + ofCustomer;
  };
  for (const account of withNew) for (const edge of edgesAt(byAccount, account)) weak(edge);
  for (const account of records.accounts) for (const edge of edgesAt(byAccount, account)) weak(edge);
  for (const customer of records.customers) for (const edge of edgesAt(byCustomer, customer)) weak(edge);
  return part;
}
