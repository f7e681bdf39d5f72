import type { JournalRecord } from '#app/project/index.ts';
import type { QuickBooksClient, SalesforceClient } from '#app/sources/index.ts';
import { type AccountId, CustomerId } from '#shared/ids.ts';
import { idChanged, verdictOn } from './check.ts';
import { type LinkRunKind, refuse } from './link-run-kind.ts';

/** What the verdicts on confirmed links rest on. */
export interface WritingPorts {
  readonly salesforce: Pick<SalesforceClient, 'readHolders'>;
  readonly quickbooks: Pick<QuickBooksClient, 'readCustomers'>;
  /** Whether the person allowed that one customer belongs to several accounts. */
  readonly severalAccounts: boolean;
  /** Whether this decision of the person is still what counts for the account. */
  readonly isInForce: (account: AccountId, decisionSeq: number) => boolean;
}

/** A run that writes confirmed links, each only while what it was confirmed on is still so. */
export function writingLinks(ports: WritingPorts): LinkRunKind {
  const { salesforce, quickbooks, severalAccounts, isInForce } = ports;
  return {
    step: 'Writing links',
    already: 'The account carried this id already.',
    provesFirst: true,
    async prepare(chunk, { signal, progress }) {
      const customerIds = chunk.map(targetOf);
      const [holders, customers] = await Promise.all([
        salesforce.readHolders(customerIds, signal),
        quickbooks.readCustomers(customerIds, signal, (seconds) =>
          progress(`QuickBooks asks us to wait ${seconds} s`, 0, null),
        ),
      ]);
      const carriedBy = new Map(
        [...holders].flatMap(([id, accounts]) => accounts.map((account) => [account, id] as const)),
      );
      const givenHere = new Map<CustomerId, AccountId[]>();
      return (entry, account) => {
        const target = targetOf(entry);
        const carried = carriedBy.get(entry.accountId);
        // Two reads at the same time, of which one found an id that the other did not: somebody is at the account just now.
        if (carried !== undefined && account !== undefined && carried !== account.link.customerId) {
          return refuse(idChanged(carried));
        }
        const inThisBlock = givenHere.get(target) ?? [];
        const current = {
          account,
          customer: customers.get(target),
          holders: [...(holders.get(target) ?? []), ...inThisBlock],
          confirmed: isInForce(entry.accountId, entry.decisionSeq),
        };
        const verdict = verdictOn(entry, current, severalAccounts);
        if (verdict.kind === 'write') givenHere.set(target, [...inThisBlock, entry.accountId]);
        return verdict;
      };
    },
  };
}

/** The customer as QuickBooks knows it; a project from a file without ids has a key of its own. */
function targetOf(entry: JournalRecord): CustomerId {
  return CustomerId.parse(entry.after.customerId);
}
