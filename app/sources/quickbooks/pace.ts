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

/**
 * Gives each call the first moment at which it may begin under these limits, in the order in which they are asked
 * for. The returned function takes and gives milliseconds of a clock that does not go back.
 */
export function scheduleOf(limits: readonly Limit[]): (now: number) => number {
  const longest = Math.max(...limits.map(({ calls }) => calls));
  const begins: number[] = [];
  return (now) => {
    const free = limits.map(({ calls, milliseconds }) => {
      const crowding = begins.at(-calls);
      return crowding === undefined ? now : crowding + milliseconds;
    });
    const begin = Math.max(now, begins.at(-1) ?? now, ...free);
    begins.push(begin);
    if (begins.length > longest) begins.shift();
    return begin;
  };
}

/** Told each second how many more seconds QuickBooks wants to be left alone. */
export type OnWait = (seconds: number) => void;

/** Lets calls begin no faster than some limits allow, and not while the service asks to be left alone. */
export interface Pace {
  /** Waits for this call's turn. Throws `cancelled` when the signal is aborted meanwhile. */
  turn(signal: AbortSignal, onWait?: OnWait): Promise<void>;
  /** Lets no call begin for so many seconds from now. */
  hold(seconds: number): void;
}

/** A pace under these limits. */
export function paceOf(limits: readonly Limit[]): Pace {
  const schedule = scheduleOf(limits);
  let heldUntil = 0;
  const heldFor = () => heldUntil - performance.now();
  return {
    async turn(signal, onWait) {
      do {
        for (let left = heldFor(); left > 0; left = heldFor()) {
          onWait?.(Math.ceil(left / 1_000));
          // A timer may end a little early, and the rest would be told as a second of its own.
          await pause(Math.min(left, 1_000) + 1, signal);
        }
        const now = performance.now();
        await pause(schedule(now) - now, signal);
        // Somebody else's call may have been told to wait meanwhile.
      } while (heldFor() > 0);
    },
    hold(seconds) {
      heldUntil = Math.max(heldUntil, performance.now() + seconds * 1_000);
    },
  };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0) return;
  try {
    await wait(milliseconds, undefined, { signal });
  } catch (error) {
    throw new AppError('cancelled', { sent: 'no' }, error);
  }
}
