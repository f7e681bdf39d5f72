import { type Basis, decidedEdges, type Estimate, edgesOf } from './basis.ts';
import { comparisons, levelAt } from './compare/levels.ts';
import { compete } from './compete.ts';
import { initialWeights, type Weights } from './model.ts';
import { levelOf, type PairColumns } from './pair-table.ts';
import { sampleOf } from './sample.ts';
import { isEvidence, type LevelCounts, noCounts, present } from './strangers.ts';
import type { Sizes } from './terms/rarity.ts';
import { probability } from './weigh.ts';

/** So many imagined true pairs stand behind the initial `m`, so that few data move it little. */
const imaginedMatches = 40;
/** The share of the smaller side that is expected to have a partner, and how many imagined records stand for it. */
const expectedShare = 0.6;
const imaginedRecords = 40;
const mostShare = 0.95;
const fewestRecords = 64;
/** What may speak either way is not made more than so many times as usual by data without labels. */
const mostTalkedUp = 2;
/** From more pairs than this nothing new is learnt; a sample of them will do. */
const mostPairs = 120_000;
/** While learning, rivals need not compete to the end. */
const fewRounds = 8;
/** Learning stops when no share of a level moves more than this. */
const settled = 0.002;
/** A pair with less than this probability teaches nothing. */
const negligible = 1e-3;

/**
 * The log2 odds that an account and a customer belong together before they are compared, as the competition counts
 * them: belonging together against both being free, M / (free accounts × free customers) for M pairs in all.
 */
export function priorOdds(matches: number, sizes: Sizes): number {
  const smaller = Math.max(1, Math.min(sizes.accounts, sizes.customers));
  const expected = Math.min(matches, smaller) + imaginedRecords * expectedShare;
  const share = Math.min(mostShare, expected / (smaller + imaginedRecords));
  const larger = Math.max(fewestRecords, sizes.accounts, sizes.customers);
  return Math.log2(share / (1 - share)) - Math.log2(larger - share * smaller);
}

/** Where learning starts: the usual share of partners, and the weights of strangers. */
export function initialEstimate(unrelated: Weights, sizes: Sizes): Estimate {
  return {
    prior: priorOdds(expectedShare * Math.min(sizes.accounts, sizes.customers), sizes),
    weights: unrelated,
  };
}

function expectedCounts(pairs: PairColumns, odds: Float64Array): { counts: LevelCounts; matches: number } {
  const counts = noCounts();
  let matches = 0;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const p = probability(odds[pair] ?? 0);
    if (p < negligible) continue;
    matches += p;
    for (const [index, of] of counts.entries()) {
      const level = levelOf(pairs, pair, index);
      of[level] = (of[level] ?? 0) + p;
    }
  }
  return { counts, matches };
}

function learntWeights(counts: LevelCounts, unrelated: Weights): Weights {
  const weights = initialWeights();
  comparisons.forEach((comparison, index) => {
    const of = counts[index] ?? [];
    const total = imaginedMatches + present(of, comparison);
    weights[comparison] = weights[comparison].map(({ m, taught }, level) => {
      const u = unrelated[comparison][level]?.u ?? 1;
      if (!isEvidence(comparison, level)) return { m, u, taught };
      const seen = (imaginedMatches * m + (of[level] ?? 0)) / total;
      const most = levelAt(comparison, level).speaks === 'either' ? m * mostTalkedUp : 1;
      return { m: Math.min(seen, most), u, taught };
    });
  });
  return weights;
}

function movement(before: Weights, after: Weights): number {
  const moved = comparisons.flatMap((comparison) =>
    after[comparison].map(({ m }, level) => Math.abs(m - (before[comparison][level]?.m ?? 0))),
  );
  return Math.max(...moved);
}

/**
 * Learns the prior and `m` from the pairs by expectation maximisation, from `start` on and held near what is usual
 * where data are few. Each round weighs the pairs by their probability after one-to-one competition, which keeps the
 * rounds from settling on a wrong split. Decided pairs count as what they were decided to be.
 */
export function estimate(all: Basis, start: Estimate, rounds: number): Estimate {
  const { basis, stride } = sampleOf(all, start, mostPairs);
  const { pairs, labels, sizes, contest } = basis;
  let current = start;
  for (let round = 0; round < rounds; round += 1) {
    const edges = decidedEdges(edgesOf(basis, current), labels, contest);
    const { counts, matches } = expectedCounts(pairs, compete(edges, contest, fewRounds));
    const weights = learntWeights(counts, start.weights);
    const moved = movement(current.weights, weights);
    current = { prior: priorOdds(matches * stride, sizes), weights };
    if (moved < settled) break;
  }
  return current;
}
