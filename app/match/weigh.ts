import type { Compared } from './compare/index.ts';
import { at, type Comparison, comparisons, levels } from './compare/levels.ts';
import type { Sizes } from './frequency.ts';
import type { Weights } from './model.ts';

/** A name says at most so many bits more than are needed to single out one record. */
const nameBeyondOne = 7;
const streetBeyondOne = 3;
/** A difference always counts against a pair by so much, whatever few data say. */
const leastAgainst = -0.5;
/** Log-odds are held here: beyond, a score cannot be told from 1 in a 64-bit number. */
export const mostLogOdds = 40;

/** What the data cannot say on their own: an inactive customer is seldom the one that is still sold to. */
export const inactiveBits = -3;
/** A job is seldom what an account stands for. */
export const subCustomerBits = -1;

/** How many bits single out one of the records of the larger side. */
export function bitsOfOne({ accounts, customers }: Sizes): number {
  return Math.log2(Math.max(accounts, customers, 64));
}

/** How a level is weighed: log2 of `m`, the bits of its own `u`, and the bounds of chance and weight. */
interface Rule {
  readonly logM: number;
  readonly ownChance: number;
  readonly mostChance: number;
  readonly least: number;
  readonly most: number;
}

/** Weights ready for many pairs: a rule for each level of each comparison, in their order. */
export type Rules = readonly (readonly Rule[])[];

function mostChance(comparison: Comparison, sizes: Sizes): number {
  if (comparison === 'name') return bitsOfOne(sizes) + nameBeyondOne;
  return comparison === 'street' ? bitsOfOne(sizes) + streetBeyondOne : Number.POSITIVE_INFINITY;
}

/** Prepares weights for use between this many records. Agreement never speaks against a pair, nor difference for it. */
export function rulesOf(weights: Weights, sizes: Sizes): Rules {
  return comparisons.map((comparison) => {
    const all = levels[comparison].map(({ speaks }, level) => {
      const { m, u } = weights[comparison][level] ?? { m: 1, u: 1 };
      return {
        speaks,
        logM: Math.log2(m),
        ownChance: -Math.log2(u),
        mostChance: mostChance(comparison, sizes),
      };
    });
    return all.map(({ speaks, ...rule }, level): Rule => {
      const { NEGATIVE_INFINITY: least, POSITIVE_INFINITY: most } = Number;
      if (speaks === 'for') return { ...rule, least: 0, most };
      if (speaks === 'against') return { ...rule, least, most: leastAgainst };
      if (speaks === 'not') return { ...rule, least: 0, most: 0 };
      const weaker = all.slice(level).find((other) => other.speaks === 'against');
      return { ...rule, least: Math.min(leastAgainst, (weaker?.logM ?? 0) + (weaker?.ownChance ?? 0)), most };
    });
  });
}

/**
 * The weight of one level in bits: log2(m/u), the match weight of Fellegi and Sunter (1969), with `u` taken from the
 * value's own rarity where `chanceBits` is a number (not NaN).
 */
export function levelBits(rules: Rules, comparison: number, level: number, chanceBits: number): number {
  const rule = rules[comparison]?.[level];
  if (rule === undefined) return 0;
  const chance = Number.isNaN(chanceBits) ? rule.ownChance : Math.min(chanceBits, rule.mostChance);
  return Math.min(rule.most, Math.max(rule.least, rule.logM + chance));
}

const emailPlace = comparisons.indexOf('email');
const websitePlace = comparisons.indexOf('website');

/**
 * The weight of one level in bits, given what the e-mail comparison weighs: a website whose domain is the e-mail's
 * adds only what it says beyond it, so that one domain is not counted twice.
 */
function bitsBeside(
  rules: Rules,
  comparison: number,
  level: number,
  chanceBits: number,
  emailBits: number,
): number {
  if (comparison !== websitePlace || level !== at.website.counted) {
    return levelBits(rules, comparison, level, chanceBits);
  }
  return Math.max(0, levelBits(rules, comparison, at.website.same, chanceBits) - emailBits);
}

/** The weights of a pair's comparisons in bits, added up; a comparison's level and chance are given by its place. */
export function sumOfWeights(
  rules: Rules,
  levelOf: (comparison: number) => number,
  chanceOf: (comparison: number) => number,
): number {
  const emailBits = levelBits(rules, emailPlace, levelOf(emailPlace), chanceOf(emailPlace));
  let bits = 0;
  for (let index = 0; index < comparisons.length; index += 1) {
    bits += bitsBeside(rules, index, levelOf(index), chanceOf(index), emailBits);
  }
  return bits;
}

/** Scales what speaks for a pair so that the log-odds, prior included, stay within 40 bits. */
function limited(prior: number, bits: readonly number[]): number[] {
  const total = bits.reduce((sum, value) => sum + value, prior);
  if (total <= mostLogOdds) return [...bits];
  const inFavour = bits.reduce((sum, value) => sum + Math.max(0, value), 0);
  const scale = (inFavour - (total - mostLogOdds)) / inFavour;
  return bits.map((value) => (value > 0 ? value * scale : value));
}

/** The weights of all comparisons of a pair in bits, in the order of the comparisons. */
export function outcomeBits(outcomes: Compared, prior: number, rules: Rules): number[] {
  const { email } = outcomes;
  const emailBits = levelBits(rules, emailPlace, email.level, email.chanceBits ?? Number.NaN);
  const bits = comparisons.map((comparison, index) => {
    const { level, chanceBits } = outcomes[comparison];
    return bitsBeside(rules, index, level, chanceBits ?? Number.NaN, emailBits);
  });
  return limited(prior, bits);
}

/** The log2 odds of a pair from what its comparisons found. */
export function totalBits(outcomes: Compared, prior: number, rules: Rules): number {
  const found = comparisons.map((comparison) => outcomes[comparison]);
  const weights = sumOfWeights(
    rules,
    (index) => found[index]?.level ?? 0,
    (index) => found[index]?.chanceBits ?? Number.NaN,
  );
  return Math.min(mostLogOdds, prior + weights);
}

/** The probability that log-odds in bits stand for. */
export function probability(logOdds: number): number {
  return 1 / (1 + 2 ** -logOdds);
}

/** Log-odds in bits of a probability strictly between 0 and 1. */
export function logOdds(score: number): number {
  return Math.log2(score / (1 - score));
}
