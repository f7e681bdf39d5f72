import { formatScore } from '../../format/numbers.ts';

/** Scores from and to so many per cent, both included. */
export type ScoreRange = readonly [number, number];

/** A range as a person reads it: "71% to 99%". */
export function rangeWords([low, high]: ScoreRange): string {
  return `${percentWords(low)} to ${percentWords(high)}`;
}

/** A whole number of per cent as a person reads it: "71%". */
export function percentWords(percent: number): string {
  return formatScore(percent / 100);
}

export const allScores: ScoreRange = [0, 100];

/** How many bars the histogram has; a bar stands for two per cent, the last one also for 100. */
const bars = 50;

/** The heights of the histogram's bars from 0 to 1. Few rows are to be seen beside many, so a height is a root. */
export function barHeights(counts: ArrayLike<number>): number[] {
  const sums = new Array<number>(bars).fill(0);
  for (let percent = 0; percent <= 100; percent += 1) {
    const bar = Math.min(bars - 1, Math.floor(percent / 2));
    sums[bar] = (sums[bar] ?? 0) + (counts[percent] ?? 0);
  }
  const most = Math.max(1, ...sums);
  return sums.map((sum) => Math.sqrt(sum / most));
}

/** The range between two places, in either order, as it is kept: null for all scores. */
export function rangeBetween(one: number, other: number): ScoreRange | null {
  const within = (percent: number) => Math.min(100, Math.max(0, Math.round(percent)));
  const [low, high] = [within(Math.min(one, other)), within(Math.max(one, other))];
  return low === 0 && high === 100 ? null : [low, high];
}

/** Where a key moves a handle that stands at `percent`; null for keys that move none. */
export function movedByKey(key: string, percent: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return percent + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return percent - 1;
    case 'PageUp':
      return percent + 10;
    case 'PageDown':
      return percent - 10;
    case 'Home':
      return 0;
    case 'End':
      return 100;
    default:
      return null;
  }
}
