import type { Lesson, LinkDoubt, Teaching } from '#shared/matching.ts';
import { noTeaching } from '#shared/matching.ts';
import type { Proposal } from '#shared/pairs.ts';
import { assign } from './assign.ts';
import { candidateFloor } from './bands.ts';
import { type Basis, decidedEdges, type Estimate, edgesOf } from './basis.ts';
import type { InvertedIndex } from './candidates/inverted-index.ts';
import { indexing, type SearchKind, type SearchTask } from './candidates/search.ts';
import { type ClosedRecords, closedRecords, openPlaces } from './closed-records.ts';
import { sharedInts } from './columns/growing-ints.ts';
import type { Lists } from './columns/lists.ts';
import type { Side } from './columns/side.ts';
import type { Context } from './compare/context.ts';
import { type Contenders, compete } from './compete.ts';
import { earlyProposals } from './early.ts';
import { estimate, initialEstimate } from './estimate.ts';
import { linkDoubts } from './link-doubts.ts';
import { knownCounts, type MatchModel, modelOf } from './model.ts';
import type { Pace } from './pace.ts';
import { comparedWith, joinPairs, type PairColumns, PairTable } from './pair-table.ts';
import { type Lister, lister, type Proposer, proposer } from './propose.ts';
import { contestOf, type Settled } from './rivals.ts';
import { preferParents, standingBits } from './standing.ts';
import { weighStrangers } from './strangers.ts';
import { withDecided } from './teach/decided-pairs.ts';
import { type DecidedPlaces, label, labelsOf, placesOf } from './teach/labels.ts';
import { correctionsFrom, lessonOf, taughtWeights } from './teach/lessons.ts';
import { applyPins } from './teach/pins.ts';
import { countTerms } from './terms/count.ts';
import { textAt } from './terms/dictionary.ts';
import type { Sizes } from './terms/rarity.ts';
import { shapesOf, type TermTables, termTables } from './terms/term-tables.ts';
import type { Vocabulary, VocabularyBuilder } from './terms/vocabulary.ts';
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
  readonly list: Lister;
  readonly model: MatchModel;
  /** What decisions taught; null when there were none. */
  readonly lesson: Lesson | null;
  /** The links there are already that the records speak against; see {@link linkDoubts}. */
  readonly doubts: () => Generator<LinkDoubt | null>;
}

/** For each record 1 where it has a good candidate by its blocking keys. */
export interface GoodCandidates {
  readonly accounts: Uint8Array;
  readonly customers: Uint8Array;
}

/** What a finished match worked with; `live/` goes on from it. */
export interface Finished {
  readonly context: Context;
  readonly closed: ClosedRecords;
  readonly sizes: Sizes;
  readonly teaching: Teaching;
  /** What candidates were let go by, before anything was learnt. */
  readonly start: Estimate;
  readonly taught: Estimate;
  readonly lesson: Lesson | null;
  readonly settled: Settled;
  /** The log2 odds of the settled pairs before competition and before anything was decided. */
  readonly undecided: Float64Array;
  /** The pairs found by blocking keys or decided, and those of the closer look. */
  readonly found: Readonly<Record<SearchKind, PairColumns>>;
  readonly good: GoodCandidates;
  readonly indexes: Indexes;
}

/** The customers' indexes by their search, and the accounts' one, as far as a match made and kept them. */
interface Indexes extends Partial<Record<SearchKind, InvertedIndex>> {
  accounts?: InvertedIndex;
}

/** How a match is to be done. */
export interface Way {
  readonly teaching: Teaching;
  /** The model of an earlier match, where nothing is to be learnt. */
  readonly known: MatchModel | null;
  /** Whether the indexes are kept. */
  readonly keep: boolean;
  /** Is told the first proposals while the match goes on, see {@link earlyProposals}. */
  readonly early?: (proposals: readonly Proposal[]) => void;
}

/** Rounds of learning before the closer look, and after it, when little is left to learn. */
const mostRounds = 8;
const lastRounds = 3;
/** An account whose best candidate is less probable than this is looked at more closely. */
export const goodCandidate = 0.5;

/** What a match learns from, what it learnt, and what it found on the way. */
interface Learnt extends Pick<Finished, 'good' | 'found'> {
  readonly basis: Basis;
  readonly learnt: Estimate;
}

/** Where the records of decided pairs are. */
interface Decided {
  readonly confirmed: DecidedPlaces[];
  readonly rejected: DecidedPlaces[];
}

/** One match under way: what it works on, and with whom. */
class Matching {
  readonly #crew: Crew;
  readonly #pace: Pace;
  readonly #context: Context;
  readonly #closed: ClosedRecords;
  readonly #start: Estimate;
  readonly #sizes: Sizes;
  readonly #contest: Contenders;
  readonly #priors: Float64Array;
  readonly #way: Way;
  readonly indexes: Indexes = {};

