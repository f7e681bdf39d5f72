import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import {
  Crew,
  type Ground,
  type GroundRules,
  goneFrom,
  groundOf,
  LiveMatch,
  Pace,
  reviewedCandidates,
  type Sides,
  usefulThreads,
} from '#app/match/index.ts';
import { openForReading, type RecordReader, storedProposal } from '#app/project/index.ts';
import { reportOf } from '#shared/errors.ts';
import type { LinkDoubt } from '#shared/matching.ts';
import type { Proposal } from '#shared/pairs.ts';
import { ProposalCounts } from '../proposal-counts.ts';
import { type FromMatcher, type MatchedAgain, MatcherStart, type ToMatcher } from './messages.ts';
import { readSides } from './read-sides.ts';

/** The thread that matches a project: it reads the records itself, and keeps the match so that it can go on. */

interface Prepared {
  readonly sides: Sides;
  readonly revision: number;
  readonly rules: GroundRules;
  readonly ground: Ground;
}

type Order<K extends ToMatcher['kind']> = Extract<ToMatcher, { kind: K }>;

/** Progress is told at most so often, in milliseconds. */
const between = 50;
/** More records are not read before they are needed: they take memory that others may want. */
const mostAhead = 400_000;
/** So long a window takes to show the first proposals, if nobody else wants the processors (milliseconds). */
const untilShown = 400;
/** Proposals that are handed over at once. */
const batchSize = 250;

const { path } = MatcherStart.parse(workerData);
const tell = (message: FromMatcher): void => parentPort?.postMessage(message);
const hooks = { signal: new AbortController().signal, progress: () => {} };

/** The match as it stands, and the revision of the records that it knows. */
let standing: { readonly live: LiveMatch; readonly revision: number } | null = null;
/** Both sides, read before anybody asked, and what a match by these rules stands on. */
let prepared: Prepared | null = null;
let stored = Promise.withResolvers<void>();
let told = 0;
let crew: Crew | null = null;

function newPace(): Pace {
  return new Pace({
    progress(step, done, total) {
      const now = performance.now();
      if (now - told < between) return;
      told = now;
      tell({ kind: 'progress', step, done, total });
    },
  });
}

async function prepare(records: RecordReader, rules: GroundRules): Promise<void> {
  const revision = records.revision();
  const size = records.size('salesforce') + records.size('quickbooks');
  if (standing !== null || isPreparedFor(revision, rules) || size > mostAhead) return;
  const pace = newPace();
  const sides =
    prepared?.revision === revision ? prepared.sides : await readSides(path, records, hooks, pace);
  prepared = null;
  // What was exported meanwhile was read in part; it is read again when it is asked for.
  if (records.revision() !== revision) return;
  crew ??= crewFor(sides);
  const ground = await groundOf(sides, pace, rules, { known: null, early: true });
  prepared = { sides, revision, rules, ground };
}

function isPreparedFor(revision: number, rules: GroundRules): boolean {
  return prepared?.revision === revision && isDeepStrictEqual(prepared.rules, rules);
}

function crewFor({ accounts, customers }: Sides): Crew {
  return new Crew(usefulThreads(accounts.count + customers.count));
}

/** What is ready for a match by these rules, as the records are now; read only where that was not done before. */
async function readyFor(records: RecordReader, rules: GroundRules, pace: Pace) {
  const revision = records.revision();
  if (standing?.revision === revision) return { sides: standing.live.sides, revision, ground: null };
  if (prepared?.revision !== revision) {
    return { sides: await readSides(path, records, hooks, pace), revision, ground: null };
  }
  return { ...prepared, ground: isPreparedFor(revision, rules) ? prepared.ground : null };
}

/** Reads the project's records. The file is open only meanwhile: while it is, not all of what is written is in it. */
async function reading<T>(work: (records: RecordReader) => T | Promise<T>): Promise<T> {
  const project = openForReading(path);
  try {
    return await work(project.records);
  } finally {
    project.close();
  }
}

