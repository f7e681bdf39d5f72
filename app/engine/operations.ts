import type { Hooks } from '#app/sources/index.ts';
import type { AppEvent, OperationKind, Progress } from '#shared/contract.ts';
import { AppError, reportOf } from '#shared/errors.ts';
import { TimeLeft } from './time-left.ts';

/** Progress is told at most this often (milliseconds between two events). */
const interval = 100;

const phrases: Record<OperationKind, string> = {
  export: 'exporting',
  import: 'reading files',
  match: 'finding matches',
  write: 'writing links',
  create: 'creating records',
  undo: 'undoing a run',
  worksheet: 'saving a worksheet',
  save: 'saving files',
};

/** How an operation ended: `done`, or with which error's code. */
export interface EndedOperation {
  readonly operation: OperationKind;
  readonly outcome: string;
  readonly seconds: number;
}

interface Running {
  progress: Progress;
  readonly controller: AbortController;
  readonly pausing: AbortController;
  readonly over: Promise<void>;
}

/** The one long operation that may be under way: its progress, and the means to stop it. */
export class Operations {
  readonly #emit: (event: AppEvent) => void;
  readonly #onEnded: (ended: EndedOperation) => void;
  #running: Running | null = null;

  constructor(emit: (event: AppEvent) => void, onEnded: (ended: EndedOperation) => void) {
    this.#emit = emit;
    this.#onEnded = onEnded;
  }

  /** How far the running operation is; null when none runs. */
  get progress(): Progress | null {
    return this.#running?.progress ?? null;
  }

  /** Errors: `busy` while an operation runs. */
  refuseWhileBusy(): void {
    if (this.#running === null) return;
    throw new AppError('busy', { operation: phrases[this.#running.progress.operation] });
  }

  /** Runs `work` as the one long operation. Errors: `busy` when another one runs; else those of `work`. */
  async run<T>(operation: OperationKind, work: (hooks: Hooks) => Promise<T>): Promise<T> {
    this.refuseWhileBusy();
    const controller = new AbortController();
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    const pausing = new AbortController();
    const timeLeft = new TimeLeft();
    const running: Running = {
      progress: { operation, step: '', done: 0, total: null, secondsLeft: null },
      controller,
      pausing,
      over,
    };
    this.#running = running;
    let lastTold = Number.NEGATIVE_INFINITY;
    const began = performance.now();
    let outcome = 'done';
    try {
      return await work({
        signal: controller.signal,
        pausing: pausing.signal,
        progress: (step, done, total) => {
          const now = performance.now();
          running.progress = {
            operation,
            step,
            done,
            total,
            secondsLeft: timeLeft.after(now, done, total),
          };
          if (now - lastTold < interval) return;
          lastTold = now;
          this.#emit({ name: 'progress', payload: running.progress });
        },
      });
    } catch (error) {
      outcome = reportOf(error).code;
      throw error;
    } finally {
      this.#running = null;
      end();
      this.#onEnded({ operation, outcome, seconds: Math.round(performance.now() - began) / 1_000 });
      this.#emit({ name: 'operation-ended', payload: { operation } });
    }
  }

  /** Asks the running operation to stop; it ends with the error `cancelled` or with what it has finished. */
  cancel(): void {
    this.#running?.controller.abort();
  }

  /** Asks the running operation to rest when what is under way is done, where it can be gone on with. */
  pause(): void {
    this.#running?.pausing.abort();
  }

  /** Waits for the running operation to end, so many milliseconds at the most. */
  async ended(patience: number): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, patience);
    await Promise.race([this.#running?.over, late]);
    clearTimeout(timer);
  }
}
