/** One line of the table: what was measured, the figure, and the most that it may be. `null` where there is no budget. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly budget: number | null;
  readonly unit: 'ms' | 'MB';
}

/** The value that this share of the values stays within (0 to 1); `NaN` of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The figures as lines of a table, one each, under a heading. */
export function tableOf(figures: readonly Figure[]): string {
  const line = (what: string, value: string, budget: string, met: string): string =>
    `${what.padEnd(58)}${value.padStart(10)}${budget.padStart(10)}  ${met}`;
  return [
    line('what', 'value', 'budget', 'met'),
    ...figures.map(({ what, value, budget, unit }) =>
      line(
        what,
        `${unit === 'MB' || value >= 10 ? value.toFixed(0) : value.toFixed(1)} ${unit}`,
        budget === null ? '–' : `${budget} ${unit}`,
        budget === null ? '' : value <= budget ? 'yes' : 'NO',
      ),
    ),
  ].join('\n');
}