  constructor(crew: Crew, pace: Pace, context: Context, closed: ClosedRecords, sizes: Sizes, way: Way) {
    const { accounts, customers } = context;
    this.#crew = crew;
    this.#pace = pace;
    this.#context = context;
    this.#closed = closed;
    this.#sizes = sizes;
    this.#way = way;
    this.#start = way.known ?? initialEstimate(weighStrangers(context), sizes);
    this.#priors = Float64Array.from(customers.flags, standingBits);
    this.#contest = {
      accounts: accounts.count,
      customers: customers.count,
      oneAccountEach: !way.teaching.policy.severalAccounts,
    };
  }

  /** Finds candidates, compares them and learns; looks closer where no good candidate was found. */
  async learn(open: Int32Array): Promise<Learnt> {
    const { accounts, customers } = this.#context;
    const isOpen = (customer: number): boolean => this.#closed.customers[customer] === 0;
    const decided = this.#decided();
    const task = await this.#taskOf('blocking', open, isOpen, null);
    if (this.#way.early !== undefined) await this.#tellEarly(task, decided, this.#way.early);
    const found = await this.#crew.search(task, 'Comparing', this.#pace);
    const spokenOn = [...decided.confirmed, ...decided.rejected];
    const basis = this.#basisOf(
      withDecided(joinPairs(found, accounts.count), spokenOn, this.#context),
      decided,
    );
    await this.#pace.rest('Learning the weights', 0, 1);
    const learnt = this.#way.known ?? estimate(basis, this.#start, mostRounds);
    const odds = compete(decidedEdges(edgesOf(basis, learnt), basis.labels, this.#contest), this.#contest);
    await this.#pace.rest('Learning the weights', 1, 1);
    const good = withGoodCandidate(basis.pairs, odds, accounts.count, customers.count);
    const wanting = shared(open.filter((account) => good.accounts[account] === 0));
    const none = new PairTable(0);
    if (wanting.length === 0) {
      return { basis, learnt, good, found: { blocking: basis.pairs, pieces: none } };
    }
    const isFree = (customer: number): boolean => isOpen(customer) && good.customers[customer] === 0;
    const compared = comparedWith(basis.pairs, accounts.count);
    const closer = await this.#taskOf('pieces', wanting, isFree, compared);
    const more = await this.#crew.search(closer, 'Looking closer', this.#pace);
    const all = this.#basisOf(joinPairs([basis.pairs, ...more], accounts.count), decided);
    const pieces = this.#way.keep ? joinPairs(more, accounts.count) : none;
    return {
      basis: all,
      learnt: this.#way.known ?? estimate(all, learnt, lastRounds),
      good,
      found: { blocking: basis.pairs, pieces },
    };
  }

  /** Lets the decisions correct what was learnt without them. */
  heed(basis: Basis, learnt: Estimate): { taught: Estimate; lesson: Lesson | null } {
    const { pairs, labels } = basis;
    if (this.#way.known !== null || labels.every((one) => one === label.none)) {
      return { taught: learnt, lesson: null };
    }
    const corrections = correctionsFrom(pairs, labels, compete(edgesOf(basis, learnt), this.#contest));
    return {
      taught: { ...learnt, weights: taughtWeights(learnt.weights, corrections) },
      lesson: lessonOf(pairs, labels, learnt.weights, corrections),
    };
  }

  /** Lets the pairs compete and assigns them; gives their odds before anything was decided, too. */
  settle(basis: Basis, taught: Estimate): Pick<Finished, 'settled' | 'undecided'> {
    const { accounts, customers } = this.#context;
    const before = edgesOf(basis, taught);
    const preferred = { ...before, logOdds: preferParents(before, customers, accounts.count) };
    const edges = decidedEdges(preferred, basis.labels, this.#contest);
    const odds = compete(edges, this.#contest);
    const assigned = assign(edges, odds.map(probability), candidateFloor, this.#contest);
    const { pairs, labels } = basis;
    const { oneAccountEach } = this.#contest;
    const settled = { context: this.#context, pairs, labels, oneAccountEach, edges, odds, assigned };
    return { settled, undecided: preferred.logOdds };
  }

  async #taskOf(
    kind: SearchKind,
    accounts: Int32Array,
    isWanted: (customer: number) => boolean,
    compared: Lists | null,
  ): Promise<SearchTask> {
    const built = await this.#indexed(kind, this.#context.customers, isWanted);
    const { known, keep } = this.#way;
    // Keys are as rare as they were when the model was learnt.
    const index = known === null ? built : { ...built, records: known.customers };
    if (keep) this.indexes[kind] = index;
    const { prior, weights } = this.#start;
    const [context, sizes, closed] = [this.#context, this.#sizes, this.#closed.customers];
    return { kind, context, index, accounts, compared, closed, prior, weights, sizes };
  }

  async #indexed(
    kind: SearchKind,
    side: Side,
    isWanted: (record: number) => boolean,
  ): Promise<InvertedIndex> {
    const building = indexing(kind, this.#context, side, isWanted);
    let built = building.next();
    for (; !built.done; built = building.next()) {
      if (this.#pace.due()) await this.#pace.rest('Finding candidates', built.value, side.count);
    }
    return built.value;
  }

  async #tellEarly(
    task: SearchTask,
    decided: Decided,
    tell: (proposals: readonly Proposal[]) => void,
  ): Promise<void> {
    const isOpen = (account: number): boolean => this.#closed.accounts[account] === 0;
    const accountIndex = await this.#indexed('blocking', this.#context.accounts, isOpen);
    if (this.#way.keep) this.indexes.accounts = accountIndex;
    const basisOf = (pairs: PairColumns): Basis => this.#basisOf(pairs, decided);
    tell(earlyProposals({ task, accountIndex, start: this.#start, basisOf }));
    await this.#pace.rest('Comparing', 0, task.accounts.length);
  }

  get start(): Estimate {
    return this.#start;
  }

  #decided(): Decided {
    const { accounts, customers } = this.#context;
    const open = ({ account, customer }: DecidedPlaces): boolean =>
      this.#closed.accounts[account] === 0 && this.#closed.customers[customer] === 0;
    return {
      confirmed: placesOf(this.#way.teaching.confirmed, accounts, customers).filter(open),
      rejected: placesOf(this.#way.teaching.rejected, accounts, customers).filter(open),
    };
  }

  #basisOf(pairs: PairColumns, decided: Decided): Basis {
    return {
      pairs,
      labels: labelsOf(pairs, decided.confirmed, decided.rejected),
      priors: this.#priors,
      sizes: this.#sizes,
      contest: this.#contest,
    };
  }
}

/**
 * Matches two sides: count values, find candidates and compare them, learn the weights, look closer where no good
 * candidate was found, heed what people decided, let rivals compete, assign.
 * @throws AppError `cancelled` when the pace's signal says so.
 */
export async function finishMatch(sides: Sides, crew: Crew, pace: Pace, way: Way): Promise<Finished> {
  const { accounts, customers } = sides;
  const { teaching, known } = way;
  const vocabulary = sides.vocabulary.vocabulary();
  const closed = closedRecords(sides, teaching.policy);
  const open = openPlaces(closed.accounts);
  const sizes =
    known === null
      ? { accounts: open.length, customers: openPlaces(closed.customers).length }
      : { accounts: known.accounts, customers: known.customers };
  await pace.rest('Counting values', 0, 1);
  const tables =
    known === null
      ? countedTables(sides, vocabulary, closed, sizes, teaching)
      : knownTables(sides.vocabulary, vocabulary, sizes, known);
  const context: Context = { accounts, customers, vocabulary, tables, shapes: shapesOf(vocabulary) };
  const matching = new Matching(crew, pace, context, closed, sizes, way);
  const { basis, learnt, good, found } = await matching.learn(open);
  await pace.rest('Weighing', 0, 1);
  const { taught, lesson } = matching.heed(basis, learnt);
  const settled = matching.settle(basis, taught);
  const { start, indexes } = matching;
  return { context, closed, sizes, teaching, start, taught, lesson, ...settled, found, good, indexes };
}

/** Puts a finished match into words, and its model. */
export function matchedOf(sides: Sides, finished: Finished): Matched {
  const { context, closed, sizes, taught, settled, lesson } = finished;
  const { accounts, vocabulary, tables } = context;
  const weighing = { prior: taught.prior, rules: new Rules(taught.weights, sizes), sizes };
  const open = openPlaces(closed.accounts);
  const contest = contestOf(settled);
  return {
    open: open.toSorted((a, b) => (accounts.rows[a] ?? 0) - (accounts.rows[b] ?? 0)),
    sides,
    propose: proposer(contest, weighing),
    list: lister(contest, weighing),
    model: modelOf(vocabulary, tables, sizes, sides.country, taught),
    lesson,
    doubts: () => linkDoubts(context, weighing),
  };
}

/**
 * Matches two sides from beginning to end.
 * @throws AppError `cancelled` when the pace's signal says so.
 */
export async function matchSides(
  sides: Sides,
  crew: Crew,
  pace: Pace,
  teaching: Teaching = noTeaching,
): Promise<Matched> {
  return matchedOf(sides, await finishMatch(sides, crew, pace, { teaching, known: null, keep: false }));
}

function countedTables(
  { accounts, customers, vocabulary: builder, country }: Sides,
  vocabulary: Vocabulary,
  closed: ClosedRecords,
  sizes: Sizes,
  { pins }: Teaching,
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

/** Which records have a good candidate. */
function withGoodCandidate(
  pairs: PairColumns,
  odds: Float64Array,
  accountCount: number,
  customerCount: number,
): GoodCandidates {
  const good = { accounts: new Uint8Array(accountCount), customers: new Uint8Array(customerCount) };
  odds.forEach((bits, pair) => {
    if (probability(bits) < goodCandidate) return;
    good.accounts[pairs.accounts[pair] ?? 0] = 1;
    good.customers[pairs.customers[pair] ?? 0] = 1;
  });
  return good;
}

/** A copy that other threads can read. */
export function shared(places: ArrayLike<number>): Int32Array {
  const copy = sharedInts(places.length);
  copy.set(places);
  return copy;
}
