import type { Rival } from '#shared/pairs.ts';
import type { Context } from './compare/context.ts';
import { type Edges, type Grouped, groupEdges } from './compete.ts';
import { accountIdAt, customerIdAt } from './evidence.ts';
import type { PairColumns } from './pair-table.ts';
import { probability } from './weigh.ts';

/** A finished match: its pairs with their odds after competition, and the edge that each account was assigned. */
export interface Settled {
  readonly context: Context;
  readonly pairs: PairColumns;
  /** Whether a customer goes to one account only; otherwise accounts are no rivals. */
  readonly oneAccountEach: boolean;
  /** For each pair what a person said of it, one of `label`. */
  readonly labels: Uint8Array;
  readonly edges: Edges;
  readonly odds: Float64Array;
  readonly assigned: Int32Array;
}

/** A finished match with its edges in reach of their records. */
export interface Contest extends Settled {
  readonly byAccount: Grouped;
  readonly byCustomer: Grouped;
  /** For each customer the edge that it was assigned by, -1 for none. */
  readonly winners: Int32Array;
}

/** Puts a finished match in order for asking who competes with whom. */
export function contestOf(settled: Settled): Contest {
  const { edges, assigned } = settled;
  const { accounts, customers } = settled.context;
  const winners = new Int32Array(customers.count).fill(-1);
  for (const edge of assigned) if (edge !== -1) winners[edges.customers[edge] ?? 0] = edge;
  return {
    ...settled,
    winners,
    byAccount: groupEdges(edges.accounts, edges.count, accounts.count),
    byCustomer: groupEdges(edges.customers, edges.count, customers.count),
  };
}

/** The edges of a record, by its place. */
export function edgesAt({ starts, edges }: Grouped, record: number): number[] {
  const found: number[] = [];
  for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at += 1) found.push(edges[at] ?? 0);
  return found;
}

/** Two pairs whose odds differ by less than 3 to 1 are too near to choose. */
const nearTie = Math.log2(3);
/** So sure would an account be of its customer, were it not for another account. */
const sureAlone = Math.log2(9);
/** From this probability on that one of several candidates is right, there is something to choose. */
const crowded = 0.5;

/** More rivals of a kind than this are not listed. */
export const mostRivals = 20;

function firstClose({ odds }: Contest, edge: number, { starts, edges }: Grouped, record: number): number[] {
  const own = odds[edge] ?? 0;
  const close: number[] = [];
  for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at += 1) {
    const other = edges[at] ?? 0;
    if (other !== edge && own - (odds[other] ?? 0) < nearTie) close.push(other);
    if (close.length === mostRivals) break;
  }
  return close;
}

/** Who competes with an edge so closely that choosing would be guessing; the nearest first, at most 20 of a kind. */
export function nearRivals(contest: Contest, edge: number): Rival[] {
  const { edges, odds, context, byAccount, byCustomer } = contest;
  const margin = (other: number): number =>
    Math.max(0, probability(odds[edge] ?? 0) - probability(odds[other] ?? 0));
  const ofAccount = firstClose(contest, edge, byAccount, edges.accounts[edge] ?? 0);
  const ofCustomer = contest.oneAccountEach
    ? firstClose(contest, edge, byCustomer, edges.customers[edge] ?? 0)
    : [];
  if (ofAccount.length === 0 && ofCustomer.length === 0) return [];
  const customers = ofAccount.map(
    (other): Rival => ({
      kind: 'customer',
      customerId: customerIdAt(context.customers, edges.customers[other] ?? 0),
      margin: margin(other),
    }),
  );
  const accounts = ofCustomer.map(
    (other): Rival => ({
      kind: 'account',
      accountId: accountIdAt(context.accounts, edges.accounts[other] ?? 0),
      margin: margin(other),
    }),
  );
  return [...customers, ...accounts].sort((a, b) => a.margin - b.margin);
}

/** The edge by which an edge's customer was given to another account; undefined when it was not. */
export function winnerOver({ edges, winners, oneAccountEach }: Contest, edge: number): number | undefined {
  if (!oneAccountEach) return undefined;
  const winner = winners[edges.customers[edge] ?? 0] ?? -1;
  return winner === -1 || winner === edge ? undefined : winner;
}

/**
 * The edge that an account would surely have, were its customer not given to another account: most often the account
 * was entered twice.
 */
export function lostEdge(contest: Contest, order: readonly number[]): number | undefined {
  const { edges } = contest;
  const sure = (edge: number): boolean => (edges.logOdds[edge] ?? 0) >= sureAlone;
  return order
    .filter((edge) => sure(edge) && winnerOver(contest, edge) !== undefined)
    .sort((a, b) => (edges.logOdds[b] ?? 0) - (edges.logOdds[a] ?? 0))[0];
}

/** Whether an account surely has a customer among these edges, though none of them stands out. */
export function isCrowded({ edges, odds }: Contest, order: readonly number[]): boolean {
  const some = order.reduce((sum, edge) => sum + probability(odds[edge] ?? 0), 0);
  return some >= crowded || order.some((edge) => (edges.logOdds[edge] ?? 0) >= sureAlone);
}
