import type { InvertedIndex } from '../candidates/inverted-index.ts';
import { KeySet } from '../candidates/key-set.ts';
import { addKeys, indexing, type SearchKind, type SearchTask } from '../candidates/search.ts';
import type { Context } from '../compare/context.ts';
import { shared } from '../match-sides.ts';
import type { Pace } from '../pace.ts';
import { joinPairs, type PairColumns } from '../pair-table.ts';
import type { Crew } from '../threads/crew.ts';
import { type CarriedPairs, carriedPairs } from './carried-pairs.ts';
import { mergedIndex } from './merged-index.ts';
import type { Renumbering } from './renumbering.ts';
import { markSharing } from './sharing.ts';

/** Which records a search takes in: 1 by their places. */
export interface TakingPart {
  readonly accounts: Uint8Array;
  readonly customers: Uint8Array;
}

/** One kind of search with what it found, kept so that it can go on: both sides are indexed. */
export interface Stage {
  readonly kind: SearchKind;
  readonly accounts: InvertedIndex;
  readonly customers: InvertedIndex;
  readonly takingPart: TakingPart;
  readonly pairs: PairColumns;
}

/** Indexes one side for a search. */
export async function indexOf(
  kind: SearchKind,
  context: Context,
  side: 'accounts' | 'customers',
  isIn: Uint8Array,
  pace: Pace,
): Promise<InvertedIndex> {
  const building = indexing(kind, context, context[side], (record) => isIn[record] === 1);
  let built = building.next();
  for (; !built.done; built = building.next()) {
    if (pace.due()) await pace.rest('Preparing for changes', built.value, context[side].count);
  }
  return built.value;
}

/** The records that left a search, by their old places, and those that entered it, by their new ones. */
interface Moves {
  readonly left: number[];
  readonly entered: Int32Array;
  /** The new places of those that stayed in, -1 for all others. */
  readonly now: Int32Array;
}

function movesOf({ now, sources }: Renumbering, wasIn: Uint8Array, isIn: Uint8Array): Moves {
  const left: number[] = [];
  const staying = now.map((to, from) => {
    if (wasIn[from] !== 1) return -1;
    if (to !== -1 && isIn[to] === 1) return to;
    left.push(from);
    return -1;
  });
  const entered: number[] = [];
  sources.forEach((source, place) => {
    if (isIn[place] === 1 && (source < 0 || wasIn[source] !== 1)) entered.push(place);
  });
  return { left, entered: Int32Array.from(entered), now: staying };
}

/** How the records of both sides moved, and what they are compared by before and after. */
export interface Moved {
  readonly before: Context;
  readonly context: Context;
  readonly accounts: Renumbering;
  readonly customers: Renumbering;
}

/** A stage that went on, its pairs, and which accounts (1 by place) may have others than before. */
export interface StageAgain {
  readonly stage: Stage;
  readonly carried: CarriedPairs;
  readonly isAgain: Uint8Array;
}

/**
 * Goes on with a search where records came, went or changed: the accounts that came, those that had a customer that
 * went, and those that would find one that came or went are searched for again, all others keep their pairs. `again`
 * names more accounts to search for; `decided` adds pairs of accounts to what was found.
 */
export async function searchAgain(
  stage: Stage,
  { before, context, accounts, customers }: Moved,
  takingPart: TakingPart,
  task: Omit<SearchTask, 'kind' | 'context' | 'index' | 'accounts'>,
  again: Uint8Array,
  decided: (found: PairColumns, isAgain: Uint8Array) => PairColumns,
  crew: Crew,
  pace: Pace,
): Promise<StageAgain> {
  const { kind, pairs } = stage;
  const step = kind === 'blocking' ? 'Comparing' : 'Looking closer';
  const ofAccounts = movesOf(accounts, stage.takingPart.accounts, takingPart.accounts);
  const ofCustomers = movesOf(customers, stage.takingPart.customers, takingPart.customers);
  const index = (side: 'accounts' | 'customers', { now, entered }: Moves): InvertedIndex =>
    mergedIndex(
      stage[side],
      now,
      entered,
      (record, keys) => addKeys(kind, context, context[side], record, keys),
      stage[side].records,
    );
  const accountIndex = index('accounts', ofAccounts);
  const customerIndex = index('customers', ofCustomers);
  await pace.rest(step, 0, 1);

  const isAgain = Uint8Array.from(again);
  for (const account of ofAccounts.entered) isAgain[account] = 1;
  const hasLeft = new Uint8Array(before.customers.count);
  for (const customer of ofCustomers.left) hasLeft[customer] = 1;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (hasLeft[pairs.customers[pair] ?? 0] !== 1) continue;
    const account = accounts.now[pairs.accounts[pair] ?? 0] ?? -1;
    if (account !== -1) isAgain[account] = 1;
  }
  const keys = new KeySet();
  const lookFor = (from: Context, customer: number): void => {
    addKeys(kind, from, from.customers, customer, keys);
    markSharing(accountIndex, keys, isAgain);
  };
  for (const customer of ofCustomers.left) lookFor(before, customer);
  for (const customer of ofCustomers.entered) lookFor(context, customer);
  for (const account of ofAccounts.left) {
    const to = accounts.now[account] ?? -1;
    if (to !== -1) isAgain[to] = 1;
  }
  await pace.rest(step, 0, 1);

  const wanting = shared(placesIn(isAgain).filter((account) => takingPart.accounts[account] === 1));
  const found =
    wanting.length === 0
      ? []
      : await crew.search({ ...task, kind, context, index: customerIndex, accounts: wanting }, step, pace);
  const carried = carriedPairs(
    pairs,
    { accounts: accounts.now, customers: ofCustomers.now, isReplaced: isAgain },
    decided(joinPairs(found, context.accounts.count), isAgain),
  );
  return {
    stage: { kind, accounts: accountIndex, customers: customerIndex, takingPart, pairs: carried.pairs },
    carried,
    isAgain,
  };
}

/** The places marked 1, in rising order. */
export function placesIn(marks: Uint8Array): Int32Array {
  const places: number[] = [];
  marks.forEach((mark, place) => {
    if (mark === 1) places.push(place);
  });
  return Int32Array.from(places);
}
