import type { LinkTrail, RunEffect } from '#app/project/index.ts';
import { type CurrentLink, longSalesforceId, type SalesforceClient } from '#app/sources/index.ts';
import { type AccountId, CustomerId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import type { Verdict } from '../link-run-kind.ts';
import { type ToRestore, undoVerdict } from './verdict.ts';

/** What verdicts on accounts that are to be set back rest on, beside the accounts themselves. */
export interface UndoBasis {
  /** What the undone run did. */
  readonly effect: RunEffect;
  readonly trails: ReadonlyMap<AccountId, LinkTrail>;
  /** Of everything that is set back in one run, the accounts that get back the same id, by that id (see {@link sharing}). */
  readonly sharing: ReadonlyMap<string, ReadonlySet<AccountId>>;
  /** Whether the person allowed that one customer belongs to several accounts. */
  readonly severalAccounts: boolean;
}

/** The accounts that get back an id, by that id, in small steps. Pure. */
export function* sharing(
  batches: Iterable<readonly ToRestore[]>,
): Steps<Map<string, ReadonlySet<AccountId>>> {
  const accounts = new Map<string, Set<AccountId>>();
  for (const batch of batches) {
    for (const { accountId, after } of batch) {
      if (after.customerId === '') continue;
      const known = accounts.get(after.customerId) ?? new Set();
      accounts.set(after.customerId, known.add(longSalesforceId(accountId) as AccountId));
    }
    yield;
  }
  return accounts;
}

/** The verdict on one account, as re-read. */
export type UndoJudge = (restored: ToRestore, account: CurrentLink | undefined) => Verdict;

/** Reads who carries the ids that these accounts would get back; gives the verdicts on them. */
export async function undoJudge(
  { effect, trails, sharing: together, severalAccounts }: UndoBasis,
  salesforce: Pick<SalesforceClient, 'readHolders'>,
  chunk: readonly ToRestore[],
  signal: AbortSignal,
): Promise<UndoJudge> {
  const ids = severalAccounts ? [] : chunk.flatMap(({ after }) => idOf(after.customerId));
  const nobody = new Map<CustomerId, AccountId[]>();
  const holders = ids.length === 0 ? nobody : await salesforce.readHolders(ids, signal);
  // Accounts that carried one id before the run are no obstacle to each other.
  const inTheWay = (id: string): AccountId[] =>
    (holders.get(id as CustomerId) ?? []).filter((holder) => !together.get(id)?.has(holder));
  return (restored, account) => {
    const writer = trails.get(restored.accountId)?.writer ?? null;
    return undoVerdict(restored, {
      account,
      otherWrite: effect.links && writer !== effect.write ? writer : null,
      undoneSince: effect.links && writer === null,
      inTheWay: inTheWay(restored.after.customerId),
    });
  };
}

function idOf(customerId: string): CustomerId[] {
  return customerId === '' ? [] : [CustomerId.parse(customerId)];
}
