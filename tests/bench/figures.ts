import { appendFileSync } from 'node:fs';
import { z } from 'zod';

/** One measured figure, and the most that it may be; the budget is `null` where there is none. */
export const Figure = z.object({
  what: z.string(),
  value: z.number(),
  budget: z.number().nullable(),
  unit: z.enum(['s', 'ms', 'MB', '%', 'calls']),
});
export type Figure = z.infer<typeof Figure>;

/** Where a bench that runs for `npm run bench` hands its figures over, one a line. */
export const figuresFile = 'COUNTERPART_BENCH_FIGURES';

/** Hands figures over to `npm run bench` where a bench runs for it; does nothing where it runs alone. */
export function handOver(...figures: readonly Figure[]): void {
  const path = process.env[figuresFile];
  if (path === undefined) return;
  appendFileSync(path, figures.map((figure) => `${JSON.stringify(figure)}\n`).join(''));
}

/** The value that this share of the values stays within (0 to 1); `NaN` of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The head of a table of figures, in Markdown. */
export const figuresHead = '| what | budget | measured | met |\n| --- | --- | --- | --- |';

/** A figure as a line of that table. */
export function figureLine({ what, value, budget, unit }: Figure): string {
  const met = budget === null ? '' : value <= budget ? 'yes' : '**no**';
  return `| ${what} | ${budget === null ? '–' : amount(budget, unit)} | ${amount(value, unit)} | ${met} |`;
}

function amount(value: number, unit: Figure['unit']): string {
  const digits = unit === 's' && value < 100 ? 1 : unit === '%' ? 1 : 0;
  const text = value.toLocaleString('en', { maximumFractionDigits: digits });
  return unit === '%' ? `${text}%` : `${text} ${unit}`;
}
