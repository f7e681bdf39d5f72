import { AccountId, CustomerId } from '#shared/ids.ts';
import type { Band, Pair, Proposal, Rival } from '#shared/pairs.ts';
import { type Account, bareAccount, bareCustomer, type Customer } from '#shared/records.ts';

export const accountId = (n: number | string) => AccountId.parse(`A${n}`);
export const customerId = (n: number | string) => CustomerId.parse(`${n}`);

/** An account named and numbered after `n`, as last changed at a fixed time. */
export function anAccount(n: number, more: Partial<Account> = {}): Account {
  return {
    ...bareAccount(accountId(n), `Account ${n}`),
    systemModstamp: '2026-01-01T00:00:00.000+0000',
    ...more,
  };
}

/** A customer numbered `n` with SyncToken 0. */
export function aCustomer(n: number, more: Partial<Customer> = {}): Customer {
  return { ...bareCustomer(customerId(n), `Customer ${n}`), syncToken: '0', ...more };
}

export function aPair(account: number, customer: number, score = 0.97, band: Band | null = 'likely'): Pair {
  return {
    accountId: accountId(account),
    customerId: customerId(customer),
    score,
    band,
    reason: 'Name agrees',
    evidence: [],
  };
}

export function aProposal(account: number, candidates: Pair[], rivals: Rival[] = []): Proposal {
  const state = candidates.length === 0 ? 'no-candidate' : rivals.length > 0 ? 'conflict' : 'suggested';
  return {
    accountId: accountId(account),
    state,
    reason: candidates.length === 0 ? 'Nothing like it' : '',
    candidates,
    rivals,
  };
}
