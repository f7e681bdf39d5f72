import type { Ledger } from '#app/review/index.ts';
import type { Change, Match } from '#app/worksheet/index.ts';
import { overwrites } from '#shared/mapping.ts';
import type { SortedAccounts } from './sorted-out.ts';

/** So many decisions are listed, the last ones, and so many pairs with what the next sync overwrites. */
export const mostDecisions = 100_000;
export const mostOverwritten = 10_000;

/** What was decided, newest first, and what the next sync would change of the pairs that wait to be written. */
export function* changesOf(ledger: Ledger, { matches }: Pick<SortedAccounts, 'matches'>): Generator<Change> {
  let listed = 0;
  for (const change of decisionsOf(ledger)) {
    if (listed === mostDecisions) break;
    listed += 1;
    yield change;
  }
  for (const pair of confirmedOf(matches).slice(0, mostOverwritten)) yield* overwritesOf(pair);
}

/** The pairs that wait to be written. */
export function confirmedOf(matches: readonly Match[]): Match[] {
  return matches.filter(({ row }) => row.state === 'confirmed');
}

function* decisionsOf({ accounts, customers, history }: Ledger): Generator<Change> {
  for (const { entries, state } of history.batchesBefore(null, mostDecisions)) {
    for (const entry of entries) {
      const { customerId, at, author } = entry;
      const accountId = entry.type === 'decision' ? entry.accountId : null;
      yield {
        kind: 'decision',
        decision: entry.kind,
        accountId,
        accountName: accountId === null ? '' : (accounts.get(accountId)?.name ?? ''),
        customerId,
        customerName: customerId === null ? '' : (customers.get(customerId)?.displayName ?? ''),
        at,
        author,
        inForce: state === 'done' && !(entry.type === 'decision' && history.isTakenBack(entry)),
      };
    }
  }
}

function* overwritesOf({ account, customer }: Match): Generator<Change> {
  for (const { label, from, to } of overwrites(account, customer)) {
    yield {
      kind: 'overwrite',
      accountId: account.id,
      accountName: account.name,
      customerId: customer.id,
      customerName: customer.displayName,
      field: label,
      from,
      to,
    };
  }
}
