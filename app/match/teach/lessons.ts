import type { Lesson } from '#shared/matching.ts';
import { at, comparisons, levelAt, levels } from '../compare/levels.ts';
import { unweighed, type Weights } from '../model.ts';
import { chanceOf, levelOf, type PairColumns } from '../pair-table.ts';
import { probability } from '../weigh.ts';
import { label } from './labels.ts';

/** How far a weight is expected to be off, in bits (one standard deviation), once many decisions can tell. */
const usualError = 1.5;
/** With so many decisions half of that doubt is allowed: one slip among few must not turn the weights over. */
const fewDecisions = 30;
const rounds = 500;
const step = 0.2;
/** A change of a weight that is worth telling, in bits. */
const worthTelling = 0.5;

/** The pairs that people decided, by their places in the table. */
function decidedPairs(labels: Uint8Array): number[] {
  return Array.from(labels.keys()).filter((pair) => labels[pair] !== label.none);
}

/** Bits to add to each level of each comparison, in the order of comparisons and levels. */
export type Corrections = readonly (readonly number[])[];

/**
 * What the decisions say about the weights: for each level the bits to add, found as the most probable ones under a
 * logistic model of the decisions, with the weights as they are for a starting point and a normal prior around them
 * (penalised logistic regression by gradient ascent; the problem is concave). `odds` are the pairs' log2 odds as they
 * would be had nobody decided anything. Levels that no decided pair is at stay as they are.
 */
export function correctionsFrom(pairs: PairColumns, labels: Uint8Array, odds: Float64Array): Corrections {
  const corrections = comparisons.map((comparison) => levels[comparison].map(() => 0));
  const decided = decidedPairs(labels);
  if (decided.length === 0) return corrections;
  const doubt = (usualError ** 2 * decided.length) / (decided.length + fewDecisions);
  // A level's slope changes by at most a quarter for each decision: steps so small never overshoot.
  const rate = step / (1 / doubt + decided.length / 4);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = corrections.map((of) => of.map((bits) => -bits / doubt));
    for (const pair of decided) {
      let corrected = odds[pair] ?? 0;
      comparisons.forEach((_, index) => {
        corrected += corrections[index]?.[levelOf(pairs, pair, index)] ?? 0;
      });
      const surprise = (labels[pair] === label.confirmed ? 1 : 0) - probability(corrected);
      comparisons.forEach((comparison, index) => {
        const level = levelOf(pairs, pair, index);
        const of = gradient[index];
        if (of !== undefined && level !== at[comparison].missing) of[level] = (of[level] ?? 0) + surprise;
      });
    }
    corrections.forEach((of, index) => {
      of.forEach((bits, level) => {
        of[level] = bits + rate * (gradient[index]?.[level] ?? 0);
      });
    });
  }
  return corrections;
}

/** The weights with what decisions taught. */
export function taughtWeights(weights: Weights, corrections: Corrections): Weights {
  const taught = structuredClone(weights);
  comparisons.forEach((comparison, index) => {
    taught[comparison] = weights[comparison].map((weight, level) => ({
      ...weight,
      taught: corrections[index]?.[level] ?? 0,
    }));
  });
  return taught;
}

/** What a match has learnt from decisions, in words and bits; rare values are spoken of by their usual rarity. */
export function lessonOf(
  pairs: PairColumns,
  labels: Uint8Array,
  weights: Weights,
  corrections: Corrections,
): Lesson {
  const decided = decidedPairs(labels);
  const changes = comparisons.flatMap((comparison, index) =>
    levels[comparison].flatMap((_, level) => {
      const bits = corrections[index]?.[level] ?? 0;
      if (Math.abs(bits) < worthTelling) return [];
      const { m, u } = weights[comparison][level] ?? unweighed;
      const chances = decided
        .filter((pair) => levelOf(pairs, pair, index) === level)
        .map((pair) => chanceOf(pairs, pair, index))
        .filter((chance) => !Number.isNaN(chance));
      const usual =
        chances.length === 0 ? -Math.log2(u) : chances.reduce((sum, one) => sum + one, 0) / chances.length;
      const before = Math.log2(m) + usual;
      return [{ label: levelAt(comparison, level).label, before, after: before + bits }];
    }),
  );
  return {
    confirmed: decided.filter((pair) => labels[pair] === label.confirmed).length,
    rejected: decided.filter((pair) => labels[pair] === label.rejected).length,
    changes: changes.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)),
  };
}
