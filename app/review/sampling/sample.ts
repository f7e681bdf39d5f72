import type { StoredSample } from '#app/project/index.ts';
import type { Rate, Sample } from '#shared/sampling.ts';
import { clopperPearson } from './interval.ts';

/** A sample with what its answers show. Pure. */
export function sampleOf(stored: StoredSample): Sample {
  const count = (verdict: string | null) => stored.pairs.filter((pair) => pair.verdict === verdict).length;
  const counts = {
    right: count('right'),
    wrong: count('wrong'),
    unsure: count('unsure'),
    open: count(null),
  };
  return {
    ...stored,
    pairs: [...stored.pairs],
    counts,
    wrong: counts.open > 0 ? null : wrongRate(stored, counts),
  };
}

/**
 * The wrong-link rate that the answers show. A pair that the person was not sure of counts as wrong for the upper end and
 * as right for the lower one. Where every pair was answered nothing is left to chance.
 */
function wrongRate({ population }: StoredSample, { right, wrong, unsure }: Sample['counts']): Rate {
  const n = right + wrong + unsure;
  if (n === 0) return clopperPearson(0, 0);
  const rate = wrong / n;
  if (n >= population) return { rate, low: rate, high: (wrong + unsure) / n };
  return { rate, low: clopperPearson(wrong, n).low, high: clopperPearson(wrong + unsure, n).high };
}
