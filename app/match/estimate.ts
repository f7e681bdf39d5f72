import { compare } from './compare/index.ts';
import { type Comparison, comparisons, levelAt, levels } from './compare/levels.ts';
import { compete, type Edges } from './compete.ts';
import type { Features } from './features.ts';
import type { Sizes } from './frequency.ts';
import { initialWeights, type Weights } from './model.ts';
import type { PairTable } from './pair-table.ts';
import { levelBits, probability } from './weigh.ts';

/** So many imagined true pairs stand behind the initial `m`, so that few data move it little. */
const imaginedMatches = 40;
/** Likewise for `u`, with its smallest values in mind. */
const imaginedStrangers = 4000;
const sampledStrangers = 5000;
/** The share of the smaller side that is expected to have a partner, and how many imagined records stand for it. */
const expectedShare = 0.6;
const imaginedRecords = 40;
const rounds = 6;

/** What is learnt from the data: the prior as log2 odds of a pair, and the weights. */
export interface Estimate {
  readonly prior: number;
  readonly weights: Weights;
}

/** The log2 odds that an account and a customer picked at random belong together. */
export function priorOdds(matches: number, { accounts, customers }: Sizes): number {
  const smaller = Math.max(1, Math.min(accounts, customers));
  const larger = Math.max(accounts, customers, 64);
  const share = (Math.min(matches, smaller) + imaginedRecords * expectedShare) / (smaller + imaginedRecords);
  return Math.log2(Math.min(share, 0.95) / (1 - Math.min(share, 0.95))) - Math.log2(larger);
}

/**
 * The chances of the levels among unrelated pairs, counted in pairs drawn at random. Pairs that agree fully on
 * something are left out, lest true pairs among them spoil the rare levels.
 */
export function strangers(accounts: readonly Features[], customers: readonly Features[]): Weights {
  const weights = initialWeights();
  const counts = comparisons.map((comparison) => levels[comparison].map(() => 0));
  const draws = Math.min(sampledStrangers, accounts.length * customers.length);
  for (let draw = 0; draw < draws; draw += 1) {
    const account = accounts[(draw * 7919) % accounts.length];
    const customer = customers[(draw * 104_729 + Math.floor(draw / accounts.length)) % customers.length];
    if (account === undefined || customer === undefined) continue;
    const found = compare(account, customer);
    if (found.name.level <= 3 || found.email.level === 0 || found.phone.level === 0) continue;
    comparisons.forEach((comparison, index) => {
      const of = counts[index];
      const { level } = found[comparison];
      if (of !== undefined) of[level] = (of[level] ?? 0) + 1;
    });
  }
  comparisons.forEach((comparison, index) => {
    const of = counts[index] ?? [];
    const present = of.reduce((sum, count, level) => sum + (isCounted(comparison, level) ? count : 0), 0);
    weights[comparison] = weights[comparison].map(({ m, u }, level) => ({
      m,
      u:
        levelAt(comparison, level).u === null || !isCounted(comparison, level)
          ? u
          : (imaginedStrangers * u + (of[level] ?? 0)) / (imaginedStrangers + present),
    }));
  });
  return weights;
}

/** Whether the level is evidence at all; `missing` is not. */
function isCounted(comparison: Comparison, level: number): boolean {
  return levelAt(comparison, level).speaks !== 'not';
}

/** The log2 odds of each pair before competition, as edges. */
export function edgesOf(
  pairs: PairTable,
  priors: Float64Array,
  { prior, weights }: Estimate,
  sizes: Sizes,
): Edges {
  const logOdds = new Float64Array(pairs.count);
  for (let pair = 0; pair < pairs.count; pair += 1) {
    let bits = prior + (priors[pairs.customers[pair] ?? 0] ?? 0);
    for (let index = 0; index < comparisons.length; index += 1) {
      const comparison = comparisons[index];
      if (comparison === undefined) continue;
      bits += levelBits(comparison, pairs.level(pair, index), pairs.chance(pair, index), weights, sizes);
    }
    logOdds[pair] = Math.min(bits, 40);
  }
  return { accounts: pairs.accounts, customers: pairs.customers, logOdds, count: pairs.count };
}

/**
 * Learns the prior and `m` from the pairs by expectation maximisation, starting from what is usual and held near it
 * where data are few. Each round weighs the pairs by their probability after one-to-one competition, which keeps the
 * method from drifting to a wrong split, as it does without (Winkler 2002 on the one-to-one constraint).
 */
export function estimate(pairs: PairTable, priors: Float64Array, unrelated: Weights, sizes: Sizes): Estimate {
  const start = initialWeights();
  let current: Estimate = {
    prior: priorOdds(expectedShare * Math.min(sizes.accounts, sizes.customers), sizes),
    weights: unrelated,
  };
  for (let round = 0; round < rounds; round += 1) {
    const edges = edgesOf(pairs, priors, current, sizes);
    const odds = compete(edges, sizes.accounts, sizes.customers);
    const weights = initialWeights();
    let matches = 0;
    const counts = comparisons.map((comparison) => levels[comparison].map(() => 0));
    for (let pair = 0; pair < pairs.count; pair += 1) {
      const p = probability(odds[pair] ?? 0);
      if (p < 1e-4) continue;
      matches += p;
      for (let index = 0; index < comparisons.length; index += 1) {
        const of = counts[index];
        const level = pairs.level(pair, index);
        if (of !== undefined) of[level] = (of[level] ?? 0) + p;
      }
    }
    comparisons.forEach((comparison, index) => {
      const of = counts[index] ?? [];
      const present = of.reduce((sum, count, level) => sum + (isCounted(comparison, level) ? count : 0), 0);
      weights[comparison] = start[comparison].map(({ m }, level) => ({
        m: isCounted(comparison, level)
          ? (imaginedMatches * m + (of[level] ?? 0)) / (imaginedMatches + present)
          : m,
        u: unrelated[comparison][level]?.u ?? 1,
      }));
    });
    current = { prior: priorOdds(matches, sizes), weights };
  }
  return current;
}
