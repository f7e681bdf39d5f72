import type { AccountId } from '#shared/ids.ts';
import type { DecidedPair } from '#shared/matching.ts';
import type { Steps } from '#shared/steps.ts';
import type { History } from './history.ts';
import type { Ledger } from './ledger.ts';

/** The pairs that teach the matcher, as of now. */
export interface DecidedPairs {
  readonly confirmed: DecidedPair[];
  readonly rejected: DecidedPair[];
}

/** The pairs confirmed and rejected, as far as that counts. A pair rejected first and confirmed later is confirmed. */
export function decidedPairs(ledger: Ledger): DecidedPairs {
  const pairs: DecidedPairs = { confirmed: [], rejected: [] };
  for (const accountId of ledger.history.accounts()) {
    if (!ledger.accounts.has(accountId)) continue;
    const { confirmation } = ledger.standing(accountId);
    const confirmed = confirmation?.customerId ?? null;
    if (confirmed !== null) pairs.confirmed.push({ accountId, customerId: confirmed });
    for (const customerId of ledger.rejectionsOf(accountId).inForce) {
      if (customerId !== confirmed) pairs.rejected.push({ accountId, customerId });
    }
  }
  return pairs;
}

/**
 * Accounts whose every candidate the person has turned down, each with the decision that did so: another match of the
 * same records leaves them alone.
 */
export function settledRejections(ledger: Ledger): [AccountId, number][] {
  return [...ledger.history.accounts()].flatMap((id): [AccountId, number][] => {
    const last = ledger.history.inForce(id).at(-1);
    if (last?.kind !== 'reject' || !ledger.accounts.has(id)) return [];
    const { state, customer } = ledger.standing(id);
    const isMatched = ledger.proposals.has(id);
    return isMatched && customer === null && state !== 'linked' ? [[id, last.seq]] : [];
  });
}

/** So many accounts are gone through between two turns of others. */
const accountsAtOnce = 2_000;

/** What of a history teaches the matcher: every pair confirmed or rejected, as one text each. In small steps. */
export function* sayingIn(history: History): Steps<Set<string>> {
  const said = new Set<string>();
  let done = 0;
  for (const account of history.accounts()) {
    const decisions = history.inForce(account);
    const last = decisions.at(-1);
    if (last?.kind === 'confirm') said.add(`confirm ${account} ${last.customerId}`);
    for (const { kind, customerId } of decisions) {
      if (kind === 'reject') said.add(`reject ${account} ${customerId}`);
    }
    done += 1;
    if (done % accountsAtOnce === 0) yield;
  }
  return said;
}
