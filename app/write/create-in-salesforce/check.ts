import type { AccountCreation } from '#app/project/index.ts';
import type { AccountCarrying, CurrentCustomer } from '#app/sources/index.ts';

/** So far may the clocks of this machine and of Salesforce be apart, in milliseconds. */
const clockDifference = 10 * 60_000;

/** What is so right before an account is created. */
export interface NowOfCustomer {
  /** Whether the person's decision still counts. */
  readonly isInForce: boolean;
  readonly customer: CurrentCustomer | undefined;
  /** The accounts that carry the customer's id. */
  readonly carriers: readonly AccountCarrying[];
}

/** Why an account must not be created now; null where it may. Pure. */
export function refusalOf(creation: AccountCreation, now: NowOfCustomer): string | null {
  if (!now.isInForce) return 'The decision to create it was taken back since this run was started.';
  const { customer } = now;
  const carrier = now.carriers[0];
  if (carrier !== undefined) {
    return `“${carrier.name}” (${carrier.accountId}) carries the customer’s id in Salesforce now: somebody linked it meanwhile. Export again.`;
  }
  if (customer === undefined) return 'The customer is no longer in QuickBooks. Export again.';
  if (customer.syncToken !== creation.customerSyncToken) {
    return 'The customer was changed in QuickBooks since the export. Export again and look at it once more.';
  }
  return null;
}

/**
 * Whether an account that carries the customer's id is the one that was sent and never answered for: it has the name that
 * was sent, and was not there before. Pure.
 */
export function isTheOneSent(
  { name, createdAt }: AccountCarrying,
  { fields, sentAt }: AccountCreation,
): boolean {
  if (sentAt === '' || name.trim() !== (fields.Name ?? '')) return false;
  return Date.parse(createdAt) >= Date.parse(sentAt) - clockDifference;
}
