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
import { label } from './teach/labels.ts';
import { none } from './terms/vocabulary.ts';
import { probability } from './weigh.ts';

/** An alternative below this score is not shown. */
const alternativeFloor = 0.02;
const longestName = 60;

const shown = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName - 1).toWellFormed()}…` : name;

/** A finished match, how its pairs were weighed, and how many candidates of an account are told. */
interface Telling extends Contest {
  readonly weighing: Weighing;
  readonly most: number;
}

/** An account's edges that nobody rejected, best first; of equal ones the active customer's comes first. */
function ranked({ odds, edges, labels, context, byAccount }: Contest, account: number): number[] {
  const standing = (edge: number): number =>
    (context.customers.flags[edges.customers[edge] ?? 0] ?? 0) & flags.inactive;
  const open = edgesAt(byAccount, account).filter((edge) => labels[edge] !== label.rejected);
  return open.sort(
    (a, b) =>
      (odds[b] ?? 0) - (odds[a] ?? 0) ||
      standing(a) - standing(b) ||
      (edges.customers[a] ?? 0) - (edges.customers[b] ?? 0),
  );
}

function toPairs(
  { context, pairs, labels, odds, weighing, most }: Telling,
  order: readonly number[],
): Pair[] {
  const { accounts, customers } = context;
  return order.slice(0, most).map((edge) => {
    const customer = pairs.customers[edge] ?? 0;
    const competition =
      labels[edge] === label.confirmed
        ? 'A person confirmed it'
        : customers.parents[customer] === none
          ? 'Others fit as well'
          : 'Others, or its parent customer, fit as well';
    return pairOf(
      accountIdAt(accounts, pairs.accounts[edge] ?? 0),
      customerIdAt(customers, customer),
      evidenceFor(context, pairs, edge, weighing),
      odds[edge] ?? 0,
      competition,
    );
  });
}

const accountName = ({ edges, context }: Contest, edge: number): string =>
  shown(stringAt(context.accounts.names, edges.accounts[edge] ?? 0));

/** Why an account has no proposal: its best candidate and what spoke against it; `top` is its best edge. */
function whyNone(telling: Telling, top: number | undefined): string {
  if (top === undefined) return 'No customer is like it in name, phone, e-mail, website or address';
  const name = shown(stringAt(telling.context.customers.names, telling.edges.customers[top] ?? 0));
  const winner = winnerOver(telling, top);
  if (winner !== undefined)
    return `The closest customer, ${name}, fits ${accountName(telling, winner)} better`;
  const [pair] = toPairs(telling, [top]);
  const reason = pair === undefined || pair.reason === '' ? '' : ` (${inSentence(pair.reason)})`;
  return `The closest customer, ${name}, agrees in too little to tell${reason}`;
}

const inSentence = (reason: string): string => reason.charAt(0).toLowerCase() + reason.slice(1);

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

function conflict(telling: Telling, { place, order }: Case, why: string, rivals: Rival[]): Proposal {
  const candidates = toPairs(telling, order);
  const reason = `${candidates[0]?.reason ?? ''}; ${why}`;
  const accountId = accountIdAt(telling.context.accounts, place);
  return { accountId, state: 'conflict', reason, candidates, rivals };
}

/** The edges worth showing: whatever comes first, and its alternatives that are not hopeless. */
function shownEdges({ odds }: Contest, order: readonly number[]): number[] {
  return order.filter((edge, index) => index === 0 || probability(odds[edge] ?? 0) >= alternativeFloor);
}

function withoutProposal(telling: Telling, one: Case): Proposal {
  const { place, order } = one;
  const lost = lostEdge(telling, order);
  const winner = lost === undefined ? undefined : winnerOver(telling, lost);
  if (lost !== undefined && winner !== undefined) {
    const margin = Math.max(0, probability(telling.odds[winner] ?? 0) - probability(telling.odds[lost] ?? 0));
    const why = `another account, ${accountName(telling, winner)}, fits this customer better`;
    const lostFirst = shownEdges(telling, [lost, ...order.filter((edge) => edge !== lost)]);
    return conflict(telling, { ...one, order: lostFirst }, why, [
      {
        kind: 'account',
        accountId: accountIdAt(telling.context.accounts, telling.edges.accounts[winner] ?? 0),
        margin,
      },
    ]);
  }
  const [top] = order;
  if (top !== undefined && isCrowded(telling, order)) {
    const rivals = nearRivals(telling, top);
    if (rivals.length > 0) return conflict(telling, one, rivalSentence(rivals), rivals);
  }
  const enough = probability(telling.odds[top ?? -1] ?? Number.NEGATIVE_INFINITY) >= candidateFloor;
  return {
    accountId: accountIdAt(telling.context.accounts, place),
    state: 'no-candidate',
    reason: whyNone(telling, top),
    candidates: enough ? toPairs(telling, shownEdges(telling, order)) : [],
    rivals: [],
  };
}

function propose(telling: Telling, place: number): Proposal {
  const { odds, assigned } = telling;
  const order = ranked(telling, place);
  const [top] = order;
  const one = { place, order: shownEdges(telling, order) };
  if (top === undefined || probability(odds[top] ?? 0) < candidateFloor) {
    return withoutProposal(telling, { ...one, order });
  }
  const rivals = nearRivals(telling, top);
  if (rivals.length > 0) return conflict(telling, one, rivalSentence(rivals), rivals);
  if (assigned[place] !== top) return withoutProposal(telling, one);
  const candidates = toPairs(telling, one.order);
  return {
    accountId: accountIdAt(telling.context.accounts, place),
    state: 'suggested',
    reason: candidates[0]?.reason ?? '',
    candidates,
    rivals,
  };
}

/** An account's candidates that are kept for the review. */
export const reviewedCandidates = 9;

/** Gives the word on an account, by its place, with at most so many candidates. */
export type Proposer = (account: number, mostCandidates: number) => Proposal;

/** Puts a finished match into words. */
export function proposer(settled: Settled, weighing: Weighing): Proposer {
  const contest = contestOf(settled);
  return (account, most) => propose({ ...contest, weighing, most }, account);
}
