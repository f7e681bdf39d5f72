import type { DecisionKind } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { PairOutline } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { CustomerRow, ReviewRow } from '#shared/review.ts';

/** An account as the review shows it; `customer` belongs to the row's `customerId`, null where there is none. */
export interface ShownAccount {
  readonly row: ReviewRow;
  readonly account: Account;
  readonly customer: Customer | null;
}

/** An account with the customer that is proposed, chosen or linked. */
export interface Match extends ShownAccount {
  readonly customer: Customer;
}

/** A customer to which no account belongs. */
export interface LoneCustomer {
  readonly row: CustomerRow;
  readonly customer: Customer;
}

/**
 * One of the pairs that an account in conflict may be; `group` is the same for all that compete with each other. `others`
 * are the accounts that want the customer, too, by name.
 */
export interface Rivalry extends Match {
  readonly group: number;
  readonly pair: Pick<PairOutline, 'score' | 'band' | 'reason'> | null;
  readonly others: readonly string[];
}

/**
 * A line of what was decided, or of what the package's next sync would change in QuickBooks. `at` is ISO 8601; ids are blank
 * and null where a line is about one record alone.
 */
export type Change = {
  readonly accountId: AccountId | null;
  readonly accountName: string;
  readonly customerId: CustomerId | null;
  readonly customerName: string;
} & (
  | {
      readonly kind: 'decision';
      readonly decision: DecisionKind;
      readonly at: string;
      readonly author: string;
      readonly inForce: boolean;
    }
  | { readonly kind: 'overwrite'; readonly field: string; readonly from: string; readonly to: string }
);

/** Where the records of a worksheet can be looked at; null where a record has no page. */
export interface RecordPages {
  account(id: AccountId): string | null;
  customer(id: CustomerId): string | null;
}
