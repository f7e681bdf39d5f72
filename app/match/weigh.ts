import { type Comparison, comparisons, levelAt, levels, type Outcome } from './compare/levels.ts';
import type { Sizes } from './frequency.ts';
import type { Weights } from './model.ts';

/** A name says at most so many bits more than are needed to single out one record. */
const nameBeyondOne = 7;
const streetBeyondOne = 3;
/** A difference always counts against a pair by so much, whatever few data say. */
const leastAgainst = -0.5;
/** Log-odds are held here: beyond, a score cannot be told from 1 in a 64-bit number. */
const mostLogOdds = 40;

/** What the data cannot say on their own: an inactive customer is seldom the one that is still sold to. */
export const inactiveBits = -3;
/** A job is seldom what an account stands for. */
export const subCustomerBits = -1;

/** The most bits a comparison's chance can be worth between this many records. */
export function chanceLimit(comparison: Comparison, { accounts, customers }: Sizes): number {
  const one = Math.log2(Math.max(accounts, customers, 64));
  if (comparison === 'name') return one + nameBeyondOne;
  return comparison === 'street' ? one + streetBeyondOne : Number.POSITIVE_INFINITY;
}

/**
 * The weight of one level in bits: log2(m/u), the match weight of Fellegi and Sunter (1969), with `u` taken from the
 * value's own rarity where `chanceBits` is given. Agreement never speaks against a pair, nor difference for it.
 */
export function levelBits(
  comparison: Comparison,
  level: number,
  chanceBits: number | null,
  weights: Weights,
  sizes: Sizes,
): number {
  const { speaks } = levelAt(comparison, level);
  const weight = weights[comparison][level];
  if (speaks === 'not' || weight === undefined) return 0;
  const chance =
    chanceBits === null ? -Math.log2(weight.u) : Math.min(chanceBits, chanceLimit(comparison, sizes));
  const bits = Math.log2(weight.m) + chance;
  if (speaks === 'for') return Math.max(0, bits);
  if (speaks === 'against') return Math.min(leastAgainst, bits);
  const different = levels[comparison].findIndex(({ id }) => id === 'different');
  return Math.max(bits, levelBits(comparison, different, null, weights, sizes));
}

/** Scales what speaks for a pair so that the log-odds, prior included, stay within ±40. */
export function limited(prior: number, bits: readonly number[]): number[] {
  const total = bits.reduce((sum, value) => sum + value, prior);
  if (total <= mostLogOdds) return [...bits];
  const forIt = bits.reduce((sum, value) => sum + Math.max(0, value), 0);
  const scale = (forIt - (total - mostLogOdds)) / forIt;
  return bits.map((value) => (value > 0 ? value * scale : value));
}

/** The weights of all comparisons of a pair in bits, in the order of the comparisons. */
export function outcomeBits(
  outcomes: Record<Comparison, Outcome>,
  prior: number,
  weights: Weights,
  sizes: Sizes,
): number[] {
  return limited(
    prior,
    comparisons.map((comparison) => {
      const { level, chanceBits } = outcomes[comparison];
      return levelBits(comparison, level, chanceBits, weights, sizes);
    }),
  );
}

/** The probability that log-odds in bits stand for. */
export function probability(logOdds: number): number {
  return 1 / (1 + 2 ** -logOdds);
}

/** Log-odds in bits of a probability strictly between 0 and 1. */
export function logOdds(score: number): number {
  return Math.log2(score / (1 - score));
}
