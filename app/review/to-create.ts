import type { BlockedCreation, LikelyDuplicate } from '#shared/creating.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Steps } from '#shared/steps.ts';
import { stateOf } from './customers.ts';
import { driftSentence } from './drift/words.ts';
import type { Ledger } from './ledger.ts';

/** So many accounts are looked at between two turns of others. */
const accountsAtOnce = 2_000;

/**
 * The accounts of which a customer is to be created, each with that decision; and those to which something happened since.
 * In small steps.
 */
export function* accountsToCreate(ledger: Ledger): Steps<{
  accounts: { account: Account; decisionSeq: number }[];
  changedSince: BlockedCreation[];
}> {
  const accounts: { account: Account; decisionSeq: number }[] = [];
  const changedSince: BlockedCreation[] = [];
  let done = 0;
  for (const account of ledger.accounts.values()) {
    done += 1;
    if (done % accountsAtOnce === 0) yield;
    const { state, drift } = ledger.standing(account.id);
    const decision = ledger.history.inForce(account.id).at(-1);
    if (state !== 'create-new' || decision === undefined) continue;
    if (drift.length === 0) {
      accounts.push({ account, decisionSeq: decision.seq });
      continue;
    }
    const message = `${drift.map(driftSentence).join('. ')}. Look at it under “Changed since”.`;
    changedSince.push({ sourceId: account.id, sourceName: account.name, message });
  }
  return { accounts, changedSince };
}

/** The customers that may be an account's already: what the matcher found for it, the best first. */
export function likelyDuplicates(ledger: Ledger, accountId: AccountId): LikelyDuplicate[] {
  const candidates = ledger.proposals.get(accountId)?.candidates ?? [];
  return candidates.flatMap(({ customerId, score, band }) => {
    const customer = ledger.customers.get(customerId);
    if (customer === undefined || band === null) return [];
    const { displayName, active } = customer;
    const heldBy = ledger.namesOf(ledger.othersWith(customerId, accountId)) ?? '';
    return [{ id: customerId, name: displayName, active, score, band, heldBy }];
  });
}

/** The customers of which an account is to be created, each with that decision; no account belongs to any of them. */
export function customersToCreate(ledger: Ledger): { customer: Customer; decisionSeq: number }[] {
  const wanted: { customer: Customer; decisionSeq: number }[] = [];
  for (const id of ledger.history.customers()) {
    const customer = ledger.customers.get(id);
    const said = ledger.history.ofCustomer(id);
    if (customer === undefined || said === undefined || stateOf(ledger, id) !== 'create-new') continue;
    wanted.push({ customer, decisionSeq: said.seq });
  }
  return wanted;
}

/** Whether this decision is still the last word on a customer to which no account belongs. */
export function isToCreate(ledger: Ledger, customerId: CustomerId, decisionSeq: number): boolean {
  return ledger.history.ofCustomer(customerId)?.seq === decisionSeq;
}
