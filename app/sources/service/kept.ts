import { AppError } from '#shared/errors.ts';

/** How long what was read stays worth going on from (milliseconds). */
const freshness = 3_600_000;

/** Errors after which the same export, begun again, can go on where it stopped. */
const resumable = new Set([
  'service-unreachable',
  'service-answer',
  'service-session',
  'service-limit',
  'service-used-up',
  'cancelled',
]);

/** What an export that broke off has read already, kept in memory for the next one to go on from. */
export class Kept<T> {
  #held: { readonly value: T; readonly at: number } | null = null;

  /** What was kept, once; null where nothing is, or it is too old. */
  take(): T | null {
    const held = this.#held;
    this.#held = null;
    return held !== null && performance.now() - held.at < freshness ? held.value : null;
  }

  /** Does the work on `value`, and keeps it when the work breaks off in a way that can be gone on from. */
  async during<R>(value: T, work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError && resumable.has(error.code)) {
        this.#held = { value, at: performance.now() };
      }
      throw error;
    }
  }
}
