import { setImmediate } from 'node:timers/promises';
import { type ContestedPair, contests, type Ledger } from '#app/review/index.ts';
import type { Match, Rivalry, ShownAccount } from '#app/worksheet/index.ts';
import type { AccountId } from '#shared/ids.ts';
import type { ReviewRow } from '#shared/review.ts';

/** The accounts as they go to the sheets; each is on one of them, with all its rivals where it is in conflict. */
export interface SortedAccounts {
  readonly matches: readonly Match[];
  readonly conflicts: readonly Rivalry[];
  readonly accountsWithoutMatch: readonly ShownAccount[];
  /** Those that carry a customer's id, be it one that exists or not. */
  readonly linked: readonly ShownAccount[];
}

/** So many records are sorted out between two turns of others. */
export const atOnce = 1_000;

/** Says on which sheet each account is, in small steps. */
export async function sortedOut(ledger: Ledger, rows: Iterable<ReviewRow>): Promise<SortedAccounts> {
  const groups: ContestedPair[][] = [];
  const competing = new Map<AccountId, ShownAccount | null>();
  for (const group of contests(ledger)) {
    groups.push(group);
    for (const { accountId } of group) competing.set(accountId, null);
    if (groups.length % atOnce === 0) await setImmediate();
  }
  const matches: Match[] = [];
  const accountsWithoutMatch: ShownAccount[] = [];
  const linked: ShownAccount[] = [];
  let done = 0;
  for (const row of rows) {
    done += 1;
    if (done % atOnce === 0) await setImmediate();
    const account = ledger.accounts.get(row.accountId);
    if (account === undefined) continue;
    const customer = row.customerId === null ? null : (ledger.customers.get(row.customerId) ?? null);
    const shown = { row, account, customer };
    if (competing.has(account.id)) competing.set(account.id, shown);
    else if (carriesId(row)) linked.push(shown);
    else if (customer === null) accountsWithoutMatch.push(shown);
    else matches.push({ ...shown, customer });
  }
  const conflicts = groups.flatMap((group, at) =>
    group.flatMap((pair) => rivalryOf(ledger, pair, competing.get(pair.accountId) ?? null, at + 1)),
  );
  return { matches, conflicts, accountsWithoutMatch, linked };
}

const carriesId = ({ state }: ReviewRow): boolean =>
  state === 'linked' || state === 'written' || state === 'dangling';

function rivalryOf(
  ledger: Ledger,
  { customerId, pair, others }: ContestedPair,
  shown: ShownAccount | null,
  group: number,
): Rivalry[] {
  const customer = ledger.customers.get(customerId);
  if (shown === null || customer === undefined) return [];
  return [
    { ...shown, customer, group, pair, others: others.map((id) => ledger.accounts.get(id)?.name ?? id) },
  ];
}
