/** Who competes for whom: each record's rivals for it on the other side, both ways the same pairs. */
export interface Contest<A, C> {
  customersOf(account: A): readonly C[];
  accountsOf(customer: C): readonly A[];
}

/** The records of a contest around an account, the nearest first, and how many more hang together with these. */
export interface ContestPart<A, C> {
  readonly accounts: readonly A[];
  readonly customers: readonly C[];
  readonly left: { readonly accounts: number; readonly customers: number };
}

/** A contest that goes on beyond so many records is not walked to its end only to be counted. */
const mostWalked = 500;

/**
 * Everybody who competes with this account, or with those who compete with it, and so on: at most `most` of each side, and
 * of a larger contest the nearest. Pure.
 */
export function contestAround<A, C>(start: A, contest: Contest<A, C>, most: number): ContestPart<A, C> {
  const accounts = new Set<A>([start]);
  const customers = new Set<C>();
  let front: readonly A[] = [start];
  while (front.length > 0 && accounts.size + customers.size < mostWalked) {
    const reached = front
      .flatMap((account) => contest.customersOf(account))
      .filter((one) => !customers.has(one));
    const fresh = new Set(reached);
    for (const customer of fresh) customers.add(customer);
    const next = new Set(
      [...fresh].flatMap((customer) => contest.accountsOf(customer)).filter((one) => !accounts.has(one)),
    );
    for (const account of next) accounts.add(account);
    front = [...next];
  }
  return {
    accounts: [...accounts].slice(0, most),
    customers: [...customers].slice(0, most),
    left: {
      accounts: Math.max(0, accounts.size - most),
      customers: Math.max(0, customers.size - most),
    },
  };
}
