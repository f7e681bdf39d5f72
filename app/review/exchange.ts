import type { NewCustomerDecision, NewDecision } from '#app/project/index.ts';
import { AppError } from '#shared/errors.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Steps } from '#shared/steps.ts';
import { checkCustomerDecision } from './customers.ts';
import type { Ledger } from './ledger.ts';
import { checkDecision, claim, customerTaken } from './rules.ts';

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
      const checked = refusal(() => {
        const decision = checkDecision(ledger, one, leaving);
        claim(ledger, decision, claimed);
        return decision;
      });
      if (checked instanceof AppError) refused.set(one.accountId, checked);
      else accepted.push(checked);
    }
  }
  const given = new Map(
    accepted.flatMap(({ kind, customerId, accountId }) =>
      kind === 'confirm' && customerId !== null ? [[customerId, accountId]] : [],
    ),
  );
  const refusedCustomers = new Map<CustomerId, AppError>();
  const acceptedCustomers = customers.filter((one) => {
    const checked = refusal(() => {
      checkCustomerDecision(ledger, one);
      const account = given.get(one.customerId);
      if (account !== undefined) throw customerTaken(ledger, one.customerId, account);
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

function refusal<T>(check: () => T): T | AppError {
  try {
    return check();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
