import { generate, type TrueMatch } from './generate.ts';

/**
 * Which accounts and customers of a seed's company belong together, for tests to measure by. An account that was
 * entered twice has two entries, and so has one whose customer was.
 */
export function truthOf(seed: number): readonly TrueMatch[] {
  return generate(seed).matches;
}
