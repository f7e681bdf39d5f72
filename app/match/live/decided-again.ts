import type { Teaching } from '#shared/matching.ts';
import type { ClosedRecords } from '../closed-records.ts';
import { Comparer } from '../compare/comparer.ts';
import type { Context } from '../compare/context.ts';
import { joinPairs, type PairColumns, PairTable, placeOfPair } from '../pair-table.ts';
import { labelsOf, placesOf } from '../teach/labels.ts';

/** The pairs that people have spoken on by now. */
export type DecidedPairs = Pick<Teaching, 'confirmed' | 'rejected'>;

/** What was said of each pair. Pairs are in the order of their accounts. */
export function labelsIn(
  pairs: PairColumns,
  { accounts, customers }: Context,
  { confirmed, rejected }: DecidedPairs,
): Uint8Array {
  return labelsOf(pairs, placesOf(confirmed, accounts, customers), placesOf(rejected, accounts, customers));
}

/** What was found for the accounts in `isAgain`, with the pairs of theirs that a person decided and no search found. */
export function withDecided(
  found: PairColumns,
  isAgain: Uint8Array,
  context: Context,
  closed: ClosedRecords,
  { confirmed, rejected }: DecidedPairs,
): PairColumns {
  const { accounts, customers } = context;
  const comparer = new Comparer(context);
  const more = new PairTable(1);
  const added = new Set<string>();
  for (const { account, customer } of placesOf([...confirmed, ...rejected], accounts, customers)) {
    const key = `${account} ${customer}`;
    if (isAgain[account] !== 1 || closed.accounts[account] === 1 || closed.customers[customer] === 1)
      continue;
    if (added.has(key) || placeOfPair(found, account, customer) !== -1) continue;
    added.add(key);
    more.add(account, customer, comparer.compare(account, customer));
  }
  return more.count === 0 ? found : joinPairs([found, more.trimmed()], accounts.count);
}
