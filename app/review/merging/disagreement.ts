import type { DecisionEntry } from '#app/project/index.ts';
import type { MergePreview } from '#shared/contract.ts';
import type { Ledger } from '../ledger.ts';
import type { Disagreement } from './merge.ts';

type Described = MergePreview['disagreements'][number];

/** An account of which two reviewers say different things, as a person reads it. */
export function describeDisagreement(ledger: Ledger, { accountId, ours, theirs }: Disagreement): Described {
  const accountName = ledger.accounts.get(accountId)?.name ?? accountId;
  return { accountId, accountName, ours: said(ledger, ours), theirs: said(ledger, theirs) };
}

function said(ledger: Ledger, entry: DecisionEntry | null): Described['ours'] {
  if (entry === null) return null;
  const { kind, customerId, author, at } = entry;
  const customer = customerId === null ? undefined : ledger.customers.get(customerId);
  return { kind, customerName: customer?.displayName ?? customerId ?? '', author, at };
}
