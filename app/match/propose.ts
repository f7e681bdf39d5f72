import type { Pair, Proposal, Rival } from '#shared/pairs.ts';
import { candidateFloor } from './bands.ts';
import { flags } from './columns/side.ts';
import { stringAt } from './columns/strings.ts';
import { accountIdAt, customerIdAt, evidenceFor, pairOf, type Weighing } from './evidence.ts';
import {
  type Contest,
  contestOf,
  edgesAt,
  isCrowded,
  lostEdge,
  mostRivals,
  nearRivals,
  type Settled,
  winnerOver,
} from './rivals.ts';
import { none } from './terms/vocabulary.ts';
import { probability } from './weigh.ts';

const mostCandidates = 9;
/** An alternative below this score is not shown. */
const alternativeFloor = 0.02;
const longestName = 60;

const shown = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName - 1).toWellFormed()}…` : name;

/** An account's edges, best first; of equal ones the active customer's comes first. */
function ranked({ odds, edges, context, byAccount }: Contest, account: number): number[] {
  const standing = (edge: number): number =>
    (context.customers.flags[edges.customers[edge] ?? 0] ?? 0) & flags.inactive;
  return Array.from(edgesAt(byAccount, account)).sort(
    (a, b) =>
      (odds[b] ?? 0) - (odds[a] ?? 0) ||
      standing(a) - standing(b) ||
      (edges.customers[a] ?? 0) - (edges.customers[b] ?? 0),
  );
}

function toPairs(contest: Contest, weighing: Weighing, order: readonly number[]): Pair[] {
  const { context, pairs, odds } = contest;
  const { accounts, customers } = context;
  return order.map((edge) => {
    const customer = pairs.customers[edge] ?? 0;
    const label =
      customers.parents[customer] === none
        ? 'Others fit as well'
        : 'Others, or its parent customer, fit as well';
    return pairOf(
      accountIdAt(accounts, pairs.accounts[edge] ?? 0),
      customerIdAt(customers, customer),
      evidenceFor(context, pairs, edge, weighing),
      odds[edge] ?? 0,
      label,
    );
  });
}

const accountName = ({ edges, context }: Contest, edge: number): string =>
  shown(stringAt(context.accounts.names, edges.accounts[edge] ?? 0));

/** Why an account has no proposal; `top` is its best edge. */
function whyNone(contest: Contest, top: number | undefined): string {
  if (top === undefined) return 'No customer is like it in name, phone, e-mail, website or address';
  const name = shown(stringAt(contest.context.customers.names, contest.edges.customers[top] ?? 0));
  const winner = winnerOver(contest, top);
  return winner === undefined
    ? `The closest customer, ${name}, agrees in too little to tell`
    : `The closest customer, ${name}, fits ${accountName(contest, winner)} better`;
}

function rivalSentence(rivals: readonly Rival[]): string {
  const customers = rivals.filter(({ kind }) => kind === 'customer').length;
  const accounts = rivals.length - customers;
  const several = (count: number, what: string): string =>
    count === 1
      ? `1 other ${what}`
      : `${count < mostRivals ? count : `${mostRivals} or more`} other ${what}s`;
  const agree = (count: number): string => (count === 1 ? 'fits' : 'fit');
  if (accounts === 0) return `${several(customers, 'customer')} ${agree(customers)} about as well`;
  if (customers === 0)
    return `${several(accounts, 'account')} ${agree(accounts)} this customer about as well`;
  return `${several(customers, 'customer')} and ${several(accounts, 'account')} fit about as well`;
}

/** One account's case: its place, itself and its edges, best first. */
interface Case {
  readonly place: number;
  readonly order: readonly number[];
}

function conflict(
  contest: Contest,
  weighing: Weighing,
  { place, order }: Case,
  why: string,
  rivals: Rival[],
): Proposal {
  const candidates = toPairs(contest, weighing, order.slice(0, mostCandidates));
  const reason = `${candidates[0]?.reason ?? ''}; ${why}`;
  const accountId = accountIdAt(contest.context.accounts, place);
  return { accountId, state: 'conflict', reason, candidates, rivals };
}

/** The edges worth showing: whatever comes first, and its alternatives that are not hopeless. */
function shownEdges({ odds }: Contest, order: readonly number[]): number[] {
  return order
    .filter((edge, index) => index === 0 || probability(odds[edge] ?? 0) >= alternativeFloor)
    .slice(0, mostCandidates);
}

function withoutProposal(contest: Contest, weighing: Weighing, one: Case): Proposal {
  const { place, order } = one;
  const lost = lostEdge(contest, order);
  const winner = lost === undefined ? undefined : winnerOver(contest, lost);
  if (lost !== undefined && winner !== undefined) {
    const margin = Math.max(0, probability(contest.odds[winner] ?? 0) - probability(contest.odds[lost] ?? 0));
    const why = `another account, ${accountName(contest, winner)}, fits this customer better`;
    const lostFirst = shownEdges(contest, [lost, ...order.filter((edge) => edge !== lost)]);
    return conflict(contest, weighing, { ...one, order: lostFirst }, why, [
      {
        kind: 'account',
        accountId: accountIdAt(contest.context.accounts, contest.edges.accounts[winner] ?? 0),
        margin,
      },
    ]);
  }
  const [top] = order;
  if (top !== undefined && isCrowded(contest, order)) {
    const rivals = nearRivals(contest, top);
    if (rivals.length > 0) return conflict(contest, weighing, one, rivalSentence(rivals), rivals);
  }
  const enough = probability(contest.odds[top ?? -1] ?? Number.NEGATIVE_INFINITY) >= candidateFloor;
  return {
    accountId: accountIdAt(contest.context.accounts, place),
    state: 'no-candidate',
    reason: whyNone(contest, top),
    candidates: enough ? toPairs(contest, weighing, shownEdges(contest, order)) : [],
    rivals: [],
  };
}

function propose(contest: Contest, weighing: Weighing, place: number): Proposal {
  const { odds, assigned } = contest;
  const order = ranked(contest, place);
  const [top] = order;
  const one = { place, order: shownEdges(contest, order) };
  if (top === undefined || probability(odds[top] ?? 0) < candidateFloor) {
    return withoutProposal(contest, weighing, { ...one, order });
  }
  const rivals = nearRivals(contest, top);
  if (rivals.length > 0) return conflict(contest, weighing, one, rivalSentence(rivals), rivals);
  if (assigned[place] !== top) return withoutProposal(contest, weighing, one);
  const candidates = toPairs(contest, weighing, one.order);
  return {
    accountId: accountIdAt(contest.context.accounts, place),
    state: 'suggested',
    reason: candidates[0]?.reason ?? '',
    candidates,
    rivals,
  };
}

/** Gives the word on an account, by its place. */
export type Proposer = (account: number) => Proposal;

/** Puts a finished match into words. */
export function proposer(settled: Settled, weighing: Weighing): Proposer {
  const contest = contestOf(settled);
  return (account) => propose(contest, weighing, account);
}
