import type { CurrentLink } from '#app/sources/index.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import type { LinkFields } from '#shared/links.ts';
import { accountGone, refuse, type Verdict } from '../link-run-kind.ts';

/** An account that is to be set back: what the run left on it, and what it carried before the run. */
export interface ToRestore {
  readonly accountId: AccountId;
  readonly before: LinkFields;
  readonly after: LinkFields;
}

/** What is so right before an account is set back. */
export interface NowOfRestored {
  readonly account: CurrentLink | undefined;
  /** A write other than the undone one whose link the account carries as far as the journal knows; null for none. */
  readonly otherWrite: RunId | null;
  /** Whether the journal says that the run's change was undone since. */
  readonly undoneSince: boolean;
  /** Other accounts that carry the id which this one would get back, and may not share it. */
  readonly inTheWay: readonly AccountId[];
}

/**
 * Whether an account may be set back: only while it carries the id that the run left there and nobody put there since. By
 * the id alone, because the package itself moves the SyncToken on. Pure.
 */
export function undoVerdict({ before, after }: ToRestore, now: NowOfRestored): Verdict {
  const { account, otherWrite, undoneSince, inTheWay } = now;
  if (account === undefined) return refuse(accountGone);
  const { customerId } = account.link;
  if (customerId === after.customerId) return { kind: 'already' };
  if (customerId !== before.customerId) {
    const carries = customerId === '' ? 'no id' : `id ${customerId}`;
    return refuse(
      `The account's QuickBooks id was changed in Salesforce since the run; it carries ${carries} now.`,
    );
  }
  if (otherWrite !== null) return refuse(`Run ${otherWrite} wrote this account too. Undo that run instead.`);
  if (undoneSince) return refuse('The run was undone on this account, and somebody linked it again since.');
  if (inTheWay.length > 0) {
    return refuse(
      `Another account in Salesforce carries id ${after.customerId} now, which this one would get back.`,
    );
  }
  return { kind: 'write' };
}
