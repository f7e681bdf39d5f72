import type { CreationStore, Journal, JournalRecord } from '#app/project/index.ts';
import type { CurrentLink, Hooks, QuickBooksClient, SalesforceClient } from '#app/sources/index.ts';
import type { AccountId, RunId } from '#shared/ids.ts';
import { CustomerId } from '#shared/ids.ts';
import { runLinks } from '../link-run.ts';
import type { LinkRunLimits } from '../link-run-limits.ts';
import { writingLinks } from '../writing-links.ts';

/** What linking the customers of a run needs from the rest of the program. */
export interface LinkCreatedPorts {
  readonly salesforce: Pick<SalesforceClient, 'readLinks' | 'readHolders' | 'writeLinks'>;
  readonly quickbooks: Pick<QuickBooksClient, 'readCustomers'>;
  readonly creations: CreationStore;
  readonly journal: Journal;
  readonly now: () => Date;
  /** Whether this decision of the person is still what counts for the account. */
  readonly isInForce: (account: AccountId, decisionSeq: number) => boolean;
  /** Told of every link that is in Salesforce for sure, as re-read. */
  readonly onLinked: (link: JournalRecord, current: CurrentLink) => void;
  /** How the links are cut, and how long they wait, where it is not as usual. */
  readonly limits?: Partial<LinkRunLimits>;
}

/**
 * Writes the ids of the customers that a run has created to their accounts, as any run of links does: each is read again,
 * must still carry no id, and counts only once it was read back. What is not linked stays `created`, for the next time,
 * unless the account can never be linked to it any more. Errors of {@link runLinks}, after the entries are right.
 */
export async function linkCreated(run: RunId, ports: LinkCreatedPorts, hooks: Hooks): Promise<void> {
  const { creations, quickbooks, now } = ports;
  takeOver(run, ports);
  const waiting = creations.entries(run).filter(({ state }) => state === 'created');
  if (waiting.length === 0) return;
  const ids = waiting.map(({ customerId }) => CustomerId.parse(customerId));
  const current = await quickbooks.readCustomers(ids, hooks.signal);
  for (const { accountId, customerId, syncToken } of waiting) {
    const token = current.get(CustomerId.parse(customerId))?.syncToken ?? syncToken;
    creations.relink(run, accountId, token, now());
  }
  try {
    // Their customers were just created; they are few at a time, and none is left without its link.
    const kind = { ...writingLinks({ ...ports, severalAccounts: false }), provesFirst: false };
    await runLinks(run, kind, { ...ports, onWritten: ports.onLinked }, hooks);
  } finally {
    takeOver(run, ports);
  }
}

/** Brings the entries of the run to what its links came to. */
function takeOver(run: RunId, { creations, journal, now }: LinkCreatedPorts): void {
  const links = new Map(journal.entries(run).map((link) => [link.accountId, link]));
  for (const { accountId, state, customerId, message } of creations.entries(run)) {
    const link = links.get(accountId);
    if (state !== 'created' || link === undefined) continue;
    if (link.state === 'done') creations.record(run, { accountId, state: 'linked' }, now());
    if (link.state === 'failed' && link.message !== message) creations.notLinked(run, accountId, link, now());
    if (link.state === 'refused') {
      const refusal = `Customer ${customerId} was created in QuickBooks, but could not be linked: ${link.message} Link it by hand, or make it inactive.`;
      creations.record(run, { accountId, state: 'refused', message: refusal }, now());
    }
  }
}
