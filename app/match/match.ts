import { availableParallelism } from 'node:os';
import type { Lesson, Teaching } from '#shared/matching.ts';
import type { Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { Gathering } from './columns/gathering.ts';
import { usualCountry } from './columns/usual-country.ts';
import { matchSides } from './match-sides.ts';
import type { MatchModel } from './model.ts';
import { type MatchHooks, Pace } from './pace.ts';
import { reviewedCandidates } from './propose.ts';
import { VocabularyBuilder } from './terms/vocabulary.ts';
import { Crew } from './threads/crew.ts';

export interface MatchInput {
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
  readonly teaching?: Teaching;
}

/** `proposals` has one for each account that is not linked, in the accounts' order. */
export interface MatchResult {
  readonly proposals: Proposal[];
  readonly model: MatchModel;
  readonly lesson: Lesson | null;
  readonly milliseconds: number;
}

/** With fewer records another thread costs more than it saves. */
const leastPerThread = 4_000;
const mostThreads = 8;

/** How many threads are worth their while for so many records. */
export function usefulThreads(records: number): number {
  return Math.max(1, Math.min(availableParallelism(), mostThreads, Math.floor(records / leastPerThread)));
}

/**
 * Matches accounts with customers: normalise, find candidates, compare, learn the weights, let rivals compete, assign
 * one to one. Gives the event loop a turn about every 15 ms. What it finds does not depend on the number of threads.
 * @throws AppError `cancelled` when the hooks' signal says so.
 */
export async function match(
  { accounts, customers, teaching }: MatchInput,
  hooks: MatchHooks = {},
  threads = usefulThreads(accounts.length + customers.length),
): Promise<MatchResult> {
  const began = performance.now();
  const pace = new Pace(hooks);
  const step = 'Reading names and addresses';
  const total = accounts.length + customers.length;
  await pace.rest(step, 0, total);
  const vocabulary = new VocabularyBuilder(total);
  const left = new Gathering(vocabulary);
  const right = new Gathering(vocabulary);
  for (const account of accounts) {
    left.addAccount(account);
    if (pace.due()) await pace.rest(step, left.count, total);
  }
  for (const customer of customers) {
    right.addCustomer(customer);
    if (pace.due()) await pace.rest(step, left.count + right.count, total);
  }
  const country = usualCountry(left.countries, right.countries);
  const sides = { accounts: left.side(country), customers: right.side(country), vocabulary, country };
  const crew = new Crew(threads);
  try {
    const matched = await matchSides(sides, crew, pace, teaching);
    const proposals: Proposal[] = [];
    for (const account of matched.open) {
      proposals.push(matched.propose(account, reviewedCandidates));
      if (pace.due()) await pace.rest('Writing the evidence', proposals.length, matched.open.length);
    }
    return {
      proposals,
      model: matched.model,
      lesson: matched.lesson,
      milliseconds: performance.now() - began,
    };
  } finally {
    await crew.close();
  }
}
