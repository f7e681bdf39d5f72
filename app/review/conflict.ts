import type { AccountState } from '#shared/decisions.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import type { PairOutline } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { Conflict } from '#shared/review.ts';
import { type Contest, contestAround } from './contest.ts';
import type { Ledger } from './ledger.ts';

/** The states in which nothing is settled and a customer is proposed. */
const openStates: readonly AccountState[] = ['suggested', 'conflict', 'dangling'];

/** More than a dozen of each side do not fit before a person's eyes. */
const mostOfASide = 12;

/**
 * The accounts and customers that compete around an account. `compare` gives the account's pairs with these customers in
 * their order, before competition; without any, the pairs are those that were proposed.
 */
export function conflictOf(
  ledger: Ledger,
  id: AccountId,
  compare: (account: Account, customers: readonly Customer[]) => readonly PairOutline[],
): Conflict {
  const part = contestAround(id, contestOf(ledger), mostOfASide);
  const accounts = part.accounts.flatMap((one) => ledger.accounts.get(one) ?? []);
  const customers = part.customers.flatMap((one) => ledger.customers.get(one) ?? []);
  return {
    accounts,
    customers,
    pairs: accounts.flatMap((account) => {
      const proposed = ledger.proposals.get(account.id)?.candidates ?? [];
      const isProposed = new Set(proposed.map(({ customerId }) => customerId));
      const compared = customers.length === 0 ? [] : compare(account, customers);
      const shown = customers.flatMap((customer, place) => {
        const found = compared[place] ?? proposed.find(({ customerId }) => customerId === customer.id);
        return found ?? [];
      });
      return shown.map((pair) => ({ ...pair, proposed: isProposed.has(pair.customerId) }));
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
