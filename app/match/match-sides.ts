import type { Lesson, LinkDoubt, Teaching } from '#shared/matching.ts';
import { noTeaching } from '#shared/matching.ts';
import type { Proposal } from '#shared/pairs.ts';
import { assign } from './assign.ts';
import { candidateFloor } from './bands.ts';
import { type Basis, decidedEdges, type Estimate, edgesOf } from './basis.ts';
import type { InvertedIndex } from './candidates/inverted-index.ts';
import type { SearchKind, SearchTask } from './candidates/search.ts';
import { openPlaces } from './closed-records.ts';
import { sharedInts } from './columns/growing-ints.ts';
import type { Lists } from './columns/lists.ts';
import { type Contenders, compete } from './compete.ts';
import { earlyProposals } from './early.ts';
import { estimate } from './estimate.ts';
import { type Ground, groundOf, indexed, type Sides } from './ground.ts';
import { linkDoubts } from './link-doubts.ts';
import { type MatchModel, modelOf } from './model.ts';
import type { Pace } from './pace.ts';
import { comparedWith, joinPairs, type PairColumns, PairTable } from './pair-table.ts';
import { type Lister, lister, type Proposer, proposer } from './propose.ts';
import { contestOf, type Settled } from './rivals.ts';
import { preferParents, standingBits } from './standing.ts';
import { withDecided } from './teach/decided-pairs.ts';
import { type DecidedPlaces, label, labelsOf, placesOf } from './teach/labels.ts';
import { correctionsFrom, lessonOf, taughtWeights } from './teach/lessons.ts';
import type { Crew } from './threads/crew.ts';
import { probability, Rules } from './weigh.ts';

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

/** The ground without its indexes, which are large and soon done with unless the match is to go on. */
type Footing = Omit<Ground, 'customerIndex' | 'accountIndex'>;

/** What a finished match worked with; `live/` goes on from it. */
export interface Finished extends Footing {
  readonly teaching: Teaching;
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
  /** Is told the first proposals, see {@link earlyProposals}; the match goes on when it has taken them. */
  readonly early: ((proposals: readonly Proposal[]) => void | Promise<void>) | null;
  /** What was laid before, of the same records, rules and model; null where nothing was. */
  readonly ground: Ground | null;
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
  readonly #footing: Footing;
  readonly #contest: Contenders;
  readonly #priors: Float64Array;
  readonly #way: Way;
  readonly indexes: Indexes = {};

