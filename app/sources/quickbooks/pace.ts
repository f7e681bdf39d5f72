import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';

/** How many calls may begin within a span of milliseconds. */
export interface Limit {
  readonly calls: number;
  readonly milliseconds: number;
}

/**
 * QuickBooks' limits of one company: 10 calls in a second, 500 in a minute. The spans are a tenth longer, for the way
 * to the service shifts calls against each other.
 * See https://developer.intuit.com/app/developer/qbo/docs/learn/rest-api-features#limits-and-throttles
 */
export const quickBooksLimits: readonly Limit[] = [
  { calls: 10, milliseconds: 1_100 },
  { calls: 500, milliseconds: 66_000 },
];

/** Lets calls begin no faster than some limits allow, in the order in which they were asked for. */
export interface Pace {
  /** Waits for this call's turn. Throws `cancelled` when the signal is aborted meanwhile. */
  turn(signal: AbortSignal): Promise<void>;
}

/** A pace under these limits. `now` gives milliseconds and never goes back. */
export function paceOf(limits: readonly Limit[], now: () => number = () => performance.now()): Pace {
  const longest = Math.max(...limits.map(({ calls }) => calls));
  const begins: number[] = [];

  /** The first moment at which a further call may begin. Turns are given in order, so each is after the last. */
  function nextBegin(): number {
    const earliest = limits.map(({ calls, milliseconds }) => {
      const crowding = begins.at(-calls);
      return crowding === undefined ? 0 : crowding + milliseconds;
    });
    return Math.max(now(), begins.at(-1) ?? 0, ...earliest);
  }

  return {
    async turn(signal) {
      const begin = nextBegin();
      begins.push(begin);
      if (begins.length > longest) begins.shift();
      const pause = begin - now();
      if (pause <= 0) return;
      try {
        await wait(pause, undefined, { signal });
      } catch (error) {
        throw new AppError('cancelled', { sent: 'no' }, error);
      }
    },
  };
}
