import type { Teaching } from '#shared/matching.ts';
import type { Estimate } from './basis.ts';
import type { InvertedIndex } from './candidates/inverted-index.ts';
import { indexing, type SearchKind } from './candidates/search.ts';
import { type ClosedRecords, closedRecords, openPlaces } from './closed-records.ts';
import { sharedInts } from './columns/growing-ints.ts';
import type { Side } from './columns/side.ts';
import type { Context } from './compare/context.ts';
import { initialEstimate } from './estimate.ts';
import { knownCounts, type MatchModel } from './model.ts';
import type { Pace } from './pace.ts';
import { weighStrangers } from './strangers.ts';
import { applyPins } from './teach/pins.ts';
import { countTerms } from './terms/count.ts';
import { textAt } from './terms/dictionary.ts';
import type { Sizes } from './terms/rarity.ts';
import { shapesOf, type TermTables, termTables } from './terms/term-tables.ts';
import type { Vocabulary, VocabularyBuilder } from './terms/vocabulary.ts';

/** Both sides, ready to compare. `vocabulary` knows the values of both. */
export interface Sides {
  readonly accounts: Side;
  readonly customers: Side;
  readonly vocabulary: VocabularyBuilder;
  readonly country: string;
}

/** What a person has said that counts before any pair is looked at. */
export type GroundRules = Pick<Teaching, 'policy' | 'pins'>;

/**
 * What a match stands on before it compares its first pair: it depends on the records and the {@link GroundRules}, and on
 * nothing that was decided, so that it can be laid before anybody asks for the match.
 */
export interface Ground {
  readonly context: Context;
  readonly closed: ClosedRecords;
  /** The accounts that take part, by their places. */
  readonly open: Int32Array;
  readonly sizes: Sizes;
  /** By what candidates are let go before anything is learnt. */
  readonly start: Estimate;
  /** The customers that take part, by their blocking keys. */
  readonly customerIndex: InvertedIndex;
  /** The accounts likewise; null where no first proposals are wanted. */
  readonly accountIndex: InvertedIndex | null;
}

/**
 * Lays the ground for a match: counts values, weighs strangers, indexes what takes part. With the model of an earlier match
 * nothing is counted. `early` is whether first proposals are wanted.
 * @throws AppError `cancelled` when the pace's signal says so.
 */
export async function groundOf(
  sides: Sides,
  pace: Pace,
  { policy, pins }: GroundRules,
  { known, early }: { readonly known: MatchModel | null; readonly early: boolean },
): Promise<Ground> {
  const { accounts, customers } = sides;
  const vocabulary = sides.vocabulary.vocabulary();
  const closed = closedRecords(sides, policy);
  const open = openPlaces(closed.accounts);
  const sizes =
    known === null
      ? { accounts: open.length, customers: openPlaces(closed.customers).length }
      : { accounts: known.accounts, customers: known.customers };
  await pace.rest('Counting values', 0, 1);
  const tables =
    known === null
      ? countedTables(sides, vocabulary, closed, sizes, pins)
      : knownTables(sides.vocabulary, vocabulary, sizes, known);
  const context: Context = { accounts, customers, vocabulary, tables, shapes: shapesOf(vocabulary) };
  return {
    context,
    closed,
    open,
    sizes,
    start: known ?? initialEstimate(weighStrangers(context), sizes),
    customerIndex: await indexed(
      'blocking',
      context,
      'customers',
      (one) => closed.customers[one] === 0,
      pace,
    ),
    accountIndex: early
      ? await indexed('blocking', context, 'accounts', (one) => closed.accounts[one] === 0, pace)
      : null,
  };
}

/** Indexes the records of a side that are wanted. */
export async function indexed(
  kind: SearchKind,
  context: Context,
  side: 'accounts' | 'customers',
  isWanted: (record: number) => boolean,
  pace: Pace,
): Promise<InvertedIndex> {
  const building = indexing(kind, context, context[side], isWanted);
  let built = building.next();
  for (; !built.done; built = building.next()) {
    if (pace.due()) await pace.rest('Finding candidates', built.value, context[side].count);
  }
  return built.value;
}

function countedTables(
  { accounts, customers, vocabulary: builder, country }: Sides,
  vocabulary: Vocabulary,
  closed: ClosedRecords,
  sizes: Sizes,
  pins: Teaching['pins'],
): TermTables {
  const counts = countTerms(accounts, customers, closed, vocabulary, builder);
  applyPins(pins, counts, builder, country, sizes);
  return termTables(builder, sizes, (kind) => counts[kind]);
}

/** The tables as an earlier match had them; a value that it did not know is rare. */
function knownTables(
  builder: VocabularyBuilder,
  { texts }: Vocabulary,
  sizes: Sizes,
  known: MatchModel,
): TermTables {
  const countOf = knownCounts(known);
  return termTables(builder, sizes, (kind) => {
    const counts = sharedInts(texts[kind].count);
    for (let id = 0; id < counts.length; id += 1) counts[id] = countOf(kind, textAt(texts[kind], id));
    return counts;
  });
}
