import type { Pair, Proposal, Rival } from '#shared/pairs.ts';
import type { Account } from '#shared/records.ts';
import { candidateFloor } from './bands.ts';
import { evidenceFor, pairOf, type Weighing } from './explain.ts';
import type { Prepared } from './prepare.ts';
import {
  type Contest,
  contestOf,
  edgesAt,
  lostEdge,
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

function ranked({ odds, edges, prepared, byAccount }: Contest, account: number): number[] {
  const standing = (edge: number): number =>
    prepared.customers[edges.customers[edge] ?? 0]?.active === true ? 0 : 1;
  return edgesAt(byAccount, account)
    .filter((edge) => probability(odds[edge] ?? 0) >= alternativeFloor)
    .sort(
      (a, b) =>
        (odds[b] ?? 0) - (odds[a] ?? 0) ||
        standing(a) - standing(b) ||
        (edges.customers[a] ?? 0) - (edges.customers[b] ?? 0),
    )
    .slice(0, mostCandidates);
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
function whyNone(contest: Contest, account: number, top: number | undefined): string {
  if (top === undefined) {
    return edgesAt(contest.byAccount, account).length === 0
      ? 'No customer is like it in name, phone, e-mail, website or address'
      : 'The customers that share something with it differ in too much';
  }
  const name = shown(contest.prepared.customers[contest.edges.customers[top] ?? 0]?.displayName ?? '');
  const winner = winnerOver(contest, top);
  const other = winner === undefined ? undefined : accountOf(contest, winner);
  return other === undefined
    ? `The closest customer, ${name}, agrees in too little`
    : `The closest customer, ${name}, fits ${shown(other.name)} better`;
}

function rivalSentence(rivals: readonly Rival[]): string {
  const customers = rivals.filter(({ kind }) => kind === 'customer').length;
  const accounts = rivals.length - customers;
  const several = (count: number, what: string): string => `${count} other ${what}${count === 1 ? '' : 's'}`;
  const fit = (count: number): string => (count === 1 ? 'fits' : 'fit');
  if (accounts === 0) return `${several(customers, 'customer')} ${fit(customers)} about as well`;
  if (customers === 0) return `${several(accounts, 'account')} ${fit(accounts)} this customer about as well`;
  return `${several(customers, 'customer')} and ${several(accounts, 'account')} fit about as well`;
}

function withoutProposal(
  contest: Contest,
  weighing: Weighing,
  place: number,
  account: Account,
  order: readonly number[],
): Proposal {
  const lost = lostEdge(contest, place);
  const winner = lost === undefined ? undefined : winnerOver(contest, lost);
  const other = winner === undefined ? undefined : accountOf(contest, winner);
  const accountId = account.id;
  if (lost === undefined || winner === undefined || other === undefined) {
    const [top] = order;
    const enough = probability(contest.odds[top ?? -1] ?? Number.NEGATIVE_INFINITY) >= candidateFloor;
    const candidates = enough ? toPairs(contest, weighing, order) : [];
    return { accountId, state: 'no-candidate', reason: whyNone(contest, place, top), candidates, rivals: [] };
  }
  const candidates = toPairs(contest, weighing, [lost, ...order.filter((edge) => edge !== lost)]);
  const margin = Math.max(0, probability(contest.odds[winner] ?? 0) - probability(contest.odds[lost] ?? 0));
  const reason = `${candidates[0]?.reason ?? ''}; another account, ${shown(other.name)}, fits this customer better`;
  return {
    accountId,
    state: 'conflict',
    reason,
    candidates,
    rivals: [{ kind: 'account', accountId: other.id, margin }],
  };
}

function propose(contest: Contest, weighing: Weighing, place: number, account: Account): Proposal {
  const { edges, odds, assigned } = contest;
  const order = ranked(contest, place);
  const [top] = order;
  if (top === undefined || probability(odds[top] ?? 0) < candidateFloor) {
    return withoutProposal(contest, weighing, place, account, order);
  }
  const accountId = account.id;
  const rivals = nearRivals(contest, top);
  const own = assigned[place] ?? -1;
  const isOwn = own !== -1 && edges.customers[own] === edges.customers[top];
  if (rivals.length === 0 && !isOwn) return withoutProposal(contest, weighing, place, account, order);
  const candidates = toPairs(contest, weighing, order);
  const reason = candidates[0]?.reason ?? '';
  return rivals.length === 0
    ? { accountId, state: 'suggested', reason, candidates, rivals }
    : { accountId, state: 'conflict', reason: `${reason}; ${rivalSentence(rivals)}`, candidates, rivals };
}

/** The word on one account after another, by the accounts' places. */
export function* proposals(prepared: Prepared, weighing: Weighing, settled: Settled): Generator<Proposal> {
  const contest = contestOf(prepared, settled);
  for (const [place, account] of prepared.accounts.entries())
    yield propose(contest, weighing, place, account);
}
