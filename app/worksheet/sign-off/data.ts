import type { RunEntry } from '#app/project/index.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import type { Pair } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { CustomerRow, ReviewRow } from '#shared/review.ts';
import type { Outcome, SignOffSummary } from '#shared/sign-off.ts';
import type { RecordPages } from '../sheets/rows.ts';

/** What a person decided, who it was and when (ISO 8601). */
export interface SignedDecision {
  readonly kind: DecisionKind;
  readonly author: string;
  readonly at: string;
}

/** The last attempt to write a link, with who started its run. */
export interface SignedAttempt extends Pick<RunEntry, 'run' | 'state' | 'message' | 'serviceMessage' | 'at'> {
  readonly author: string;
  readonly customerId: string;
}

/** An account with all that is to be said of it: the customer beside it, what was decided, and what came of it. */
export interface SignedRow {
  readonly row: ReviewRow;
  readonly account: Account;
  readonly customer: Customer | null;
  readonly outcome: Outcome;
  /** The last word on it that is in force; null for none. */
  readonly decision: SignedDecision | null;
  /** Of its present decision; null where nothing was tried. */
  readonly attempt: SignedAttempt | null;
  readonly remarks: string;
}

/** A pair that a person said is none. */
export interface RejectedPair {
  readonly account: Account;
  readonly customer: Customer;
  readonly decision: SignedDecision;
}

/** A customer to which no account belongs, with what was decided of it. */
export interface SignedCustomer {
  readonly row: CustomerRow;
  readonly customer: Customer;
  readonly decision: SignedDecision | null;
}

/** Everything that a sign-off pack holds. */
export interface SignOffData {
  readonly summary: SignOffSummary;
  readonly createdAt: Date;
  readonly rows: readonly SignedRow[];
  readonly rejected: readonly RejectedPair[];
  readonly customersWithoutMatch: readonly SignedCustomer[];
  /** The pair with its evidence; null where there is none to be had. */
  readonly pairOf: (account: Account, customer: Customer) => Pair | null;
  readonly pages: RecordPages;
}
