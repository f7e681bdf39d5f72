import { describePair, explainPair, type MatchModel } from '#app/match/index.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import { overwrites } from '#shared/mapping.ts';
import type { Pair, Proposal, Rival } from '#shared/pairs.ts';
import type { Account } from '#shared/records.ts';
import type { CandidateDetail, Comment, RowDetail } from '#shared/review.ts';
import { driftNote } from './drift-words.ts';
import type { Ledger } from './ledger.ts';
import { rowOf } from './rows.ts';

/**
 * Everything the evidence panel shows of one account. `proposal` is the account's, with its evidence; `model` explains
 * pairs that the matcher did not propose.
 */
export function detailOf(
  ledger: Ledger,
  id: AccountId,
  proposal: Proposal | undefined,
  model: MatchModel | null,
  comments: readonly Comment[],
): RowDetail {
  const account = ledger.accounts.get(id);
  if (account === undefined) throw new Error(`No account ${id} in the ledger`);
  const standing = ledger.standing(id);
  const pairs = shownFirst(proposal?.candidates ?? [], standing.customer, (customer) =>
    pairFor(ledger, account, customer, model),
  );
  return {
    row: rowOf(ledger, id),
    account,
    candidates: pairs.flatMap((pair) => candidateOf(ledger, account, pair, model)),
    rivals: standing.rivals.map((rival) => ({ rival, name: nameOfRival(ledger, rival) })),
    whyNone: standing.customer === null ? standing.reason : '',
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
      customerName:
        entry.customerId === null ? '' : (ledger.customers.get(entry.customerId)?.displayName ?? ''),
    })),
    lastError: standing.state === 'failed' ? standing.reason : '',
    comments: [...comments],
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
