import type { DecisionKind } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';

/** Who said something, and when (ISO 8601). */
export interface Say {
  readonly author: string;
  readonly at: string;
}

/** What is decided of an account now; `customerId` is that of a confirmation, `basis` the records that were seen. */
export interface Said extends Say {
  readonly kind: DecisionKind;
  readonly customerId: CustomerId | null;
  readonly basis: number;
}

/** An account as the project knows it now. */
export interface AccountNow {
  readonly name: string;
  readonly said: Said | null;
  /** The customers that were turned down for it and still are. */
  readonly rejected: ReadonlyMap<CustomerId, Say>;
  readonly comments: readonly { readonly author: string; readonly text: string }[];
}

/** A customer as the project knows it now, with what is decided of it alone. */
export interface CustomerNow {
  readonly name: string;
  readonly said: (Say & { readonly kind: DecisionKind }) | null;
}

/** The project as a worksheet that comes back is compared with it. */
export interface ProjectNow {
  /** Its identity, as rows are marked with it. */
  readonly id: string;
  readonly severalAccounts: boolean;
  /** Of its records; see `basis` of a row's mark. */
  readonly revision: number;
  /** Null for an account that is not there (any more). */
  account(id: AccountId): AccountNow | null;
  customer(id: CustomerId): CustomerNow | null;
  /** What changed in these records since a revision, in sentences; `''` for nothing. */
  changesSince(account: AccountId | null, customer: CustomerId | null, revision: number): string;
}
