import type { NewDecision } from '#app/project/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId } from '#shared/ids.ts';
import { evidenceOf } from './lapse.ts';
import type { Ledger } from './ledger.ts';

const nobody: ReadonlySet<AccountId> = new Set();

/**
 * Checks what a person wants to say of a row against what is so already, and fills in the customer that the row
 * shows where a confirmation or a rejection names none. `leaving` are accounts that give up their customer in the same batch.
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
  if (kind === 'skip') return { accountId: account.id, customerId: standing.customer, kind };
  if (kind !== 'confirm' && kind !== 'reject') return { accountId: account.id, customerId: null, kind };

  const customerId = wanted.customerId ?? standing.customer;
  if (customerId === null) {
    throw new AppError('decision-no-customer', { kind, account: account.name });
  }
  const customer = ledger.customers.get(customerId);
  if (customer === undefined) {
    throw new AppError('decision-unknown-record', { side: 'customer', id: customerId });
  }
  if (kind === 'reject') return { accountId: account.id, customerId, kind };
  const holder = ledger.severalAccounts
    ? undefined
    : ledger.othersWith(customerId, account.id).find((other) => !leaving.has(other));
  if (holder !== undefined) {
    const other = ledger.accounts.get(holder);
    throw new AppError('decision-customer-taken', {
      customer: customer.displayName,
      how: other?.linkedCustomerId === customerId ? 'linked to' : 'confirmed for',
      other: other?.name ?? holder,
    });
  }
  return { accountId: account.id, customerId, kind };
}

/** A decision as it is kept: with a rejection goes what both records say now. */
export function withEvidence(ledger: Ledger, decision: NewDecision): NewDecision {
  const { accountId, customerId, kind } = decision;
  const account = ledger.accounts.get(accountId);
  const customer = customerId === null ? undefined : ledger.customers.get(customerId);
  if (kind !== 'reject' || account === undefined || customer === undefined) return decision;
  return { ...decision, evidence: evidenceOf(account, customer) };
}
