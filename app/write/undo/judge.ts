import type { LinkTrail, RunEffect } from '#app/project/index.ts';
import { type CurrentLink, longSalesforceId, type SalesforceClient } from '#app/sources/index.ts';
import { type AccountId, CustomerId } from '#shared/ids.ts';
import type { Verdict } from '../link-run-kind.ts';
import { type ToRestore, undoVerdict } from './verdict.ts';

/** What verdicts on accounts that are to be set back rest on, beside the accounts themselves. */
export interface UndoBasis {
  /** What the undone run did. */
  readonly effect: RunEffect;
  readonly trails: ReadonlyMap<AccountId, LinkTrail>;
  /** Everything that is set back in one run. */
  readonly together: readonly ToRestore[];
  /** Whether the person allowed that one customer belongs to several accounts. */
  readonly severalAccounts: boolean;
}

/** The verdict on one account, as re-read. */
export type UndoJudge = (restored: ToRestore, account: CurrentLink | undefined) => Verdict;

/** Reads who carries the ids that these accounts would get back; gives the verdicts on them. */
export async function undoJudge(
  { effect, trails, together, severalAccounts }: UndoBasis,
  salesforce: Pick<SalesforceClient, 'readHolders'>,
  chunk: readonly ToRestore[],
  signal: AbortSignal,
): Promise<UndoJudge> {
  const ids = severalAccounts ? [] : chunk.flatMap(({ after }) => idOf(after.customerId));
  const holders = ids.length === 0 ? new Map() : await salesforce.readHolders(ids, signal);
  // Accounts that carried one id before the run are no obstacle to each other.
  const sharing = Map.groupBy(together, ({ after }) => after.customerId);
  const inTheWay = (id: string): AccountId[] => {
    const before = new Set(sharing.get(id)?.map(({ accountId }) => longSalesforceId(accountId)));
    return (holders.get(id as CustomerId) ?? []).filter((holder: AccountId) => !before.has(holder));
  };
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
