import type { AccountState, CustomerDecisionKind, CustomerState, DecisionKind } from '#shared/decisions.ts';

const byState: Partial<Record<AccountState, DecisionKind>> = {
  confirmed: 'confirm',
  written: 'confirm',
  failed: 'confirm',
  rejected: 'reject',
  skipped: 'skip',
  'create-new': 'create-new',
  ignored: 'ignore',
};

const byCustomerState: Partial<Record<CustomerState, CustomerDecisionKind>> = {
  'create-new': 'create-new',
  ignored: 'ignore',
  skipped: 'skip',
};

/** What the cell "Decision" says of an account in this state, in the words of the command line; null for blank. */
export function decidedOf(state: AccountState): DecisionKind | null {
  return byState[state] ?? null;
}

/** What the cell "Decision" says of a customer without an account. */
export function decidedOfCustomer(state: CustomerState): CustomerDecisionKind | null {
  return byCustomerState[state] ?? null;
}
