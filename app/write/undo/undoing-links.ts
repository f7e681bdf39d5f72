import type { SalesforceClient } from '#app/sources/index.ts';
import type { AccountId } from '#shared/ids.ts';
import { type LinkRunKind, refuse } from '../link-run-kind.ts';
import { type UndoBasis, undoJudge } from './judge.ts';

const stillInactive =
  'Its customer was not made active again in QuickBooks, so the account gets no link to it. See what is said of the customer.';

/**
 * A run that sets accounts back to what they carried before another run, each only while it is as that run left it. Accounts
 * whose customer should have been made active again and was not (`stayInactive`) get no link to it.
 */
export function undoingLinks(
  basis: UndoBasis,
  salesforce: Pick<SalesforceClient, 'readHolders'>,
  stayInactive: ReadonlySet<AccountId> = new Set(),
): LinkRunKind {
  return {
    step: 'Restoring accounts',
    already: 'The account was as before the run already.',
    provesFirst: true,
    async prepare(chunk, { signal }) {
      const judge = await undoJudge(basis, salesforce, chunk, signal);
      return (entry, account) => {
        const verdict = judge(entry, account);
        const isToDeletedCustomer = verdict.kind === 'write' && stayInactive.has(entry.accountId);
        return isToDeletedCustomer ? refuse(stillInactive) : verdict;
      };
    },
  };
}
