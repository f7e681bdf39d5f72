import type { NewCustomerDecision, NewDecision } from '#app/project/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import { checkCustomerDecision } from './customers.ts';
import type { Ledger } from './ledger.ts';
import { checkDecision } from './rules.ts';

/** Decisions on accounts and on customers alone that are to be one batch. */
export interface Exchange {
  readonly accounts: readonly NewDecision[];
  readonly customers: readonly NewCustomerDecision[];
}

/** What of an exchange can be taken, and why the rest cannot, by the record that it is about. */
export interface CheckedExchange extends Exchange {
  readonly refused: {
    readonly accounts: ReadonlyMap<AccountId, AppError>;
    readonly customers: ReadonlyMap<CustomerId, AppError>;
  };
}

/** So many decisions are checked between two turns of others. */
const CHECKED_AT_ONCE = 1_000;

/**
 * Checks decisions that are one batch. In it an account may get the customer that another one gives up, be it in a circle;
 * of an account of which one decision is refused none is taken, and what rested on it is refused in turn. In small steps.
 */
export function* checkingExchange(ledger: Ledger, { accounts, customers }: Exchange): Steps<CheckedExchange> {
  const refused = new Map<AccountId, AppError>();
  let accepted: NewDecision[] = [];
  for (let before = -1; before < refused.size; ) {
    before = refused.size;
    const wanted = accounts.filter(({ accountId }) => !refused.has(accountId));
    const leaving = leavingIn(ledger, wanted);
    const claimed = new Map<CustomerId, AccountId>();
    accepted = [];
    for (const [place, one] of wanted.entries()) {
      if (place % CHECKED_AT_ONCE === CHECKED_AT_ONCE - 1) yield;
      const checked = refusal(() => takeOne(ledger, one, leaving, claimed));
      if (checked instanceof AppError) refused.set(one.accountId, checked);
      else accepted.push(checked);
    }
  }
  const given = new Set(accepted.flatMap(({ kind, customerId }) => (kind === 'confirm' ? [customerId] : [])));
  const refusedCustomers = new Map<CustomerId, AppError>();
  const acceptedCustomers = customers.filter((one) => {
    const checked = refusal(() => {
      checkCustomerDecision(ledger, one);
      if (given.has(one.customerId)) throw taken(ledger, one.customerId, accepted);
      return one;
    });
    if (checked instanceof AppError) refusedCustomers.set(one.customerId, checked);
    return !(checked instanceof AppError);
  });
  return {
    accounts: accepted,
    customers: acceptedCustomers,
    refused: { accounts: refused, customers: refusedCustomers },
  };
}

/** The accounts that these decisions, taken together, free of the customer that was confirmed for them. */
export function leavingIn(
  ledger: Ledger,
  decisions: readonly Pick<NewDecision, 'accountId' | 'customerId' | 'kind'>[],
): Set<AccountId> {
  const last = new Map(decisions.map((one) => [one.accountId, one]));
  const leaving = new Set<AccountId>();
  for (const [id, { kind, customerId }] of last) {
    const held = ledger.confirmedFor(id);
    const isLinked = ledger.customers.has(ledger.accounts.get(id)?.linkedCustomerId as CustomerId);
    if (held !== null && !isLinked && (kind !== 'confirm' || customerId !== held)) leaving.add(id);
  }
  return leaving;
}

function takeOne(
  ledger: Ledger,
  wanted: NewDecision,
  leaving: ReadonlySet<AccountId>,
  claimed: Map<CustomerId, AccountId>,
): NewDecision {
  const { taken: by, basis } = wanted;
  const decision: NewDecision = {
    ...checkDecision(ledger, wanted, leaving),
    ...(by === undefined ? {} : { taken: by }),
    ...(basis === undefined ? {} : { basis }),
  };
  const { accountId, customerId, kind } = decision;
  if (kind !== 'confirm' || customerId === null || ledger.severalAccounts) return decision;
  const other = claimed.get(customerId);
  if (other !== undefined && other !== accountId)
    throw taken(ledger, customerId, [{ ...decision, accountId: other }]);
  claimed.set(customerId, accountId);
  return decision;
}

function taken(ledger: Ledger, customerId: CustomerId, decisions: readonly NewDecision[]): AppError {
  const other = decisions.find((one) => one.kind === 'confirm' && one.customerId === customerId)?.accountId;
  return new AppError('decision-customer-taken', {
    customer: ledger.customers.get(customerId)?.displayName ?? customerId,
    how: 'confirmed for',
    other: (other === undefined ? undefined : ledger.accounts.get(other)?.name) ?? other ?? '',
  });
}

function refusal<T>(check: () => T): T | AppError {
  try {
    return check();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
