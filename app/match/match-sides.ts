import { assign } from './assign.ts';
import { candidateFloor } from './bands.ts';
import { indexing, type SearchKind } from './candidates/search.ts';
import { sharedInts } from './columns/growing-ints.ts';
import { type Lists, ListsBuilder } from './columns/lists.ts';
import type { Side } from './columns/side.ts';
import { stringAt } from './columns/strings.ts';
import type { Context } from './compare/context.ts';
import { compete } from './compete.ts';
import { type Estimate, edgesOf, estimate, initialEstimate } from './estimate.ts';
import { type MatchModel, modelOf } from './model.ts';
import type { Pace } from './pace.ts';
import { joinPairs, type PairColumns } from './pair-table.ts';
import { type Proposer, proposer } from './propose.ts';
import { preferParents, standingBits } from './standing.ts';
import { weighStrangers } from './strangers.ts';
import { countTerms } from './terms/count.ts';
import { shapesOf, termTables } from './terms/term-tables.ts';
import type { VocabularyBuilder } from './terms/vocabulary.ts';
import type { Crew } from './threads/crew.ts';
import { probability, Rules } from './weigh.ts';

/** Both sides, ready to compare. `vocabulary` knows the values of both. */
export interface Sides {
  readonly accounts: Side;
  readonly customers: Side;
  readonly vocabulary: VocabularyBuilder;
  readonly country: string;
}

/** A finished match. `open` are the accounts it has a word on, by their places, in the order of their source. */
export interface Matched {
  readonly open: Int32Array;
  readonly sides: Sides;
  readonly propose: Proposer;
  readonly model: MatchModel;
}

/** Rounds of learning before the closer look, and after it, when little is left to learn. */
const mostRounds = 8;
const lastRounds = 3;
/** An account whose best candidate is less probable than this is looked at more closely. */
const goodCandidate = 0.5;

/** What is settled before matching: linked accounts, and their customers. */
function closedRecords({ accounts, customers }: Sides): { accounts: Uint8Array; customers: Uint8Array } {
  const closed = {
    accounts: new Uint8Array(new SharedArrayBuffer(accounts.count)),
    customers: new Uint8Array(new SharedArrayBuffer(customers.count)),
  };
  const { links } = accounts;
  if (links === null) return closed;
  const places = new Map<string, number>();
  for (let customer = 0; customer < customers.count; customer += 1) {
    places.set(stringAt(customers.ids, customer), customer);
  }
  for (let account = 0; account < accounts.count; account += 1) {
    const customer = places.get(stringAt(links, account));
    if (customer === undefined) continue;
    closed.accounts[account] = 1;
    closed.customers[customer] = 1;
  }
  return closed;
}

/** The places that are not closed, in order. */
function openPlaces(closed: Uint8Array): Int32Array {
  let count = 0;
  for (const is of closed) if (is === 0) count += 1;
  const open = sharedInts(count);
  let next = 0;
  closed.forEach((is, place) => {
    if (is !== 0) return;
    open[next] = place;
    next += 1;
  });
  return open;
}

/** The customers that each account was compared with. */
function comparedWith({ accounts, customers, count }: PairColumns, size: number): Lists {
  const builder = new ListsBuilder(count);
  for (let pair = 0; pair < count; pair += 1) builder.add(accounts[pair] ?? 0, customers[pair] ?? 0);
  return builder.lists(size, (owner) => owner);
}

/**
 * Matches two sides: count values, find candidates and compare them, learn the weights, look closer where no good
 * candidate was found, let rivals compete, assign one to one.
 * @throws AppError `cancelled` when the pace's signal says so.
 */
export async function matchSides(sides: Sides, crew: Crew, pace: Pace): Promise<Matched> {
  const { accounts, customers } = sides;
  const vocabulary = sides.vocabulary.vocabulary();
  const closed = closedRecords(sides);
  const open = openPlaces(closed.accounts);
  const sizes = { accounts: open.length, customers: openPlaces(closed.customers).length };
  await pace.rest('Counting values', 0, 1);
  const counts = countTerms(accounts, customers, closed, vocabulary, sides.vocabulary);
  const tables = termTables(sides.vocabulary, sizes, (kind) => counts[kind]);
  const context: Context = { accounts, customers, vocabulary, tables, shapes: shapesOf(vocabulary) };
  const priors = Float64Array.from(customers.flags, standingBits);
  const start = initialEstimate(weighStrangers(context), sizes);

  const search = async (
    kind: SearchKind,
    wanting: Int32Array,
    isWanted: (customer: number) => boolean,
    compared: Lists | null,
    step: string,
  ): Promise<PairColumns[]> => {
    const building = indexing(kind, context, customers, isWanted);
    let built = building.next();
    for (; !built.done; built = building.next()) {
      if (pace.due()) await pace.rest('Finding candidates', built.value, customers.count);
    }
    const { prior, weights } = start;
    const task = { kind, context, index: built.value, accounts: wanting, compared, prior, weights, sizes };
    return crew.search({ ...task, closed: closed.customers }, step, pace);
  };
  const settle = (estimated: Estimate, pairs: PairColumns): Float64Array =>
    compete(edgesOf(pairs, priors, estimated, sizes), accounts.count, customers.count);

  const isOpen = (customer: number): boolean => closed.customers[customer] === 0;
  const found = await search('blocking', open, isOpen, null, 'Comparing');
  let pairs = joinPairs(found, accounts.count);
  await pace.rest('Learning the weights', 0, 1);
  let learnt = estimate(pairs, priors, start, sizes, mostRounds);
  await pace.rest('Learning the weights', 1, 1);
  const good = withGoodCandidate(pairs, settle(learnt, pairs), accounts.count, customers.count);
  const wanting = sharedInts(open.filter((account) => good.accounts[account] === 0).length);
  wanting.set(open.filter((account) => good.accounts[account] === 0));
  if (wanting.length > 0) {
    const compared = comparedWith(pairs, accounts.count);
    const isFree = (customer: number): boolean => isOpen(customer) && good.customers[customer] === 0;
    const more = await search('pieces', wanting, isFree, compared, 'Looking closer');
    pairs = joinPairs([pairs, ...more], accounts.count);
    learnt = estimate(pairs, priors, learnt, sizes, lastRounds);
  }
  await pace.rest('Weighing', 0, 1);

  const before = edgesOf(pairs, priors, learnt, sizes);
  const edges = { ...before, logOdds: preferParents(before, customers, accounts.count) };
  const odds = compete(edges, accounts.count, customers.count);
  const scores = odds.map(probability);
  const assigned = assign(edges, scores, candidateFloor, accounts.count, customers.count);
  const weighing = { prior: learnt.prior, rules: new Rules(learnt.weights, sizes), sizes };
  return {
    open: open.toSorted((a, b) => (accounts.rows[a] ?? 0) - (accounts.rows[b] ?? 0)),
    sides,
    propose: proposer({ context, pairs, edges, odds, assigned }, weighing),
    model: modelOf(vocabulary, tables, sizes, sides.country, learnt),
  };
}

/** Which records have a good candidate. */
function withGoodCandidate(
  pairs: PairColumns,
  odds: Float64Array,
  accountCount: number,
  customerCount: number,
): { accounts: Uint8Array; customers: Uint8Array } {
  const good = { accounts: new Uint8Array(accountCount), customers: new Uint8Array(customerCount) };
  odds.forEach((bits, pair) => {
    if (probability(bits) < goodCandidate) return;
    good.accounts[pairs.accounts[pair] ?? 0] = 1;
    good.customers[pairs.customers[pair] ?? 0] = 1;
  });
  return good;
}
