import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';

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
