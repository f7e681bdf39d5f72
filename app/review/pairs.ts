import { queueOf } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { BlockedLink } from '#shared/links.ts';
import type { Band } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Steps } from '#shared/steps.ts';
import { driftSentence } from './drift/words.ts';
import type { Ledger } from './ledger.ts';
import { isToWrite } from './standing.ts';

/** The pairs that these accounts are proposed for and that nobody has decided: a bulk confirmation would take them. */
export function undecidedPairs(
  ledger: Ledger,
  accounts: readonly AccountId[],
): { accountId: AccountId; customerId: CustomerId }[] {
  return accounts.flatMap((accountId) => {
    if (!ledger.accounts.has(accountId)) return [];
    const { state, customer, drift, rejectedBefore, undone } = ledger.standing(accountId);
    const isOpen = state === 'suggested' && drift.length === 0 && rejectedBefore === '' && undone === '';
    return isOpen && customer !== null ? [{ accountId, customerId: customer }] : [];
  });
}

/** So many accounts are looked at between two turns of others. */
const accountsAtOnce = 2_000;

/** The undecided pairs of these bands, in small steps. */
export function* findingUndecided(
  ledger: Ledger,
  bands: readonly Band[],
): Steps<ReturnType<typeof undecidedPairs>> {
  const ofBands: AccountId[] = [];
  let done = 0;
  for (const id of ledger.listed()) {
    const band = ledger.standing(id).pair?.band ?? null;
    if (band !== null && bands.includes(band)) ofBands.push(id);
    done += 1;
    if (done % accountsAtOnce === 0) yield;
  }
  return undecidedPairs(ledger, ofBands);
}

/** The pairs whose write failed or was refused, and to which nothing happened since. */
export function failedPairs(ledger: Ledger): { accountId: AccountId; customerId: CustomerId | null }[] {
  return [...ledger.listed()].flatMap((accountId) => {
    const standing = ledger.standing(accountId);
    return queueOf(standing) === 'failed' ? [{ accountId, customerId: standing.customer }] : [];
  });
}

/** The pairs that wait to be written, each with the decision that confirmed it, in small steps. */
export function* confirmedPairs(
  ledger: Ledger,
): Steps<{ account: Account; customer: Customer; decisionSeq: number }[]> {
  const pairs: { account: Account; customer: Customer; decisionSeq: number }[] = [];
  let done = 0;
  for (const account of ledger.accounts.values()) {
    done += 1;
    if (done % accountsAtOnce === 0) yield;
    const standing = ledger.standing(account.id);
    const { confirmation, customer: id } = standing;
    const customer = id === null ? undefined : ledger.customers.get(id);
    if (!isToWrite(standing) || confirmation === null || customer === undefined) continue;
    pairs.push({ account, customer, decisionSeq: confirmation.seq });
  }
  return pairs;
}

/** The confirmed pairs to which something happened since, so that the person has to look at them before a write. */
export function* driftedPairs(ledger: Ledger): Steps<BlockedLink[]> {
  const blocked: BlockedLink[] = [];
  let done = 0;
  for (const account of ledger.accounts.values()) {
    done += 1;
    if (done % accountsAtOnce === 0) yield;
    const { drift, customer } = ledger.standing(account.id);
    if (drift.length === 0) continue;
    const said = ledger.history.inForce(account.id).at(-1);
    const isWritten = account.linkedCustomerId !== '' && account.linkedCustomerId === said?.customerId;
    if (said?.kind !== 'confirm' || isWritten) continue;
    const customerName = customer === null ? '' : (ledger.customers.get(customer)?.displayName ?? '');
    const message = `${drift.map(driftSentence).join('. ')}. Look at it under “Changed since”.`;
    blocked.push({ accountId: account.id, accountName: account.name, customerName, message });
  }
  return blocked;
}
