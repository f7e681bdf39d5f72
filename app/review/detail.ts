import { describePair, explainPair, type MatchModel } from '#app/match/index.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import { overwrites } from '#shared/mapping.ts';
import type { Pair, Proposal, Rival } from '#shared/pairs.ts';
import type { Account } from '#shared/records.ts';
import type { CandidateDetail, Comment, RowDetail, SampleAnswer } from '#shared/review.ts';
import { customerTree } from './customer-tree.ts';
import { driftNote } from './drift/words.ts';
import type { Ledger } from './ledger.ts';
import { rowOf } from './rows.ts';

/** What the detail of an account is made from beside the ledger. */
interface DetailInput {
  /** The account's, with its evidence. */
  readonly proposal: Proposal | undefined;
  /** A customer that is to be the last candidate unless it is one already. */
  readonly also: CustomerId | null;
  /** Explains pairs that the matcher did not propose. */
  readonly model: MatchModel | null;
  readonly comments: readonly Comment[];
  readonly samples: readonly SampleAnswer[];
}

/** Everything the evidence panel shows of one account. */
export function detailOf(
  ledger: Ledger,
  id: AccountId,
  { proposal, also, model, comments, samples }: DetailInput,
): RowDetail {
  const account = ledger.accounts.get(id);
  if (account === undefined) throw new Error(`No account ${id} in the ledger`);
  const standing = ledger.standing(id);
  const pairOf = (customer: CustomerId) => pairFor(ledger, account, customer, model);
  const pairs = shownFirst(proposal?.candidates ?? [], standing.customer, pairOf);
  const isKnown = also === null || pairs.some(({ customerId }) => customerId === also);
  const added = isKnown ? null : pairOf(also);
  if (added !== null) pairs.push(added);
  const nameOf = (customer: CustomerId) => ledger.customers.get(customer)?.displayName ?? '';
  return {
    row: rowOf(ledger, id),
    account,
    candidates: pairs.flatMap((pair) => candidateOf(ledger, account, pair, model)),
    rivals: standing.rivals.map((rival) => ({ rival, name: nameOfRival(ledger, rival) })),
    whyNone: standing.customer === null ? standing.reason : '',
    undone: standing.undone,
    drift: standing.drift.map(driftNote),
    history: ledger.history.all(id).map(({ entry, undone }) => ({
      seq: entry.seq,
      batch: entry.batch,
      accountId: entry.accountId,
      customerId: entry.customerId,
      kind: entry.kind,
      author: entry.author,
      at: entry.at,
      undone,
      customerName: entry.customerId === null ? '' : nameOf(entry.customerId),
    })),
    lastError: standing.state === 'failed' ? standing.reason : '',
    comments: [...comments],
    samples: samples.map((answer) => ({ ...answer, customerName: nameOf(answer.customerId) })),
  };
}

function candidateOf(
  ledger: Ledger,
  account: Account,
  pair: Pair,
  model: MatchModel | null,
): CandidateDetail[] {
  const customer = ledger.customers.get(pair.customerId);
  if (customer === undefined) return [];
  const { inForce, lapsed } = ledger.rejectionsOf(account.id);
  const others = ledger.othersWith(pair.customerId, account.id);
  return [
    {
      pair: model === null ? pair : describePair(pair, account, customer, model),
      customer,
      rejected: inForce.has(pair.customerId),
      rejectedBefore: lapsed.get(pair.customerId) ?? '',
      taken: ledger.namesOf(others),
      tree: customerTree(ledger, customer),
      overwrites: overwrites(account, customer),
    },
  ];
}

/** The candidates with the row's own customer in front, even where a person found it and the matcher did not. */
function shownFirst(
  candidates: readonly Pair[],
  shown: CustomerId | null,
  pairOf: (customer: CustomerId) => Pair | null,
): Pair[] {
  if (shown === null) return [...candidates];
  const own = candidates.find((pair) => pair.customerId === shown) ?? pairOf(shown);
  const others = candidates.filter((pair) => pair.customerId !== shown);
  return own === null ? others : [own, ...others];
}

function pairFor(
  ledger: Ledger,
  account: Account,
  customerId: CustomerId,
  model: MatchModel | null,
): Pair | null {
  const customer = ledger.customers.get(customerId);
  if (customer === undefined) return null;
  if (model !== null) return explainPair(account, customer, model);
  return { accountId: account.id, customerId, score: 0, band: null, reason: '', evidence: [] };
}

function nameOfRival(ledger: Ledger, rival: Rival): string {
  return rival.kind === 'account'
    ? (ledger.accounts.get(rival.accountId)?.name ?? rival.accountId)
    : (ledger.customers.get(rival.customerId)?.displayName ?? rival.customerId);
}
