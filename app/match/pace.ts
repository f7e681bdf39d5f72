import { setImmediate } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';

/** Hooks into a running match: a signal that stops it, and a callback for how far it is. */
export interface MatchHooks {
  readonly signal?: AbortSignal;
  progress?(step: string, done: number, total: number): void;
}

const longestStretch = 15;

/** Lets others run while a match runs: a stretch of work lasts about 15 ms, then the event loop gets its turn. */
export class Pace {
  readonly #hooks: MatchHooks;
  #since = performance.now();

  constructor(hooks: MatchHooks) {
    this.#hooks = hooks;
  }

  /** Whether it is time to rest. Cheap enough to ask for each record. */
  due(): boolean {
    return performance.now() - this.#since > longestStretch;
  }

  /**
   * Reports progress and gives the event loop a turn.
   * @throws AppError `cancelled` when the signal says so.
   */
  async rest(step: string, done: number, total: number): Promise<void> {
    this.#hooks.progress?.(step, done, total);
    await setImmediate();
    if (this.#hooks.signal?.aborted === true) throw new AppError('cancelled');
    this.#since = performance.now();
  }
}
