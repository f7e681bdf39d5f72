import type { Pair, Proposal, Rival } from '#shared/pairs.ts';
import type { Account } from '#shared/records.ts';
import { candidateFloor } from './bands.ts';
import { evidenceFor, pairOf, type Weighing } from './explain.ts';
import type { Prepared } from './prepare.ts';
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
import { probability } from './weigh.ts';

const mostCandidates = 9;
/** An alternative below this score is not shown. */
const alternativeFloor = 0.02;
const longestName = 60;

const shown = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName - 1).toWellFormed()}…` : name;

/** An account's edges, best first; of equal ones the active customer's comes first. */
function ranked({ odds, edges, prepared, byAccount }: Contest, account: number): number[] {
  const standing = (edge: number): number =>
    prepared.customers[edges.customers[edge] ?? 0]?.active === true ? 0 : 1;
  return Array.from(edgesAt(byAccount, account)).sort(
    (a, b) =>
      (odds[b] ?? 0) - (odds[a] ?? 0) ||
      standing(a) - standing(b) ||
      (edges.customers[a] ?? 0) - (edges.customers[b] ?? 0),
  );
}

function toPairs({ prepared, edges, odds }: Contest, weighing: Weighing, order: readonly number[]): Pair[] {
  return order.flatMap((edge) => {
    const [left, right] = [edges.accounts[edge] ?? 0, edges.customers[edge] ?? 0];
    const account = prepared.accounts[left];
    const customer = prepared.customers[right];
    const one = prepared.accountFeatures[left];
    const other = prepared.customerFeatures[right];
    if (account === undefined || customer === undefined || one === undefined || other === undefined)
      return [];
    const evidence = evidenceFor(one, other, customer, weighing);
    const label =
      customer.parentId === '' ? 'Others fit as well' : 'Others, or its parent customer, fit as well';
    return [pairOf(account, customer, evidence, odds[edge] ?? 0, label)];
  });
}

const accountOf = ({ edges, prepared }: Contest, edge: number): Account | undefined =>
  prepared.accounts[edges.accounts[edge] ?? 0];

/** Why an account has no proposal; `top` is its best edge. */
function whyNone(contest: Contest, top: number | undefined): string {
  if (top === undefined) return 'No customer is like it in name, phone, e-mail, website or address';
  const name = shown(contest.prepared.customers[contest.edges.customers[top] ?? 0]?.displayName ?? '');
  const winner = winnerOver(contest, top);
  const other = winner === undefined ? undefined : accountOf(contest, winner);
  return other === undefined
    ? `The closest customer, ${name}, agrees in too little to tell`
    : `The closest customer, ${name}, fits ${shown(other.name)} better`;
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
  readonly account: Account;
  readonly order: readonly number[];
}

function conflict(
  contest: Contest,
  weighing: Weighing,
  { account, order }: Case,
  why: string,
  rivals: Rival[],
): Proposal {
  const candidates = toPairs(contest, weighing, order.slice(0, mostCandidates));
  const reason = `${candidates[0]?.reason ?? ''}; ${why}`;
  return { accountId: account.id, state: 'conflict', reason, candidates, rivals };
}

/** The edges worth showing: whatever comes first, and its alternatives that are not hopeless. */
function shownEdges({ odds }: Contest, order: readonly number[]): number[] {
  return order
    .filter((edge, index) => index === 0 || probability(odds[edge] ?? 0) >= alternativeFloor)
    .slice(0, mostCandidates);
}

function withoutProposal(contest: Contest, weighing: Weighing, one: Case): Proposal {
  const { account, order } = one;
  const lost = lostEdge(contest, order);
  const winner = lost === undefined ? undefined : winnerOver(contest, lost);
  const other = winner === undefined ? undefined : accountOf(contest, winner);
  if (lost !== undefined && winner !== undefined && other !== undefined) {
    const margin = Math.max(0, probability(contest.odds[winner] ?? 0) - probability(contest.odds[lost] ?? 0));
    const why = `another account, ${shown(other.name)}, fits this customer better`;
    const lostFirst = shownEdges(contest, [lost, ...order.filter((edge) => edge !== lost)]);
    return conflict(contest, weighing, { ...one, order: lostFirst }, why, [
      { kind: 'account', accountId: other.id, margin },
    ]);
  }
  const [top] = order;
  if (top !== undefined && isCrowded(contest, order)) {
    const rivals = nearRivals(contest, top);
    if (rivals.length > 0) return conflict(contest, weighing, one, rivalSentence(rivals), rivals);
  }
  const enough = probability(contest.odds[top ?? -1] ?? Number.NEGATIVE_INFINITY) >= candidateFloor;
  return {
    accountId: account.id,
    state: 'no-candidate',
    reason: whyNone(contest, top),
    candidates: enough ? toPairs(contest, weighing, shownEdges(contest, order)) : [],
    rivals: [],
  };
}

function propose(contest: Contest, weighing: Weighing, place: number, account: Account): Proposal {
  const { odds, assigned } = contest;
  const order = ranked(contest, place);
  const [top] = order;
  const one = { place, account, order: shownEdges(contest, order) };
  if (top === undefined || probability(odds[top] ?? 0) < candidateFloor) {
    return withoutProposal(contest, weighing, { ...one, order });
  }
  const rivals = nearRivals(contest, top);
  if (rivals.length > 0) return conflict(contest, weighing, one, rivalSentence(rivals), rivals);
  if (assigned[place] !== top) return withoutProposal(contest, weighing, one);
  const candidates = toPairs(contest, weighing, one.order);
  return {
    accountId: account.id,
    state: 'suggested',
    reason: candidates[0]?.reason ?? '',
    candidates,
    rivals,
  };
}

/** The word on one account after another, by the accounts' places. */
export function* proposals(prepared: Prepared, weighing: Weighing, settled: Settled): Generator<Proposal> {
  const contest = contestOf(prepared, settled);
  for (const [place, account] of prepared.accounts.entries())
    yield propose(contest, weighing, place, account);
}
