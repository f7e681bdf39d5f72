import type { Pair, Proposal, Rival } from '#shared/pairs.ts';
import type { Account } from '#shared/records.ts';
import { candidateFloor } from './bands.ts';
import { type Edges, type Grouped, groupEdges } from './compete.ts';
import { evidenceFor, pairOf, type Weighing } from './explain.ts';
import type { Prepared } from './prepare.ts';
import { probability } from './weigh.ts';

const mostCandidates = 9;
/** Two pairs whose odds differ by less than 3 to 1 are too near to choose. */
const nearTie = Math.log2(3);
/** An alternative below this score is not shown. */
const alternativeFloor = 0.02;

/** A finished match: its pairs with their odds after competition, and the edge that each account was assigned. */
export interface Settled {
  readonly edges: Edges;
  readonly odds: Float64Array;
  readonly assigned: Int32Array;
}

interface Context extends Settled {
  readonly prepared: Prepared;
  readonly weighing: Weighing;
  readonly byAccount: Grouped;
  readonly byCustomer: Grouped;
}

const edgesAt = ({ starts, edges }: Grouped, record: number): Int32Array =>
  edges.subarray(starts[record] ?? 0, starts[record + 1] ?? 0);

function ranked(context: Context, account: number): number[] {
  const { odds, edges, prepared } = context;
  const active = (edge: number): number =>
    prepared.customers[edges.customers[edge] ?? 0]?.active === true ? 0 : 1;
  return Array.from(edgesAt(context.byAccount, account))
    .filter((edge) => probability(odds[edge] ?? 0) >= alternativeFloor)
    .sort(
      (a, b) =>
        (odds[b] ?? 0) - (odds[a] ?? 0) ||
        active(a) - active(b) ||
        (edges.customers[a] ?? 0) - (edges.customers[b] ?? 0),
    );
}

/** Who competes with this edge so closely that choosing would be guessing. */
function rivalsOf(context: Context, edge: number): Rival[] {
  const { edges, odds, prepared } = context;
  const own = odds[edge] ?? 0;
  const close = (other: number): boolean => other !== edge && own - (odds[other] ?? 0) < nearTie;
  const margin = (other: number): number => Math.max(0, probability(own) - probability(odds[other] ?? 0));
  const customers = Array.from(edgesAt(context.byAccount, edges.accounts[edge] ?? 0))
    .filter(close)
    .flatMap((other): Rival[] => {
      const customer = prepared.customers[edges.customers[other] ?? 0];
      return customer === undefined
        ? []
        : [{ kind: 'customer', customerId: customer.id, margin: margin(other) }];
    });
  const accounts = Array.from(edgesAt(context.byCustomer, edges.customers[edge] ?? 0))
    .filter(close)
    .flatMap((other): Rival[] => {
      const account = prepared.accounts[edges.accounts[other] ?? 0];
      return account === undefined ? [] : [{ kind: 'account', accountId: account.id, margin: margin(other) }];
    });
  return [...customers, ...accounts].sort((a, b) => a.margin - b.margin);
}

function toPair(context: Context, edge: number): Pair | null {
  const { prepared, edges, odds, weighing } = context;
  const accountPlace = edges.accounts[edge] ?? 0;
  const customerPlace = edges.customers[edge] ?? 0;
  const account = prepared.accounts[accountPlace];
  const customer = prepared.customers[customerPlace];
  const left = prepared.accountFeatures[accountPlace];
  const right = prepared.customerFeatures[customerPlace];
  if (account === undefined || customer === undefined || left === undefined || right === undefined)
    return null;
  const evidence = evidenceFor(left, right, customer, weighing);
  const label =
    customer.parentId === '' ? 'Others fit as well' : 'Others, or its parent customer, fit as well';
  return pairOf(account, customer, evidence, odds[edge] ?? 0, label);
}

const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 57)}…` : name);

/** Why an account has no proposal. */
function whyNone(context: Context, account: number, best: number | undefined): string {
  if (best === undefined) {
    const all = edgesAt(context.byAccount, account);
    return all.length === 0
      ? 'No customer shares a name, phone, e-mail, website or address with it'
      : 'The customers that share something with it differ in too much';
  }
  const { edges, assigned, prepared } = context;
  const customer = edges.customers[best] ?? 0;
  const winner = Array.from(edgesAt(context.byCustomer, customer)).find(
    (edge) => assigned[edges.accounts[edge] ?? 0] === edge,
  );
  const name = shown(prepared.customers[customer]?.displayName ?? '');
  const other = winner === undefined ? undefined : prepared.accounts[edges.accounts[winner] ?? 0];
  return other === undefined
    ? `The closest customer, ${name}, agrees in too little`
    : `The closest customer, ${name}, fits ${shown(other.name)} better`;
}

function conflictReason(rivals: readonly Rival[]): string {
  const customers = rivals.filter(({ kind }) => kind === 'customer').length;
  const accounts = rivals.length - customers;
  const several = (count: number, what: string): string => `${count} other ${what}${count === 1 ? '' : 's'}`;
  if (accounts === 0)
    return `${several(customers, 'customer')} fit${customers === 1 ? 's' : ''} about as well`;
  if (customers === 0)
    return `${several(accounts, 'account')} fit${accounts === 1 ? 's' : ''} this customer about as well`;
  return `${several(customers, 'customer')} and ${several(accounts, 'account')} fit about as well`;
}

function propose(context: Context, place: number, account: Account): Proposal {
  const { edges, odds, assigned } = context;
  const order = ranked(context, place);
  const [top] = order;
  const none = (candidates: Pair[]): Proposal => ({
    accountId: account.id,
    state: 'no-candidate',
    reason: whyNone(context, place, top),
    candidates,
    rivals: [],
  });
  if (top === undefined || probability(odds[top] ?? 0) < candidateFloor) return none([]);
  const candidates = order
    .slice(0, mostCandidates)
    .map((edge) => toPair(context, edge))
    .filter((pair) => pair !== null);
  const rivals = rivalsOf(context, top);
  const reason = candidates[0]?.reason ?? '';
  if (rivals.length > 0) {
    return {
      accountId: account.id,
      state: 'conflict',
      reason: `${reason}; ${conflictReason(rivals)}`,
      candidates,
      rivals,
    };
  }
  const customer = edges.customers[edges.count === 0 ? 0 : top];
  const own = assigned[place] ?? -1;
  if (own === -1 || edges.customers[own] !== customer) return none(candidates);
  return { accountId: account.id, state: 'suggested', reason, candidates, rivals };
}

/** The word on one account after another, by the accounts' places. */
export function* proposals(prepared: Prepared, weighing: Weighing, settled: Settled): Generator<Proposal> {
  const { edges } = settled;
  const context: Context = {
    ...settled,
    prepared,
    weighing,
    byAccount: groupEdges(edges.accounts, edges.count, prepared.accounts.length),
    byCustomer: groupEdges(edges.customers, edges.count, prepared.customers.length),
  };
  for (const [place, account] of prepared.accounts.entries()) yield propose(context, place, account);
}
