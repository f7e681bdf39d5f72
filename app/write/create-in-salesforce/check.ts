import type { AccountCreation } from '#app/project/index.ts';
import type { AccountCarrying, CurrentCustomer } from '#app/sources/index.ts';

/** So far may the clocks of this machine and of Salesforce be apart, in milliseconds. */
const clockDifference = 10 * 60_000;

/**
 * Why an account must not be created now, by its customer as re-read; null where it may. `isInForce` says whether the
 * person's decision still counts. Pure.
 */
export function refusalOf(
  { customerSyncToken }: AccountCreation,
  customer: CurrentCustomer | undefined,
  isInForce: boolean,
): string | null {
  if (!isInForce) return 'The decision to create it was taken back since this run was started.';
  if (customer === undefined) return 'The customer is no longer in QuickBooks. Export again.';
  if (customer.syncToken !== customerSyncToken) {
    return 'The customer was changed in QuickBooks since the export. Export again and look at it once more.';
  }
  return null;
}

/** What is said of a creation whose customer has an account meanwhile. */
export function linkedMeanwhile({ name, accountId }: AccountCarrying): string {
  return `“${name}” (${accountId}) carries the customer’s id in Salesforce now: somebody linked it meanwhile. Export again.`;
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
