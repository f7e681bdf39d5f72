import type { Evidence } from '#shared/pairs.ts';

/** A bar of the waterfall, in percent of the width there is: where it begins and how long it is. */
interface WaterfallBar {
  readonly evidence: Evidence;
  /** Which one it is, from above; the same field may be compared twice with the same outcome. */
  readonly place: number;
  readonly start: number;
  readonly length: number;
}

/** The bars of some evidence on one scale; `zero` is where all of them meet, in percent from the left. */
export interface Waterfall {
  readonly bars: readonly WaterfallBar[];
  readonly zero: number;
  /** Sum of the weights, in bits. */
  readonly total: number;
}

/** Lays weights out as bars that share a zero: against it to the left, for it to the right. */
export function waterfall(evidence: readonly Evidence[]): Waterfall {
  const most = Math.max(0, ...evidence.map(({ bits }) => bits));
  const least = Math.min(0, ...evidence.map(({ bits }) => bits));
  const span = most - least || 1;
  const zero = (Math.abs(least) / span) * 100;
  return {
    zero,
    total: evidence.reduce((sum, { bits }) => sum + bits, 0),
    bars: evidence.map((item, place) => {
      const length = (Math.abs(item.bits) / span) * 100;
      return { evidence: item, place, length, start: item.bits < 0 ? zero - length : zero };
    }),
  };
}
