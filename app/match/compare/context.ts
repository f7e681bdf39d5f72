import type { Side } from '../columns/side.ts';
import type { TermTables, TextShapes } from '../terms/term-tables.ts';
import type { Vocabulary } from '../terms/vocabulary.ts';

/** All that comparisons read: both sides, their values, how rare those are. Shared between threads. */
export interface Context {
  readonly accounts: Side;
  readonly customers: Side;
  readonly vocabulary: Vocabulary;
  readonly tables: TermTables;
  readonly shapes: TextShapes;
}

/**
 * What a comparison found: the level's place among the levels, minus log2 of the chance that unrelated records agree
 * so well (NaN where the level's own `u` says it), and which of the account's and the customer's values it was, by
 * their ids (-1 when a side has none).
 */
export interface Outcome {
  level: number;
  chance: number;
  account: number;
  customer: number;
}

/** An outcome to be filled. */
export function blankOutcome(): Outcome {
  return { level: 0, chance: Number.NaN, account: -1, customer: -1 };
}

/** Takes over what was found if it speaks more for the pair: a stronger level, or a rarer value at the same one. */
export function keepStronger(
  best: Outcome,
  level: number,
  chance: number,
  account: number,
  customer: number,
): void {
  const rarer = (Number.isNaN(chance) ? 0 : chance) > (Number.isNaN(best.chance) ? 0 : best.chance);
  if (best.account !== -1 && (level > best.level || (level === best.level && !rarer))) return;
  best.level = level;
  best.chance = chance;
  best.account = account;
  best.customer = customer;
}
