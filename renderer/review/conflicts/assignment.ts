import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Conflict } from '#shared/review.ts';
import type { NewDecision } from '../session/session.ts';

/** What is meant for each account: a customer, or `none` of them. Accounts without a word stay as they are. */
export type Assignment = ReadonlyMap<AccountId, CustomerId | 'none'>;

/**
 * Means a customer or none for an account; the same said again takes it back. A customer is taken from the account that it
 * was meant for unless it may have several.
 */
export function assigned(
  before: Assignment,
  account: AccountId,
  choice: CustomerId | 'none',
  severalAccounts: boolean,
): Assignment {
  const after = new Map(before);
  if (before.get(account) === choice) {
    after.delete(account);
    return after;
  }
  if (choice !== 'none' && !severalAccounts) {
    for (const [other, customer] of before) if (customer === choice) after.delete(other);
  }
  return after.set(account, choice);
}

/** The accounts of which something is said that can be decided. */
export function settledBy(assignment: Assignment, conflict: Conflict): number {
  return new Set(decisionsOf(assignment, conflict).map(({ accountId }) => accountId)).size;
}

/** The decisions that an assignment comes to: its pairs confirmed, and all that was proposed to an account with none rejected. */
export function decisionsOf(assignment: Assignment, { accounts, pairs }: Conflict): NewDecision[] {
  return accounts.flatMap(({ id: accountId }): NewDecision[] => {
    const choice = assignment.get(accountId);
    if (choice === undefined) return [];
    if (choice !== 'none') return [{ accountId, kind: 'confirm', customerId: choice }];
    return pairs
      .filter((pair) => pair.accountId === accountId && pair.proposed)
      .map(({ customerId }) => ({ accountId, kind: 'reject', customerId }));
  });
}
