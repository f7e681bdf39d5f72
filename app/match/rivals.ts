import type { Rival } from '#shared/pairs.ts';
import { type Edges, type Grouped, groupEdges } from './compete.ts';
import type { Prepared } from './prepare.ts';
import { probability } from './weigh.ts';

/** A finished match: its pairs with their odds after competition, and the edge that each account was assigned. */
export interface Settled {
  readonly edges: Edges;
  readonly odds: Float64Array;
  readonly assigned: Int32Array;
}

/** A finished match with its edges in reach of their records. */
export interface Contest extends Settled {
  readonly prepared: Prepared;
  readonly byAccount: Grouped;
  readonly byCustomer: Grouped;
}

/** Puts a finished match in order for asking who competes with whom. */
export function contestOf(prepared: Prepared, settled: Settled): Contest {
  const { edges } = settled;
  return {
    ...settled,
    prepared,
    byAccount: groupEdges(edges.accounts, edges.count, prepared.accounts.length),
    byCustomer: groupEdges(edges.customers, edges.count, prepared.customers.length),
  };
}

/** The edges of a record, by its place. */
export function edgesAt({ starts, edges }: Grouped, record: number): number[] {
  return Array.from(edges.subarray(starts[record] ?? 0, starts[record + 1] ?? 0));
}

/** Two pairs whose odds differ by less than 3 to 1 are too near to choose. */
const nearTie = Math.log2(3);
/** So sure would an account be of its customer, were it not for another account. */
const sureAlone = Math.log2(9);

/** Who competes with an edge so closely that choosing would be guessing; the nearest first. */
export function nearRivals(contest: Contest, edge: number): Rival[] {
  const { edges, odds, prepared } = contest;
  const own = odds[edge] ?? 0;
  const close = (other: number): boolean => other !== edge && own - (odds[other] ?? 0) < nearTie;
  const margin = (other: number): number => Math.max(0, probability(own) - probability(odds[other] ?? 0));
  const customers = edgesAt(contest.byAccount, edges.accounts[edge] ?? 0)
    .filter(close)
    .flatMap((other): Rival[] => {
      const customer = prepared.customers[edges.customers[other] ?? 0];
      return customer === undefined
        ? []
        : [{ kind: 'customer', customerId: customer.id, margin: margin(other) }];
    });
  const accounts = edgesAt(contest.byCustomer, edges.customers[edge] ?? 0)
    .filter(close)
    .flatMap((other): Rival[] => {
      const account = prepared.accounts[edges.accounts[other] ?? 0];
      return account === undefined ? [] : [{ kind: 'account', accountId: account.id, margin: margin(other) }];
    });
  return [...customers, ...accounts].sort((a, b) => a.margin - b.margin);
}

/** The edge by which an edge's customer was given to another account, if it was. */
export function winnerOver({ edges, assigned, byCustomer }: Contest, edge: number): number | undefined {
  return edgesAt(byCustomer, edges.customers[edge] ?? 0).find(
    (other) => other !== edge && assigned[edges.accounts[other] ?? 0] === other,
  );
}

/**
 * The edge that an account would surely have, were its customer not given to another account: most often the account
 * was entered twice.
 */
export function lostEdge(contest: Contest, account: number): number | undefined {
  const { edges, byAccount } = contest;
  return edgesAt(byAccount, account)
    .filter((edge) => (edges.logOdds[edge] ?? 0) >= sureAlone && winnerOver(contest, edge) !== undefined)
    .sort((a, b) => (edges.logOdds[b] ?? 0) - (edges.logOdds[a] ?? 0))[0];
}
