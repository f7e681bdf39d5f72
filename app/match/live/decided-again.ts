import type { Teaching } from '#shared/matching.ts';
import type { ClosedRecords } from '../closed-records.ts';
import type { Context } from '../compare/context.ts';
import type { PairColumns } from '../pair-table.ts';
import { withDecided } from '../teach/decided-pairs.ts';
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
export function withDecidedOf(
  found: PairColumns,
  isAgain: Uint8Array,
  context: Context,
  closed: ClosedRecords,
  { confirmed, rejected }: DecidedPairs,
): PairColumns {
  const decided = placesOf([...confirmed, ...rejected], context.accounts, context.customers).filter(
    ({ account, customer }) =>
      isAgain[account] === 1 && closed.accounts[account] !== 1 && closed.customers[customer] !== 1,
  );
  return withDecided(found, decided, context);
}
