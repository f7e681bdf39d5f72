import type { ClosedRecords } from '../closed-records.ts';
import { edgesAt } from '../rivals.ts';
import { type SettledAgain, type SettledField, sameOdds } from './settle-again.ts';
import type { Moved } from './stage.ts';

/** What of a match tells whether an account's proposal is another one. */
interface Standing {
  readonly closed: ClosedRecords;
  readonly assigned: Int32Array;
  readonly last: SettledField;
}

/** For each customer the account that it was assigned to, -1 for none. */
function winnersOf({ assigned, last: { field } }: Standing): Int32Array {
  const winners = new Int32Array(field.contest.customers).fill(-1);
  assigned.forEach((edge, account) => {
    if (edge !== -1) winners[field.edges.customers[edge] ?? 0] = account;
  });
  return winners;
}

/**
 * The open accounts whose proposal is new or may read otherwise, by their places in rising order: those that came or
 * changed, and those of which a pair, its odds, the customer's winner or the assignment did.
 */
export function affectedAccounts(
  before: Standing,
  after: Standing,
  { was }: Pick<SettledAgain, 'was'>,
  { accounts, customers }: Moved,
): number[] {
  const { field, odds } = after.last;
  const [formerWinners, winners] = [winnersOf(before), winnersOf(after)];
  const isCustomerTouched = new Uint8Array(customers.count);
  winners.forEach((winner, customer) => {
    const source = customers.sources[customer] ?? -1;
    const former = source < 0 ? -1 : (formerWinners[source] ?? -1);
    const same =
      source >= 0 &&
      (former === -1 ? -1 : accounts.now[former]) === winner &&
      (former === -1) === (winner === -1);
    if (!same) isCustomerTouched[customer] = 1;
  });
  // A fresh account's name is told to those that got no customer because of it; a rival is told by its id.
  const isWantedByFresh = new Uint8Array(customers.count);
  for (const account of accounts.fresh) {
    for (const edge of edgesAt(field.byAccount, account)) {
      isWantedByFresh[field.edges.customers[edge] ?? 0] = 1;
    }
  }
  const isEdgeSame = (edge: number, former: number, hearsNames: boolean): boolean =>
    was[edge] === former &&
    isCustomerTouched[field.edges.customers[edge] ?? 0] === 0 &&
    !(hearsNames && isWantedByFresh[field.edges.customers[edge] ?? 0] === 1) &&
    Math.abs((odds[edge] ?? 0) - (before.last.odds[former] ?? 0)) < sameOdds;
  const isSame = (account: number, source: number): boolean => {
    const [old, own] = [edgesAt(before.last.field.byAccount, source), edgesAt(field.byAccount, account)];
    if (old.length !== own.length || before.closed.accounts[source] === 1) return false;
    const assigned = after.assigned[account] ?? -1;
    if (own.some((edge, index) => !isEdgeSame(edge, old[index] ?? -1, assigned === -1))) return false;
    return (assigned === -1 ? -1 : was[assigned]) === before.assigned[source];
  };
  const affected: number[] = [];
  accounts.sources.forEach((source, account) => {
    if (after.closed.accounts[account] === 1) return;
    if (source < 0 || !isSame(account, source)) affected.push(account);
  });
  return affected;
}