/** Tells the first proposals, and leaves the processors to the window until it shows them. */
async function showEarly(proposals: readonly Proposal[]): Promise<void> {
  tell({ kind: 'early', proposals });
  await sleep(untilShown);
}

async function match({ teaching, early }: Order<'match'>): Promise<void> {
  const began = performance.now();
  const pace = newPace();
  const { policy, pins } = teaching;
  const { sides, revision, ground } = await reading((records) => readyFor(records, { policy, pins }, pace));
  standing = null;
  prepared = null;
  crew ??= crewFor(sides);
  const { live, matched } = await LiveMatch.start(sides, crew, pace, {
    teaching,
    early: early ? showEarly : null,
    ground,
  });
  const counts = new ProposalCounts();
  let batch = [];
  stored.resolve();
  for (const [at, place] of matched.open.entries()) {
    const proposal = matched.propose(place, reviewedCandidates);
    counts.add(proposal);
    batch.push(storedProposal(proposal));
    if (pace.due()) await pace.rest('Writing the evidence', at, matched.open.length);
    if (batch.length < batchSize && at + 1 < matched.open.length) continue;
    // One batch is made while the one before is stored, and none waits in memory.
    await stored.promise;
    stored = Promise.withResolvers<void>();
    tell({ kind: 'proposals', batch });
    batch = [];
  }
  await stored.promise;
  standing = { live, revision };
  const doubts = await doubtsOf(live, pace);
  const { model, lesson } = matched;
  const summary = counts.summary(performance.now() - began);
  tell({ kind: 'matched', done: { model, lesson, summary, doubts } });
  // Nobody waits for this; where it fails, everything is matched next time.
  await live.prepare(pace).catch(() => {
    standing = null;
  });
}

async function doubtsOf(live: LiveMatch, pace: Pace): Promise<LinkDoubt[]> {
  const doubts: LinkDoubt[] = [];
  let checked = 0;
  for (const doubt of live.doubts()) {
    checked += 1;
    if (doubt !== null) doubts.push(doubt);
    if (pace.due()) await pace.rest('Checking links', checked, live.sides.accounts.count);
  }
  return doubts;
}

async function again({ decided }: Order<'again'>): Promise<MatchedAgain | null> {
  if (standing === null) return null;
  const { live, revision: known } = standing;
  standing = null;
  const { revision, changes } = await reading((records) => ({
    revision: records.revision(),
    changes: {
      ...records.changedSince(known),
      ...goneFrom(live.sides, {
        accounts: new Set(records.accountIds()),
        customers: new Set(records.customerIds()),
      }),
    },
  }));
  const changedAccounts = changes.accounts.length + changes.goneAccounts.length;
  const changedCustomers = changes.customers.length + changes.goneCustomers.length;
  if (live.advisesFullMatch(changedAccounts + changedCustomers)) return null;
  const pace = newPace();
  const { proposals, without } = await live.update(changes, pace, decided);
  standing = { live, revision };
  const doubts = await doubtsOf(live, pace);
  return { changedAccounts, changedCustomers, proposals: proposals.map(storedProposal), without, doubts };
}

async function follow(order: Order<'prepare' | 'match' | 'again'>): Promise<void> {
  try {
    if (order.kind === 'prepare') await reading((records) => prepare(records, order.rules));
    else if (order.kind === 'match') await match(order);
    else tell({ kind: 'matched-again', again: await again(order) });
  } catch (error) {
    // Whoever asks for the match meets what stood in the way of preparing it, and is told then.
    if (order.kind !== 'prepare') tell({ kind: 'error', error: reportOf(error) });
  }
}

let last = Promise.resolve();
parentPort?.on('message', (order: ToMatcher) => {
  if (order.kind === 'stored') stored.resolve();
  else last = last.then(() => follow(order));
});
