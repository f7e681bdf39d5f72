import type { JournalRecord } from '#app/project/index.ts';
import type { CurrentCustomer, CurrentLink } from '#app/sources/index.ts';
import type { AccountId } from '#shared/ids.ts';
import { accountGone, refuse, type Verdict } from './link-run-kind.ts';

/** What the two services say of a link's records right before it is written. */
export interface CurrentState {
  readonly account: CurrentLink | undefined;
  readonly customer: CurrentCustomer | undefined;
  /** Accounts that carry the customer's id now. */
  readonly holders: readonly AccountId[];
  /** Whether the person's confirmation is still in force. */
  readonly confirmed: boolean;
}

const again = 'Export again and look at the pair once more.';

/** Why a link is refused whose account carries this id now; `''` for none. */
export function idChanged(now: string): string {
  const carries = now === '' ? 'no id' : `id ${now}`;
  return `The account's QuickBooks id was changed in Salesforce; it carries ${carries} now. ${again}`;
}

/**
 * Compares what the link was confirmed on with what is so now: compare-and-set's compare. `severalAccounts` says whether
 * a customer may belong to several accounts. Pure.
 */
export function verdictOn(entry: JournalRecord, now: CurrentState, severalAccounts: boolean): Verdict {
  const { account, customer } = now;
  if (!now.confirmed) return refuse('The confirmation was taken back since this run was started.');
  if (account === undefined) return refuse(accountGone);
  if (customer === undefined) return refuse(`The customer no longer exists in QuickBooks. ${again}`);
  if (account.link.customerId === entry.after.customerId) return { kind: 'already' };
  if (account.link.customerId !== entry.before.customerId) {
    return refuse(idChanged(account.link.customerId));
  }
  if (entry.accountModstamp !== '' && !sameTime(account.systemModstamp, entry.accountModstamp)) {
    return refuse(`The account was changed in Salesforce since the export. ${again}`);
  }
  if (customer.syncToken !== entry.after.syncToken) {
    const how = customer.active ? 'changed' : 'made inactive or changed';
    return refuse(`The customer was ${how} in QuickBooks since the export. ${again}`);
  }
  if (!severalAccounts && now.holders.some((holder) => holder !== entry.accountId)) {
    return refuse(`Another account in Salesforce carries this customer's id now. ${again}`);
  }
  return { kind: 'write' };
}

/** REST writes `+0000`, Bulk and files may write `Z`: the same moment. */
function sameTime(a: string, b: string): boolean {
  return a === b || Date.parse(a) === Date.parse(b);
}
