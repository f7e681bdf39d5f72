import type { Band } from '#shared/pairs.ts';
import { bandWords } from '#shared/words.ts';

/** The band of a score in a word; what is below all bands is unlikely. */
export function scoreWord(band: Band | null): string {
  return band === null ? 'unlikely' : bandWords[band];
}
