import { at, type Comparison, comparisons, levels } from './compare/levels.ts';
import { unweighed, type Weights } from './model.ts';
import type { Sizes } from './terms/rarity.ts';

/** A name says at most so many bits more than are needed to single out one record. */
const nameBeyondOne = 7;
const streetBeyondOne = 3;
/** What name and domain say together is held so many bits below what a name alone may say. */
const organisationBelowName = 2;
/** A domain of its own still tells an organisation from others of the same name, by up to so many bits. */
const domainBeyondName = 2.5;
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

function mostChance(comparison: Comparison, sizes: Sizes): number {
  if (comparison === 'name') return bitsOfOne(sizes) + nameBeyondOne;
  return comparison === 'street' ? bitsOfOne(sizes) + streetBeyondOne : Number.POSITIVE_INFINITY;
}

/** Levels of one comparison are kept so far apart. */
const stride = 16;
const width = comparisons.length;
const emailPlace = comparisons.indexOf('email');
const websitePlace = comparisons.indexOf('website');
const namePlace = comparisons.indexOf('name');

/**
 * Weights ready for many pairs. The weight of a level is log2(m/u), the match weight of Fellegi and Sunter (1969), with
 * `u` taken from the value's own rarity where there is one. Agreement never speaks against a pair, nor difference for
 * it.
 */
export class Rules {
  readonly #logM = new Float64Array(width * stride);
  readonly #ownChance = new Float64Array(width * stride);
  readonly #mostChance = new Float64Array(width);
  readonly #least = new Float64Array(width * stride);
  readonly #most = new Float64Array(width * stride);
  readonly #scratch = new Float64Array(width);

  constructor(weights: Weights, sizes: Sizes) {
    comparisons.forEach((comparison, index) => {
      this.#mostChance[index] = mostChance(comparison, sizes);
      levels[comparison].forEach(({ speaks }, level) => {
        const place = index * stride + level;
        const { m, u, taught } = weights[comparison][level] ?? unweighed;
        this.#logM[place] = Math.log2(m) + taught;
        this.#ownChance[place] = -Math.log2(u);
        this.#least[place] = speaks === 'for' || speaks === 'not' ? 0 : Number.NEGATIVE_INFINITY;
        this.#most[place] =
          speaks === 'against' ? leastAgainst : speaks === 'not' ? 0 : Number.POSITIVE_INFINITY;
      });
      levels[comparison].forEach(({ speaks }, level) => {
        if (speaks !== 'either') return;
        const next = levels[comparison].findIndex((other, at) => at > level && other.speaks === 'against');
        const weaker =
          next === -1
            ? 0
            : (this.#logM[index * stride + next] ?? 0) + (this.#ownChance[index * stride + next] ?? 0);
        this.#least[index * stride + level] = Math.min(leastAgainst, weaker);
      });
    });
  }

  /** The weight of one level in bits; `chance` is NaN where the level's own `u` says it. */
  bits(comparison: number, level: number, chance: number): number {
    const place = comparison * stride + level;
    const most = this.#mostChance[comparison] ?? 0;
    const rare = Number.isNaN(chance) ? (this.#ownChance[place] ?? 0) : chance < most ? chance : most;
    const bits = (this.#logM[place] ?? 0) + rare;
    const least = this.#least[place] ?? 0;
    const limit = this.#most[place] ?? 0;
    return bits < least ? least : bits > limit ? limit : bits;
  }

  /**
   * The weights of a pair's comparisons in bits, into `into`: levels and chances stand from `from` on. A website whose
   * domain is the e-mail's adds only what it says beyond it, so that one domain is not counted twice. Gives their sum.
   */
  weigh(
    levels: Uint8Array,
    chances: Float32Array | Float64Array,
    from: number,
    into: Float64Array | null = null,
  ): number {
    const bitsOf = into ?? this.#scratch;
    for (let index = 0; index < width; index += 1) {
      bitsOf[index] = this.bits(index, levels[from + index] ?? 0, chances[from + index] ?? 0);
    }
    if (levels[from + websitePlace] === at.website.counted) {
      const website = this.bits(websitePlace, at.website.same, chances[from + websitePlace] ?? 0);
      bitsOf[websitePlace] = Math.max(0, website - (bitsOf[emailPlace] ?? 0));
    }
    this.#withinOrganisation(bitsOf, (levels[from + emailPlace] ?? 0) === at.email['same-domain']);
    let sum = 0;
    for (let index = 0; index < width; index += 1) sum += bitsOf[index] ?? 0;
    return sum;
  }

  /**
   * Takes away what name and domain say together beyond what singles out one organisation: a branch has both, so beyond
   * this they say little of which one is meant. The domain gives way to the name, up to what tells two organisations of
   * one name apart.
   */
  #withinOrganisation(bits: Float64Array, isEmailDomain: boolean): void {
    const most = (this.#mostChance[namePlace] ?? 0) - organisationBelowName;
    const ofEmail = isEmailDomain ? Math.max(0, bits[emailPlace] ?? 0) : 0;
    const ofWebsite = Math.max(0, bits[websitePlace] ?? 0);
    const ofDomain = ofWebsite + ofEmail;
    const beyond = Math.max(0, bits[namePlace] ?? 0) - most + ofDomain;
    const excess = Math.min(beyond, ofDomain - domainBeyondName);
    if (excess <= 0) return;
    const fromWebsite = Math.min(excess, ofWebsite);
    bits[websitePlace] = (bits[websitePlace] ?? 0) - fromWebsite;
    bits[emailPlace] = (bits[emailPlace] ?? 0) - Math.min(excess - fromWebsite, ofEmail);
  }
}

/** Scales what speaks for a pair so that the log-odds, prior included, stay within 40 bits. */
export function limited(prior: number, bits: Float64Array): Float64Array {
  const total = bits.reduce((sum, value) => sum + value, prior);
  if (total <= mostLogOdds) return bits;
  const inFavour = bits.reduce((sum, value) => sum + Math.max(0, value), 0);
  const scale = (inFavour - (total - mostLogOdds)) / inFavour;
  return bits.map((value) => (value > 0 ? value * scale : value));
}

/** The probability that log-odds in bits stand for. */
export function probability(logOdds: number): number {
  return 1 / (1 + 2 ** -logOdds);
}

/** Log-odds in bits of a probability strictly between 0 and 1. */
export function logOdds(score: number): number {
  return Math.log2(score / (1 - score));
}
