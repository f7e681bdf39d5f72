import type { Pair, Proposal, Rival } from '#shared/pairs.ts';
import { stringAt } from './columns/strings.ts';
import { accountIdAt, customerIdAt, evidenceFor, judged, pairOf, type Weighing } from './evidence.ts';
import { type Contest, mostRivals, winnerOver } from './rivals.ts';
import { label } from './teach/labels.ts';
import { none } from './terms/vocabulary.ts';
import { type Verdict, verdictOn } from './verdict.ts';

const longestName = 60;

const shown = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName - 1).toWellFormed()}…` : name;

/** A finished match, and how its pairs were weighed. */
interface Telling extends Contest {
  readonly weighing: Weighing;
}

function toPair({ context, pairs, labels, odds, weighing }: Telling, edge: number): Pair {
  const { accounts, customers } = context;
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
  const { reason } = toPair(telling, top);
  const because = reason === '' ? '' : ` (${inSentence(reason)})`;
  return `The closest customer, ${name}, agrees in too little to tell${because}`;
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

/** What the reason of an account's proposal says, given that of its first candidate. */
function reasonOf(telling: Telling, { state, rivals, winner, top }: Verdict, first: string): string {
  if (state === 'suggested') return first;
  if (state === 'no-candidate') return whyNone(telling, top);
  const why =
    winner === undefined
      ? rivalSentence(rivals)
      : `another account, ${accountName(telling, winner)}, fits this customer better`;
  return `${first}; ${why}`;
}

/** An account's candidates that are kept for the review. */
export const reviewedCandidates = 9;

/** Gives the word on an account, by its place, with at most so many candidates. */
export type Proposer = (account: number, mostCandidates: number) => Proposal;

/** Puts a finished match into words. */
export function proposer(contest: Contest, weighing: Weighing): Proposer {
  const telling = { ...contest, weighing };
  return (place, most) => {
    const verdict = verdictOn(telling, place);
    const candidates = verdict.order.slice(0, most).map((edge) => toPair(telling, edge));
    return {
      accountId: accountIdAt(telling.context.accounts, place),
      state: verdict.state,
      reason: reasonOf(telling, verdict, candidates[0]?.reason ?? ''),
      candidates,
      rivals: [...verdict.rivals],
    };
  };
}

/** A candidate of an account in short: the customer's place, and what came of the pair. */
export interface ListedCandidate extends Pick<Pair, 'score' | 'band' | 'reason'> {
  readonly customer: number;
}

/** The word on an account in short, without the evidence. */
export interface Listing extends Pick<Proposal, 'state' | 'reason'> {
  readonly candidates: readonly ListedCandidate[];
}

/** Gives the word on an account in short, with at most so many candidates; of one without a candidate it says no more. */
export type Lister = (account: number, mostCandidates: number) => Listing;

const withoutCandidate: Listing = { state: 'no-candidate', reason: '', candidates: [] };

/** Puts a finished match into words as a list shows it. */
export function lister(contest: Contest, weighing: Weighing): Lister {
  const telling = { ...contest, weighing };
  const { context, pairs, odds } = telling;
  return (place, most) => {
    const verdict = verdictOn(telling, place);
    if (verdict.state === 'no-candidate') return withoutCandidate;
    const candidates = verdict.order.slice(0, most).map((edge) => ({
      customer: pairs.customers[edge] ?? 0,
      ...judged(evidenceFor(context, pairs, edge, weighing), odds[edge] ?? 0),
    }));
    const reason = reasonOf(telling, verdict, candidates[0]?.reason ?? '');
    return { state: verdict.state, reason, candidates };
  };
}
