import type { DriftRecord } from '#shared/drift.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { Account } from '#shared/records.ts';
import type { Ledger } from '../ledger.ts';

/** What each record that came, went or changed is linked to or confirmed for, in a phrase; `''` for nothing. */
export function concernsOf(ledger: Ledger, records: readonly DriftRecord[]): string[] {
  const carriers = Map.groupBy(ledger.accounts.values(), ({ linkedCustomerId }) => linkedCustomerId);
  return records.map((record) =>
    record.side === 'salesforce'
      ? ofAccount(ledger, record)
      : ofCustomer(ledger, CustomerId.parse(record.id), carriers.get(record.id) ?? []),
  );
}

function ofAccount(ledger: Ledger, { id, changes, kind }: DriftRecord): string {
  const account = ledger.accounts.get(AccountId.parse(id));
  const wasLinked = changes.find(({ field }) => field === 'linkedCustomerId')?.before ?? '';
  const linked = account?.linkedCustomerId ?? wasLinked;
  const confirmed = ledger.confirmedFor(AccountId.parse(id));
  if (linked !== '') return `${kind === 'gone' ? 'was linked' : 'linked'} to ${nameOf(ledger, linked)}`;
  if (confirmed === null) return '';
  return `${kind === 'gone' ? 'was confirmed' : 'confirmed'} for ${nameOf(ledger, confirmed)}`;
}

/** An id that no customer has any more is carried all the same. */
function ofCustomer(ledger: Ledger, id: CustomerId, carriers: readonly Account[]): string {
  const carrying = carriers.map((account) => account.id);
  const linked = ledger.namesOf(carrying);
  const confirmed = ledger.namesOf(ledger.holdersOf(id).filter((holder) => !carrying.includes(holder)));
  return [
    ...(linked === null ? [] : [`linked to ${linked}`]),
    ...(confirmed === null ? [] : [`confirmed for ${confirmed}`]),
  ].join(', ');
}

function nameOf(ledger: Ledger, id: string): string {
  return ledger.customers.get(id as CustomerId)?.displayName ?? `id ${id}`;
}
