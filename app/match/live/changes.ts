import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Side } from '../columns/side.ts';
import { accountIdAt, customerIdAt } from '../evidence.ts';

/** Records that changed, came or went since the last match or update. A changed record takes the old one's place. */
export interface Changes {
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
  readonly goneAccounts: readonly AccountId[];
  readonly goneCustomers: readonly CustomerId[];
}

/**
 * What an update came to: the proposals that are new or differ, those of accounts that have none any more, and whether
 * so much has changed since the weights were learnt that a full match is advised.
 */
export interface Updated {
  readonly proposals: Proposal[];
  readonly without: AccountId[];
  readonly fullMatchAdvised: boolean;
}

/** Of records with one id the last. */
export function latest<R extends { readonly id: string }>(records: readonly R[]): Iterable<R> {
  return new Map(records.map((record) => [record.id, record])).values();
}

/** The records of both sides that are not among those `present`. */
export function goneFrom(
  { accounts, customers }: { readonly accounts: Side; readonly customers: Side },
  present: { readonly accounts: ReadonlySet<AccountId>; readonly customers: ReadonlySet<CustomerId> },
): Pick<Changes, 'goneAccounts' | 'goneCustomers'> {
  const idsOf = <Id>(side: Side, idAt: (side: Side, place: number) => Id): Id[] =>
    Array.from({ length: side.count }, (_, place) => idAt(side, place));
  return {
    goneAccounts: idsOf(accounts, accountIdAt).filter((id) => !present.accounts.has(id)),
    goneCustomers: idsOf(customers, customerIdAt).filter((id) => !present.customers.has(id)),
  };
}
