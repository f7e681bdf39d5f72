import type { Proposal } from '#shared/pairs.ts';
import type { Account, Customer } from '#shared/records.ts';
import { assign } from './assign.ts';
import { candidateFloor } from './bands.ts';
import { addFuzzyCandidates, findCandidates } from './candidates.ts';
import { compete } from './compete.ts';
import { edgesOf, estimate, initialEstimate } from './estimate.ts';
import { customerPrior } from './explain.ts';
import { type MatchModel, modelOf } from './model.ts';
import { type MatchHooks, Pace } from './pace.ts';
import { type Prepared, prepare } from './prepare.ts';
import { proposals } from './propose.ts';
import { preferParents } from './standing.ts';
import { weighStrangers } from './strangers.ts';
import { probability, rulesOf } from './weigh.ts';

export interface MatchInput {
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
}

/** `proposals` has one for each account that is not linked, in the accounts' order. */
export interface MatchResult {
  readonly proposals: Proposal[];
  readonly model: MatchModel;
  readonly milliseconds: number;
}

/** What is left to match: linked accounts and their customers are settled. */
function unlinked({ accounts, customers }: MatchInput): MatchInput {
  const existing = new Set<string>(customers.map(({ id }) => id));
  const isLinked = ({ linkedCustomerId }: Account): boolean => existing.has(linkedCustomerId);
  const taken = new Set(accounts.filter(isLinked).map(({ linkedCustomerId }) => linkedCustomerId));
  return {
    accounts: accounts.filter((account) => !isLinked(account)),
    customers: customers.filter(({ id }) => !taken.has(id)),
  };
}

/** Rounds of learning before the closer look, and after it, when little is left to learn. */
const mostRounds = 8;
const lastRounds = 3;
/** An account whose best candidate is less probable than this is looked at more closely. */
const goodCandidate = 0.5;

function withoutGood(prepared: Prepared, accounts: ArrayLike<number>, odds: Float64Array): number[] {
  const good = new Uint8Array(prepared.accounts.length);
  odds.forEach((bits, edge) => {
    if (probability(bits) >= goodCandidate) good[accounts[edge] ?? 0] = 1;
  });
  return [...good.keys()].filter((account) => good[account] === 0);
}

/**
 * Matches accounts with customers in this thread: normalise, find candidates, compare, learn the weights, let rivals
 * compete, assign one to one. Gives the event loop a turn about every 15 ms.
 * @throws AppError `cancelled` when the hooks' signal says so.
 */
export async function match(input: MatchInput, hooks: MatchHooks = {}): Promise<MatchResult> {
  const began = performance.now();
  const pace = new Pace(hooks);
  await pace.rest('Reading names and addresses', 0, 1);
  const open = unlinked(input);
  const prepared = await prepare(open.accounts, open.customers, pace);
  const { lexicon, accounts, customers } = prepared;
  const { sizes } = lexicon;
  const priors = Float64Array.from(customers, customerPrior);

  const start = initialEstimate(weighStrangers(prepared.accountFeatures, prepared.customerFeatures), sizes);
  const usual = { prior: start.prior, rules: rulesOf(start.weights, sizes) };
  const pairs = await findCandidates(prepared, usual, pace);
  await pace.rest('Learning the weights', 0, 1);
  let learnt = estimate(pairs, priors, start, sizes, mostRounds);
  await pace.rest('Learning the weights', 1, 1);
  const first = compete(edgesOf(pairs, priors, learnt, sizes), sizes.accounts, sizes.customers);
  await addFuzzyCandidates(prepared, pairs, withoutGood(prepared, pairs.accounts, first), usual, pace);
  learnt = estimate(pairs, priors, learnt, sizes, lastRounds);
  await pace.rest('Weighing', 0, 1);

  const before = edgesOf(pairs, priors, learnt, sizes);
  const edges = { ...before, logOdds: preferParents(before, customers, sizes.accounts) };
  const odds = compete(edges, sizes.accounts, sizes.customers);
  const scores = odds.map(probability);
  const assigned = assign(edges, scores, candidateFloor, sizes.accounts, sizes.customers);
  await pace.rest('Writing the evidence', 0, accounts.length);

  const byAccount = new Map<string, Proposal>();
  const weighing = { prior: learnt.prior, rules: rulesOf(learnt.weights, sizes), sizes };
  for (const proposal of proposals(prepared, weighing, { edges, odds, assigned })) {
    byAccount.set(proposal.accountId, proposal);
    if (pace.due()) await pace.rest('Writing the evidence', byAccount.size, accounts.length);
  }
  return {
    proposals: open.accounts.flatMap(({ id }) => byAccount.get(id) ?? []),
    model: modelOf(lexicon, prepared.country, learnt.prior, learnt.weights),
    milliseconds: performance.now() - began,
  };
}
