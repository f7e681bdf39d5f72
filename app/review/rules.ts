import type { NewDecision } from '#app/project/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import { evidenceOf } from './lapse.ts';
import type { Ledger } from './ledger.ts';

const nobody: ReadonlySet<AccountId> = new Set();

/**
 * Checks what a person wants to say of a row against what is so already, and gives it with the customer that the row shows
 * where a confirmation or a rejection names none. `leaving` are accounts that give up their customer in the same batch.
 * Errors: `decision-unknown-record`, `decision-already-linked`, `decision-no-customer`, `decision-customer-taken`.
 */
export function checkDecision(
  ledger: Ledger,
  wanted: NewDecision,
  leaving: ReadonlySet<AccountId> = nobody,
): NewDecision {
  const account = ledger.accounts.get(wanted.accountId);
  if (account === undefined) {
    throw new AppError('decision-unknown-record', { side: 'account', id: wanted.accountId });
  }
  const standing = ledger.standing(account.id);
  // A link with something wrong may be left as it is, so that it need not be looked at again.
  const isDoubtful = standing.hasLinkProblem || standing.drift.length > 0;
  const leavesLink = isDoubtful && wanted.kind === 'ignore';
  if ((standing.state === 'linked' || standing.state === 'written') && !leavesLink) {
    throw new AppError('decision-already-linked', { account: account.name });
  }
  const { kind } = wanted;
  if (kind === 'skip') return { ...wanted, customerId: standing.customer };
  if (kind !== 'confirm' && kind !== 'reject') return { ...wanted, customerId: null };

  const customerId = wanted.customerId ?? standing.customer;
  if (customerId === null) {
    throw new AppError('decision-no-customer', { kind, account: account.name });
  }
  if (!ledger.customers.has(customerId)) {
    throw new AppError('decision-unknown-record', { side: 'customer', id: customerId });
  }
  if (kind === 'reject') return { ...wanted, customerId };
  const holder = ledger.severalAccounts
    ? undefined
    : ledger.othersWith(customerId, account.id).find((other) => !leaving.has(other));
  if (holder !== undefined) throw customerTaken(ledger, customerId, holder);
  return { ...wanted, customerId };
}

/**
 * Notes which account each customer goes to, of the decisions of one batch: a customer goes to one account only, unless it
 * may have several. Errors: `decision-customer-taken`.
 */
export function claim(
  ledger: Ledger,
  { accountId, customerId, kind }: NewDecision,
  claimed: Map<CustomerId, AccountId>,
): void {
  if (kind !== 'confirm' || customerId === null || ledger.severalAccounts) return;
  const other = claimed.get(customerId);
  if (other !== undefined && other !== accountId) throw customerTaken(ledger, customerId, other);
  claimed.set(customerId, accountId);
}

/** The refusal of a customer that another account has. */
export function customerTaken(ledger: Ledger, customerId: CustomerId, holder: AccountId): AppError {
  const account = ledger.accounts.get(holder);
  return new AppError('decision-customer-taken', {
    customer: ledger.customers.get(customerId)?.displayName ?? customerId,
    how: account?.linkedCustomerId === customerId ? 'linked to' : 'confirmed for',
    other: account?.name ?? holder,
  });
}

/** A decision as it is kept: with a rejection goes what both records say now. */
export function withEvidence(ledger: Ledger, decision: NewDecision): NewDecision {
  const { accountId, customerId, kind } = decision;
  const account = ledger.accounts.get(accountId);
  const customer = customerId === null ? undefined : ledger.customers.get(customerId);
  if (kind !== 'reject' || account === undefined || customer === undefined) return decision;
  return { ...decision, evidence: evidenceOf(account, customer) };
}
