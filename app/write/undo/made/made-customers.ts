import type { NewRemoval } from '#app/project/index.ts';
import type { Customer } from '#shared/records.ts';
import type { KeptRecord, PlannedRemoval, RemovalAction, RemovalPlan } from '#shared/removals.ts';

/** A customer that the undone run made, or whose customer it took away: how it was left, and the account of its link. */
export interface MadeCustomer extends PlannedRemoval {
  readonly expected: string;
}

/** What an undo could do to these customers, and how that goes into its journal. */
export interface PreparedRemovals {
  readonly plan: RemovalPlan;
  readonly removals: readonly NewRemoval[];
}

/**
 * Says of each customer whether it can be made inactive, or active again: only while it is as the run left it. `customers` are
 * these as they are now; null where QuickBooks cannot be read, and why. Pure.
 */
export function preparedRemovals(
  action: RemovalAction,
  made: readonly MadeCustomer[],
  customers: ReadonlyMap<string, Customer> | string,
): PreparedRemovals {
  const records: PlannedRemoval[] = [];
  const removals: NewRemoval[] = [];
  const kept: KeptRecord[] = [];
  for (const { expected, ...record } of made) {
    const message =
      typeof customers === 'string'
        ? `It cannot be read in QuickBooks: ${customers}`
        : refusalOf(action, expected, customers.get(record.recordId));
    if (message !== null) {
      kept.push({ ...record, message });
      continue;
    }
    records.push(record);
    const { recordId, name, accountId } = record;
    removals.push({ action, recordId, name, accountId, expected });
  }
  return { plan: { action, records, kept }, removals };
}

export const activeAlready = 'It is active in QuickBooks already.';

/** Why a customer stays as it is; null where it need not. Pure. */
export function refusalOf(
  action: RemovalAction,
  expected: string,
  customer: Customer | undefined,
): string | null {
  if (customer === undefined) return 'It is no longer in QuickBooks (merged into another one).';
  if (action === 'deactivate' && !customer.active) return 'It is inactive in QuickBooks already.';
  if (action === 'reactivate' && customer.active) return activeAlready;
  if (customer.syncToken !== expected) return 'It was changed in QuickBooks since.';
  if (action === 'deactivate' && (customer.balance !== 0 || customer.balanceWithJobs !== 0)) {
    return 'It has an open balance in QuickBooks.';
  }
  return null;
}