  constructor(crew: Crew, pace: Pace, footing: Footing, way: Way) {
    const { accounts, customers } = footing.context;
    this.#crew = crew;
    this.#pace = pace;
    this.#footing = footing;
    this.#way = way;
    this.#priors = Float64Array.from(customers.flags, standingBits);
    this.#contest = {
      accounts: accounts.count,
      customers: customers.count,
      oneAccountEach: !way.teaching.policy.severalAccounts,
    };
  }

  /** Finds candidates, compares them and learns; looks closer where no good candidate was found. */
  async learn({
    customerIndex,
    accountIndex,
  }: Pick<Ground, 'customerIndex' | 'accountIndex'>): Promise<Learnt> {
    const { context, closed, open, start } = this.#footing;
    const { accounts, customers } = context;
    const decided = this.#decided();
    const task = this.#taskOf('blocking', customerIndex, open, null);
    const { early } = this.#way;
    if (early !== null && accountIndex !== null) {
      await this.#tellEarly(task, accountIndex, decided, early);
    }
    const found = await this.#crew.search(task, 'Comparing', this.#pace);
    const spokenOn = [...decided.confirmed, ...decided.rejected];
    const basis = this.#basisOf(withDecided(joinPairs(found, accounts.count), spokenOn, context), decided);
    await this.#pace.rest('Learning the weights', 0, 1);
    const learnt = this.#way.known ?? estimate(basis, start, mostRounds);
    const odds = compete(decidedEdges(edgesOf(basis, learnt), basis.labels, this.#contest), this.#contest);
    await this.#pace.rest('Learning the weights', 1, 1);
    const good = withGoodCandidate(basis.pairs, odds, accounts.count, customers.count);
    const wanting = shared(open.filter((account) => good.accounts[account] === 0));
    const none = new PairTable(0);
    if (wanting.length === 0) {
      return { basis, learnt, good, found: { blocking: basis.pairs, pieces: none } };
    }
    const isFree = (customer: number): boolean =>
      closed.customers[customer] === 0 && good.customers[customer] === 0;
    const compared = comparedWith(basis.pairs, accounts.count);
    const index = await indexed('pieces', context, 'customers', isFree, this.#pace);
    const closer = this.#taskOf('pieces', index, wanting, compared);
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
    const { context } = this.#footing;
    const { accounts, customers } = context;
    const before = edgesOf(basis, taught);
    const preferred = { ...before, logOdds: preferParents(before, customers, accounts.count) };
    const edges = decidedEdges(preferred, basis.labels, this.#contest);
    const odds = compete(edges, this.#contest);
    const assigned = assign(edges, odds.map(probability), candidateFloor, this.#contest);
    const { pairs, labels } = basis;
    const { oneAccountEach } = this.#contest;
    const settled = { context, pairs, labels, oneAccountEach, edges, odds, assigned };
    return { settled, undecided: preferred.logOdds };
  }

  #taskOf(kind: SearchKind, built: InvertedIndex, accounts: Int32Array, compared: Lists | null): SearchTask {
    const { known, keep } = this.#way;
    // Keys are as rare as they were when the model was learnt.
    const index = known === null ? built : { ...built, records: known.customers };
    if (keep) this.indexes[kind] = index;
    const { context, sizes, closed, start } = this.#footing;
    const { prior, weights } = start;
    return { kind, context, index, accounts, compared, closed: closed.customers, prior, weights, sizes };
  }

  async #tellEarly(
    task: SearchTask,
    accountIndex: InvertedIndex,
    decided: Decided,
    tell: (proposals: readonly Proposal[]) => void | Promise<void>,
  ): Promise<void> {
    const { start } = this.#footing;
    if (this.#way.keep) this.indexes.accounts = accountIndex;
    const basisOf = (pairs: PairColumns): Basis => this.#basisOf(pairs, decided);
    await tell(earlyProposals({ task, accountIndex, start, basisOf }));
    await this.#pace.rest('Comparing', 0, task.accounts.length);
  }

  #decided(): Decided {
    const { context, closed } = this.#footing;
    const { accounts, customers } = context;
    const open = ({ account, customer }: DecidedPlaces): boolean =>
      closed.accounts[account] === 0 && closed.customers[customer] === 0;
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
      sizes: this.#footing.sizes,
      contest: this.#contest,
    };
  }
}

/**
 * Matches two sides: lay the ground, find candidates and compare them, learn the weights, look closer where no good
 * candidate was found, heed what people decided, let rivals compete, assign.
 * @throws AppError `cancelled` when the pace's signal says so.
 */
export async function finishMatch(sides: Sides, crew: Crew, pace: Pace, way: Way): Promise<Finished> {
  const { teaching, known } = way;
  const { customerIndex, accountIndex, ...footing } =
    way.ground ?? (await groundOf(sides, pace, teaching, { known, early: way.early !== null }));
  const matching = new Matching(crew, pace, footing, way);
  const { basis, learnt, good, found } = await matching.learn({ customerIndex, accountIndex });
  await pace.rest('Weighing', 0, 1);
  const { taught, lesson } = matching.heed(basis, learnt);
  const settled = matching.settle(basis, taught);
  const { indexes } = matching;
  return { ...footing, teaching, taught, lesson, ...settled, found, good, indexes };
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
  const way = { teaching, known: null, keep: false, early: null, ground: null };
  return matchedOf(sides, await finishMatch(sides, crew, pace, way));
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
