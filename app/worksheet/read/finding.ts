import type { CustomerDecisionKind, DecisionKind } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { WorksheetFinding } from '#shared/worksheet.ts';

/** What taking a finding over does. `basis` null is the records as they are now, which the person was shown. */
export type Effect =
  | {
      readonly kind: 'decision';
      readonly accountId: AccountId;
      readonly customerId: CustomerId | null;
      readonly decision: DecisionKind;
      readonly basis: number | null;
    }
  | {
      readonly kind: 'customer-decision';
      readonly customerId: CustomerId;
      readonly decision: CustomerDecisionKind;
    }
  | { readonly kind: 'comment'; readonly accountId: AccountId; readonly text: string };

/** A finding with what it does when it is taken over; null where it cannot be. */
export type Finding = Omit<WorksheetFinding, 'id'> & { readonly effect: Effect | null };
