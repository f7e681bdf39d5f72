import type { AccountId } from '#shared/ids.ts';
import type { LinkDoubt } from '#shared/matching.ts';
import { noTeaching } from '#shared/matching.ts';
import type { Proposal } from '#shared/pairs.ts';
import { decidedEdges } from '../basis.ts';
import type { SearchKind } from '../candidates/search.ts';
import { type ClosedRecords, closedRecords } from '../closed-records.ts';
import { Gathering } from '../columns/gathering.ts';
import { sharedInts } from '../columns/growing-ints.ts';
import type { Context } from '../compare/context.ts';
import type { Contenders, Edges } from '../compete.ts';
import { accountIdAt } from '../evidence.ts';
import type { Sides } from '../ground.ts';
import { linkDoubts } from '../link-doubts.ts';
import {
  type Finished,
  finishMatch,
  type GoodCandidates,
  type Matched,
  matchedOf,
  type Way,
} from '../match-sides.ts';
import type { Pace } from '../pace.ts';
import { comparedWith, joinPairs, type PairColumns } from '../pair-table.ts';
import { proposer, reviewedCandidates } from '../propose.ts';
import { contestOf } from '../rivals.ts';
import { preferParents } from '../standing.ts';
import { shapesOf, termTables } from '../terms/term-tables.ts';
import type { Crew } from '../threads/crew.ts';
import { Rules } from '../weigh.ts';
import { affectedAccounts } from './affected.ts';
import { type Changes, latest, type Updated } from './changes.ts';
import { type DecidedPairs, labelsIn, withDecidedOf } from './decided-again.ts';
import { fieldOf } from './field.ts';
import { goodAgain } from './good-again.ts';
import { mergedSide } from './merged-side.ts';
import { findParents, type Orphans } from './parents.ts';
import { renumbering } from './renumbering.ts';
import { assignAgain, plainOdds, type SettledAgain, type SettledField, settleOdds } from './settle-again.ts';
import { indexOf, type Moved, type Stage, searchAgain, type TakingPart } from './stage.ts';

/** From this part of a side on, what changed should be learnt from. */
const muchChanged = 0.1;
const step = 'Reading what changed';

/** A match as it stands after the last update. */
interface State {
  readonly context: Context;
  readonly closed: ClosedRecords;
  readonly pairs: PairColumns;
  readonly labels: Uint8Array;
  readonly assigned: Int32Array;
  readonly first: SettledField;
  readonly last: SettledField;
  /** The log2 odds of both before competition, as if nobody had decided anything: decisions may be taken back. */
  readonly undecided: { readonly first: Float64Array; readonly last: Float64Array };
  readonly stages: Readonly<Record<SearchKind, Stage>>;
  readonly good: GoodCandidates;
  readonly orphans: Orphans;
}

const opposite = (closed: Uint8Array): Uint8Array => closed.map((is) => 1 - is);
const wanting = (open: TakingPart, good: GoodCandidates): TakingPart => ({
  accounts: open.accounts.map((is, place) => (is === 1 && good.accounts[place] === 0 ? 1 : 0)),
  customers: open.customers.map((is, place) => (is === 1 && good.customers[place] === 0 ? 1 : 0)),
});
const openOf = ({ accounts, customers }: ClosedRecords): TakingPart => ({
  accounts: opposite(accounts),
  customers: opposite(customers),
});

/**
 * A finished match that goes on: after records changed, came or went, only they and what competes with them are matched
 * again, with the weights, the prior and the counts of values as they were learnt. A value that was never seen before
 * is a rare one.
 */
export class LiveMatch {
  readonly #finished: Finished;
  readonly #sides: Sides;
  readonly #crew: Crew;
  readonly #contest: Pick<Contenders, 'oneAccountEach'>;
  #state: State | null = null;
  #decided: DecidedPairs;
  #changed = 0;

  private constructor(sides: Sides, finished: Finished, crew: Crew) {
    this.#sides = sides;
    this.#finished = finished;
    this.#crew = crew;
    this.#decided = finished.teaching;
    this.#contest = { oneAccountEach: !finished.teaching.policy.severalAccounts };
  }

