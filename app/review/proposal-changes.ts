import type { MatchOutcome } from '#shared/contract.ts';
import type { AccountState } from '#shared/decisions.ts';
import type { Ledger } from './ledger.ts';

const undecided: readonly AccountState[] = ['suggested', 'conflict', 'no-candidate', 'dangling'];

/** How many rows that nobody decided show another customer after a match, and how many none any more. */
export function changesBetween(before: Ledger, after: Ledger): MatchOutcome['changed'] {
  const changed = { proposals: 0, gone: 0 };
  for (const id of before.accounts.keys()) {
    const { state, customer } = before.standing(id);
    if (customer === null || !undecided.includes(state) || !after.accounts.has(id)) continue;
    const now = after.standing(id).customer;
    if (now === null) changed.gone += 1;
    else if (now !== customer) changed.proposals += 1;
  }
  return changed;
}
