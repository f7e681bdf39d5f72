import type { Band } from '#shared/pairs.ts';

/** The least score of each band, strongest first. Measured in docs/matching.md. */
const least: readonly (readonly [Band, number])[] = [
  ['certain', 0.99],
  ['likely', 0.5],
  ['possible', 0.12],
];

/** A pair below this score is no candidate. */
export const candidateFloor = 0.12;

/** The band of a score; null below the floor. */
export function bandOf(score: number): Band | null {
  return least.find(([, from]) => score >= from)?.[0] ?? null;
}