  /**
   * Matches two sides and stays alive. The crew is the caller's, to be closed after the last update.
   * @throws AppError `cancelled` when the pace's signal says so.
   */
  static async start(
    sides: Sides,
    crew: Crew,
    pace: Pace,
    { teaching = noTeaching, known = null, early = null, ground = null }: Partial<Omit<Way, 'keep'>> = {},
  ): Promise<{ live: LiveMatch; matched: Matched }> {
    const way = { teaching, known, keep: true, early, ground };
    const finished = await finishMatch(sides, crew, pace, way);
    return { live: new LiveMatch(sides, finished, crew), matched: matchedOf(sides, finished) };
  }

  /** Both sides as they are after the last update. */
  get sides(): Sides {
    const { accounts, customers } = this.#state?.context ?? this.#finished.context;
    return { ...this.#sides, accounts, customers };
  }

  /** The links there are now that the records speak against; see {@link linkDoubts}. */
  doubts(): Generator<LinkDoubt | null> {
    const { taught, sizes, context } = this.#finished;
    const weighing = { prior: taught.prior, rules: new Rules(taught.weights, sizes), sizes };
    return linkDoubts(this.#state?.context ?? context, weighing);
  }

  /** Whether everything should be matched once so many more records have changed, to learn from them. */
  advisesFullMatch(more = 0): boolean {
    const { accounts, customers } = this.#finished.sizes;
    return this.#changed + more >= muchChanged * Math.max(1, Math.min(accounts, customers));
  }

  /**
   * Indexes what a first update needs, so that it takes no longer than the next.
   * @throws AppError `cancelled` when the pace's signal says so.
   */
  async prepare(pace: Pace): Promise<void> {
    this.#state ??= await this.#prepared(pace);
  }

  /**
   * Matches again what changed, heeding what is `decided` by now but learning nothing from it. When it is stopped, the
   * match stays as it was before.
   * @throws AppError `cancelled` when the pace's signal says so.
   */
  async update(changes: Changes, pace: Pace, decided = this.#decided): Promise<Updated> {
    const before = this.#state ?? (await this.#prepared(pace));
    this.#state = before;
    const { state, moved, again } = await this.#goneOn(before, changes, pace, decided);
    const { taught, sizes } = this.#finished;
    const weighing = { prior: taught.prior, rules: new Rules(taught.weights, sizes), sizes };
    const { context, pairs, labels, assigned, last } = state;
    const { edges } = last.field;
    const propose = proposer(
      contestOf({ context, pairs, labels, edges, odds: last.odds, assigned, ...this.#contest }),
      weighing,
    );
    const proposals: Proposal[] = [];
    for (const account of affectedAccounts(before, state, again, moved)) {
      proposals.push(propose(account, reviewedCandidates));
      if (pace.due()) await pace.rest('Writing the evidence', proposals.length, context.accounts.count);
    }
    this.#state = state;
    this.#decided = decided;
    this.#changed += [
      changes.accounts,
      changes.customers,
      changes.goneAccounts,
      changes.goneCustomers,
    ].reduce((sum, { length }) => sum + length, 0);
    return {
      proposals,
      without: withoutProposal(before, state, moved),
      fullMatchAdvised: this.advisesFullMatch(),
    };
  }

  async #prepared(pace: Pace): Promise<State> {
    const { context, closed, settled, undecided, found, good, indexes, taught, sizes } = this.#finished;
    const contest = this.#contestOf(context);
    const open = openOf(closed);
    const stage = async (kind: SearchKind, takingPart: TakingPart): Promise<Stage> => ({
      kind,
      accounts:
        (kind === 'blocking' ? indexes.accounts : undefined) ??
        (await indexOf(kind, context, 'accounts', takingPart.accounts, pace)),
      customers: indexes[kind] ?? (await indexOf(kind, context, 'customers', takingPart.customers, pace)),
      takingPart,
      pairs: found[kind],
    });
    const logOdds = new Float64Array(found.blocking.count);
    plainOdds(found.blocking, () => true, context, taught, sizes, logOdds);
    const plain = edgesOfPairs(found.blocking, logOdds);
    const decided = decidedEdges(plain, labelsIn(found.blocking, context, this.#decided), contest);
    return {
      context,
      closed,
      pairs: settled.pairs,
      labels: settled.labels,
      assigned: settled.assigned,
      first: { field: fieldOf(decided, contest), odds: logOdds },
      last: { field: fieldOf(settled.edges, contest), odds: settled.odds },
      undecided: { first: logOdds, last: undecided },
      stages: {
        blocking: await stage('blocking', open),
        pieces: await stage('pieces', wanting(open, good)),
      },
      good,
      orphans: new Map(),
    };
  }

  async #goneOn(
    before: State,
    changes: Changes,
    pace: Pace,
    decided: DecidedPairs,
  ): Promise<{ state: State; moved: Moved; again: SettledAgain }> {
    const { moved, orphans } = await this.#merged(before, changes, pace);
    const { context } = moved;
    const closed = closedRecords(context, this.#finished.teaching.policy);
    const open = openOf(closed);
    const { start, sizes, taught } = this.#finished;
    const task = { compared: null, closed: closed.customers, ...start, sizes };
    const blocking = await searchAgain(
      before.stages.blocking,
      moved,
      open,
      task,
      new Uint8Array(context.accounts.count),
      (found, isAgain) => withDecidedOf(found, isAgain, context, closed, decided),
      this.#crew,
      pace,
    );
    const contest = this.#contestOf(context);
    const firstPairs = blocking.stage.pairs;
    const firstOdds = Float64Array.from(blocking.carried.from, (old) =>
      old === -1 ? 0 : (before.undecided.first[old] ?? 0),
    );
    const isNew = (pair: number): boolean => blocking.carried.from[pair] === -1;
    plainOdds(firstPairs, isNew, context, taught, sizes, firstOdds);
    const firstLabels = labelsIn(firstPairs, context, decided);
    const firstEdges = decidedEdges(edgesOfPairs(firstPairs, firstOdds), firstLabels, contest);
    const first = settleOdds(before.first, firstEdges, contest, moved);
    const good = goodAgain(before.good, first, moved);
    await pace.rest('Looking closer', 0, 1);

    const pieces = await searchAgain(
      before.stages.pieces,
      moved,
      wanting(open, good),
      { ...task, compared: comparedWith(firstPairs, context.accounts.count) },
      blocking.isAgain,
      (found) => found,
      this.#crew,
      pace,
    );
    const isAgain = pieces.isAgain.map((is, account) => is | (blocking.isAgain[account] ?? 0));
    const pairs = joinPairs([firstPairs, pieces.stage.pairs], context.accounts.count);
    const labels = labelsIn(pairs, context, decided);
    const lastOdds = this.#undecidedOdds(before, pairs, isAgain, moved);
    const edges = decidedEdges(edgesOfPairs(pairs, lastOdds), labels, contest);
    const last = settleOdds(before.last, edges, contest, moved);
    await pace.rest('Weighing', 0, 1);
    const state: State = {
      context,
      closed,
      pairs,
      labels,
      assigned: assignAgain(before.assigned, before.pairs.count, last, moved),
      first: { field: first.field, odds: first.odds },
      last: { field: last.field, odds: last.odds },
      undecided: { first: firstOdds, last: lastOdds },
      stages: { blocking: blocking.stage, pieces: pieces.stage },
      good,
      orphans,
    };
    return { state, moved, again: last };
  }

  /** Reads the changes and merges them into both sides. */
  async #merged(
    { context: before, orphans }: State,
    changes: Changes,
    pace: Pace,
  ): Promise<{ moved: Moved; orphans: Orphans }> {
    const { vocabulary: builder, country } = this.#sides;
    const [accountsRead, customersRead] = [new Gathering(builder), new Gathering(builder)];
    const total = changes.accounts.length + changes.customers.length;
    for (const account of latest(changes.accounts)) {
      accountsRead.addAccount(account);
      if (pace.due()) await pace.rest(step, accountsRead.count, total);
    }
    for (const customer of latest(changes.customers)) {
      customersRead.addCustomer(customer);
      if (pace.due()) await pace.rest(step, accountsRead.count + customersRead.count, total);
    }
    const [freshAccounts, freshCustomers] = [accountsRead.side(country), customersRead.side(country)];
    const accounts = renumbering(before.accounts.ids, freshAccounts.ids, changes.goneAccounts);
    const customers = renumbering(before.customers.ids, freshCustomers.ids, changes.goneCustomers);
    await pace.rest(step, total, total);
    const customerSide = mergedSide(before.customers, freshCustomers, customers);
    const orphansNow = findParents(
      before.customers,
      customerSide,
      customers,
      latest(changes.customers),
      orphans,
    );
    const vocabulary = builder.vocabulary();
    await pace.rest(step, total, total);
    const tables = termTables(builder, this.#finished.sizes, (kind) => {
      const known = before.tables[kind].counts;
      const counts = sharedInts(vocabulary.texts[kind].count);
      counts.set(known);
      counts.fill(1, known.length);
      return counts;
    });
    await pace.rest(step, total, total);
    const context: Context = {
      accounts: mergedSide(before.accounts, freshAccounts, accounts),
      customers: customerSide,
      vocabulary,
      tables,
      shapes: shapesOf(vocabulary),
    };
    await pace.rest(step, total, total);
    return { moved: { before, context, accounts, customers }, orphans: orphansNow };
  }

  /** Before competition: as they were for accounts that were not searched for again, worked out for the others. */
  #undecidedOdds(
    before: State,
    pairs: PairColumns,
    isAgain: Uint8Array,
    { accounts, context }: Moved,
  ): Float64Array {
    const { taught, sizes } = this.#finished;
    const logOdds = new Float64Array(pairs.count);
    const isNew = (pair: number): boolean => isAgain[pairs.accounts[pair] ?? 0] === 1;
    plainOdds(pairs, isNew, context, taught, sizes, logOdds);
    const fresh: number[] = [];
    const { starts } = before.last.field.byAccount;
    let account = -1;
    let offset = 0;
    for (let pair = 0; pair < pairs.count; pair += 1) {
      if (isNew(pair)) {
        fresh.push(pair);
        continue;
      }
      if (pairs.accounts[pair] !== account) {
        account = pairs.accounts[pair] ?? 0;
        offset = (starts[accounts.sources[account] ?? 0] ?? 0) - pair;
      }
      logOdds[pair] = before.undecided.last[pair + offset] ?? 0;
    }
    const part = {
      count: fresh.length,
      accounts: Int32Array.from(fresh, (pair) => pairs.accounts[pair] ?? 0),
      customers: Int32Array.from(fresh, (pair) => pairs.customers[pair] ?? 0),
      logOdds: Float64Array.from(fresh, (pair) => logOdds[pair] ?? 0),
    };
    preferParents(part, context.customers, context.accounts.count).forEach((bits, index) => {
      logOdds[fresh[index] ?? 0] = bits;
    });
    return logOdds;
  }

  #contestOf({ accounts, customers }: Context): Contenders {
    return { accounts: accounts.count, customers: customers.count, ...this.#contest };
  }
}

const edgesOfPairs = ({ accounts, customers, count }: PairColumns, logOdds: Float64Array): Edges => ({
  accounts,
  customers,
  logOdds,
  count,
});

/** The accounts that were open and are no more, or are gone. */
function withoutProposal(before: State, { context, closed }: State, { accounts }: Moved): AccountId[] {
  const open = new Set<string>();
  for (const place of accounts.fresh) {
    if (closed.accounts[place] === 0) open.add(accountIdAt(context.accounts, place));
  }
  const without: AccountId[] = [];
  accounts.now.forEach((now, old) => {
    if (before.closed.accounts[old] === 1) return;
    if (now !== -1 && closed.accounts[now] === 0) return;
    const id = accountIdAt(before.context.accounts, old);
    if (!open.has(id)) without.push(id);
  });
  return without;
}
