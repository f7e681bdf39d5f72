import { Comparer } from './compare/comparer.ts';
import type { Context } from './compare/context.ts';
import { at, type Comparison, comparisons, levelAt, levels } from './compare/levels.ts';
import { initialWeights, type Weights } from './model.ts';

/** So many imagined unrelated pairs stand behind the initial `u`; enough for the rarest level to keep its size. */
const imagined = 4000;
const mostDraws = 3000;

/** Whether the level is evidence at all; `missing` is not. */
export function isEvidence(comparison: Comparison, level: number): boolean {
  return levelAt(comparison, level).speaks !== 'not';
}

/** How often each level of each comparison occurred, in the order of comparisons and levels. */
export type LevelCounts = number[][];

export const noCounts = (): LevelCounts => comparisons.map((comparison) => levels[comparison].map(() => 0));

/** How many of the counted pairs had evidence in this comparison. */
export function present(counts: readonly number[], comparison: Comparison): number {
  return counts.reduce((sum, count, level) => sum + (isEvidence(comparison, level) ? count : 0), 0);
}

/**
 * The initial weights with `u` as it is in the data: the chances of the levels among unrelated pairs, counted in
 * pairs drawn from all over. Pairs that agree fully on something are left out, lest true pairs spoil the rare levels.
 */
export function weighStrangers(context: Context): Weights {
  const counts = noCounts();
  const comparer = new Comparer(context);
  const [accounts, customers] = [context.accounts.count, context.customers.count];
  const draws = Math.min(mostDraws, accounts * customers);
  for (let draw = 0; draw < draws; draw += 1) {
    const found = comparer.compare(
      (draw * 7919) % accounts,
      (draw * 104_729 + Math.floor(draw / accounts)) % customers,
    );
    const agree =
      found.name.level <= at.name.near ||
      found.email.level === at.email.same ||
      found.phone.level === at.phone.same;
    if (agree) continue;
    comparisons.forEach((comparison, index) => {
      const of = counts[index];
      if (of !== undefined) of[found[comparison].level] = (of[found[comparison].level] ?? 0) + 1;
    });
  }
  const weights = initialWeights();
  comparisons.forEach((comparison, index) => {
    const of = counts[index] ?? [];
    const total = imagined + present(of, comparison);
    weights[comparison] = weights[comparison].map(({ m, u, taught }, level) => {
      const fixed = levelAt(comparison, level).u === null || !isEvidence(comparison, level);
      return { m, u: fixed ? u : (imagined * u + (of[level] ?? 0)) / total, taught };
    });
  });
  return weights;
}
