import type { AccountState } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { PairOutline } from '#shared/pairs.ts';
import type { Ledger } from '../ledger.ts';
import { contestOf } from './conflict.ts';
import { contestAround } from './contest.ts';

/** One of the pairs that an account in conflict may be. `others` are the other accounts that have the customer in sight. */
export interface ContestedPair {
  readonly accountId: AccountId;
  readonly customerId: CustomerId;
  /** null where the matcher has not compared them. */
  readonly pair: PairOutline | null;
  readonly others: readonly AccountId[];
}

/** Of a contest without end so many accounts are one group, and the others further ones. */
const mostOfAGroup = 250;

const isOpen = (state: AccountState): boolean => state === 'conflict' || state === 'suggested';

/**
 * The accounts in conflict with all that compete with them and are open, too: those that compete with each other as one
 * group, each with all pairs that it may be. An account is in one group.
 */
export function* contests(ledger: Ledger): Generator<ContestedPair[]> {
  const contest = contestOf(ledger);
  const seen = new Set<AccountId>();
  for (const start of ledger.listed()) {
    if (seen.has(start) || ledger.standing(start).state !== 'conflict') continue;
    const group = contestAround(start, contest, mostOfAGroup).accounts.filter(
      (id) => !seen.has(id) && isOpen(ledger.standing(id).state),
    );
    for (const id of group) seen.add(id);
    yield group.flatMap((accountId) => {
      const { customer, rivals } = ledger.standing(accountId);
      const tied = rivals.flatMap((rival) => (rival.kind === 'customer' ? rival.customerId : []));
      const inSight = [...new Set(customer === null ? tied : [customer, ...tied])];
      const candidates = ledger.proposals.get(accountId)?.candidates ?? [];
      return inSight.map((customerId) => ({
        accountId,
        customerId,
        pair: candidates.find((one) => one.customerId === customerId) ?? null,
        others: [...new Set(contest.accountsOf(customerId))].filter((other) => other !== accountId),
      }));
    });
  }
}
