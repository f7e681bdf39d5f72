import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Nobody asked anything for so long: the person has paused (milliseconds). */
const quiet = 20_000;
/** A larger heap takes too long to collect at once, should the person come back at that moment (bytes). */
const quicklyCollected = 200 * 2 ** 20;

/**
 * Gives memory back to the system when a person pauses: V8 and SQLite keep what opening a project took until they need room
 * again, which in a program that stands open all day may be never.
 */
export class Idle {
  readonly #isBusy: () => boolean;
  readonly #release: () => void;
  #timer: NodeJS.Timeout | null = null;

  /** While `isBusy` the pause does not begin; `release` lets go of what is kept besides the heap. */
  constructor(isBusy: () => boolean, release: () => void) {
    this.#isBusy = isBusy;
    this.#release = release;
  }

  /** Something was asked: the pause begins anew. */
  stir(): void {
    if (this.#timer !== null) {
      this.#timer.refresh();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#isBusy()) this.stir();
      else this.#tidy();
    }, quiet).unref();
  }

  /** Waits no longer. */
  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tidy(): void {
    this.#release();
    if (process.memoryUsage().heapTotal <= quicklyCollected) collectGarbage();
  }
}

/** One collection of all garbage, which Node gives no other way to ask for (https://nodejs.org/api/cli.html#--expose-gc). */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
