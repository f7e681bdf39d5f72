import type { Proposal } from '#shared/pairs.ts';
import { assign } from './assign.ts';
import { candidateFloor } from './bands.ts';
import { type Basis, decidedEdges, type Estimate, edgesOf } from './basis.ts';
import { IndexSearch } from './candidates/index-search.ts';
import type { InvertedIndex } from './candidates/inverted-index.ts';
import { KeySet } from './candidates/key-set.ts';
import { addKeys, CandidateSearch, type SearchTask, searches } from './candidates/search.ts';
import { compete, leastClaim } from './compete.ts';
import { joinPairs, type PairColumns } from './pair-table.ts';
import { proposer, reviewedCandidates } from './propose.ts';
import { contestOf } from './rivals.ts';
import { preferParents } from './standing.ts';
import { probability, Rules } from './weigh.ts';

/** So many accounts get a word before the match is done: more than a screen of rows. */
const mostEarly = 200;

/** What the first proposals are found with; `accountIndex` finds the other accounts that want the same customers. */
export interface EarlyTask {
  /** Its accounts are all that take part. */
  readonly task: SearchTask;
  readonly accountIndex: InvertedIndex;
  readonly start: Estimate;
  /** What the pairs are weighed by, with what people decided of them. */
  basisOf(pairs: PairColumns): Basis;
}

/**
 * The first proposals of a match, for the first accounts in the order of their source, before all others are compared:
 * by the usual weights, in competition with whoever else wants their customers. Accounts without a proposal so far are
 * left out, since a closer look may find one.
 */
export function earlyProposals({ task, accountIndex, start, basisOf }: EarlyTask): Proposal[] {
  const { accounts, customers } = task.context;
  const first = Int32Array.from(task.accounts)
    .sort((a, b) => (accounts.rows[a] ?? 0) - (accounts.rows[b] ?? 0))
    .slice(0, mostEarly);
  const own = pairsOf(task, first);
  const rivals = rivalsFor(task, accountIndex, wantedIn(basisOf(own), start), new Set(first));
  const basis = basisOf(joinPairs([own, pairsOf(task, rivals)], accounts.count));
  const plain = edgesOf(basis, start);
  const edges = decidedEdges(
    { ...plain, logOdds: preferParents(plain, customers, accounts.count) },
    basis.labels,
    basis.contest,
  );
  const odds = compete(edges, basis.contest);
  const assigned = assign(edges, odds.map(probability), candidateFloor, basis.contest);
  const { pairs, labels, contest, sizes } = basis;
  const { oneAccountEach } = contest;
  const propose = proposer(
    contestOf({ context: task.context, pairs, labels, oneAccountEach, edges, odds, assigned }),
    { prior: start.prior, rules: new Rules(start.weights, sizes), sizes },
  );
  return Array.from(first, (account) => propose(account, reviewedCandidates)).filter(
    ({ state }) => state !== 'no-candidate',
  );
}

function pairsOf(task: SearchTask, accounts: Int32Array): PairColumns {
  return new CandidateSearch({ ...task, accounts }).pairs(0, accounts.length);
}

/** The customers that the accounts of these pairs may get. */
function wantedIn(basis: Basis, start: Estimate): Set<number> {
  const { logOdds, customers } = edgesOf(basis, start);
  const wanted = new Set<number>();
  for (let edge = 0; edge < logOdds.length; edge += 1) {
    if ((logOdds[edge] ?? 0) >= leastClaim) wanted.add(customers[edge] ?? 0);
  }
  return wanted;
}

/** The other accounts that these customers have something in common with. */
function rivalsFor(
  { context, accounts }: SearchTask,
  index: InvertedIndex,
  wanted: ReadonlySet<number>,
  known: ReadonlySet<number>,
): Int32Array {
  const search = new IndexSearch(index, searches.blocking);
  const takesPart = new Set(accounts);
  const keys = new KeySet();
  const rivals = new Set<number>();
  for (const customer of wanted) {
    addKeys('blocking', context, context.customers, customer, keys);
    const count = search.search(keys);
    for (const account of search.found.subarray(0, count)) {
      if (takesPart.has(account) && !known.has(account)) rivals.add(account);
    }
  }
  return Int32Array.from(rivals).sort();
}
