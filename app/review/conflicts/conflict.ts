import type { AccountState } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { Conflict } from '#shared/review.ts';
import type { Ledger } from '../ledger.ts';
import type { ComparePairs } from '../pairs-with.ts';
import { type Contest, contestAround } from './contest.ts';

/** The states in which nothing is settled and a customer is proposed. */
const openStates: readonly AccountState[] = ['suggested', 'conflict', 'dangling'];

/** More than a dozen of each side do not fit before a person's eyes. */
const mostOfASide = 12;

/**
 * The accounts and customers that compete around an account. `compare` gives pairs before competition; where it gives none,
 * the pairs are those that were proposed.
 */
export function conflictOf(ledger: Ledger, id: AccountId, compare: ComparePairs): Conflict {
  const part = contestAround(id, contestOf(ledger), mostOfASide);
  const accounts = part.accounts.flatMap((one) => ledger.accounts.get(one) ?? []);
  const customers = part.customers.flatMap((one) => ledger.customers.get(one) ?? []);
  const all = accounts.flatMap((account) => customers.map((customer) => [account, customer] as const));
  const compared = compare(all);
  return {
    accounts,
    customers,
    pairs: all.flatMap(([account, customer], place) => {
      const candidates = ledger.proposals.get(account.id)?.candidates;
      const proposed = candidates?.find(({ customerId }) => customerId === customer.id);
      const pair = compared[place] ?? proposed;
      return pair === undefined ? [] : { ...pair, proposed: proposed !== undefined };
    }),
    left: { ...part.left },
    severalAccounts: ledger.severalAccounts,
  };
}

/**
 * Two compete where an account has a customer in sight (the one its row shows and those that tie with it), or where another
 * account shows the customer and names this one as its rival.
 */
export function contestOf(ledger: Ledger): Contest<AccountId, CustomerId> {
  const inSight = (account: AccountId): CustomerId[] => {
    const { state, customer, rivals } = ledger.standing(account);
    if (customer === null || !openStates.includes(state)) return [];
    return [customer, ...rivals.flatMap((rival) => (rival.kind === 'customer' ? [rival.customerId] : []))];
  };
  const rivalsOf = (account: AccountId): AccountId[] =>
    ledger.standing(account).rivals.flatMap((rival) => (rival.kind === 'account' ? [rival.accountId] : []));
  return {
    customersOf(account) {
      const named = ledger.namersOf(account).filter((other) => rivalsOf(other).includes(account));
      return [...inSight(account), ...named.flatMap((other) => ledger.standing(other).customer ?? [])];
    },
    accountsOf(customer) {
      const interested = ledger.interestedIn(customer);
      const showing = interested.filter((account) => ledger.standing(account).customer === customer);
      return [
        ...interested.filter((account) => inSight(account).includes(customer)),
        ...showing.flatMap(rivalsOf),
      ];
    },
  };
}
