import type { Project } from '#app/project/index.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { ProposalOutline } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { atOnce, type Steps } from '#shared/steps.ts';

/** Both sides of a project, in the order of their sources. */
export interface LedgerRecords {
  /** The revision of the project's records that these are. */
  readonly revision: number;
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly customers: ReadonlyMap<CustomerId, Customer>;
}

/** What a ledger is made from beside the decisions. */
export interface LedgerContent extends LedgerRecords {
  readonly proposals: ReadonlyMap<AccountId, ProposalOutline>;
}

/**
 * Reads a project for a ledger; `records` are its records where they are known already. Yields after every batch, so
 * that others get their turn in a large project.
 */
export function* readingContent(
  { records: stored, proposals: proposed }: Project,
  records: LedgerRecords | null,
): Steps<LedgerContent> {
  const revision = records?.revision ?? stored.revision();
  const accounts = new Map(records?.accounts);
  const customers = new Map(records?.customers);
  const proposals = new Map<AccountId, ProposalOutline>();
  if (records === null) {
    for (const batch of stored.accountBatches()) {
      for (const account of batch) accounts.set(account.id, account);
      yield;
    }
    for (const batch of stored.customerBatches()) {
      for (const customer of batch) customers.set(customer.id, customer);
      yield;
    }
  }
  for (const batch of proposed.outlines()) {
    for (const proposal of batch) proposals.set(proposal.accountId, proposal);
    yield;
  }
  return { revision, accounts, customers, proposals };
}

/** Reads a project for a ledger in one go. */
export function contentOf(project: Project): LedgerContent {
  return atOnce(readingContent(project, null));
}
