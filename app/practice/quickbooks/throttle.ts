import { z } from 'zod';

/** How many calls a company may get; null or absent for no limit. QuickBooks' own: 10, 500 and 40. */
export const Limits = z.strictObject({
  perSecond: z.int().positive().nullable().default(null),
  perMinute: z.int().positive().nullable().default(null),
  batchesPerMinute: z.int().positive().nullable().default(null),
});
type Limits = z.infer<typeof Limits>;

/** Counts the calls of one company against its limits, which are off until they are set. */
export class Throttle {
  #limits: Limits = Limits.parse({});
  #calls: number[] = [];
  #batches: number[] = [];

  set(limits: Limits): void {
    this.#limits = limits;
    this.#calls = [];
    this.#batches = [];
  }

  /** Whether a call at this moment (milliseconds) is within the limits; only one that is counts. */
  accepts(now: number, isBatch: boolean): boolean {
    const { perSecond, perMinute, batchesPerMinute } = this.#limits;
    this.#calls = this.#calls.filter((at) => at > now - 60_000);
    this.#batches = this.#batches.filter((at) => at > now - 60_000);
    const inLastSecond = this.#calls.filter((at) => at > now - 1_000).length;
    if (perSecond !== null && inLastSecond >= perSecond) return false;
    if (perMinute !== null && this.#calls.length >= perMinute) return false;
    if (isBatch && batchesPerMinute !== null && this.#batches.length >= batchesPerMinute) return false;
    this.#calls.push(now);
    if (isBatch) this.#batches.push(now);
    return true;
  }
}
