import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { GroundRules } from '#app/match/index.ts';
import type { StoredProposal } from '#app/project/index.ts';
import type { Hooks } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { Teaching } from '#shared/matching.ts';
import type { Proposal } from '#shared/pairs.ts';
import type { FromMatcher, MatchDone, MatchedAgain, ToMatcher } from './messages.ts';

/** What is done with proposals as they come. */
export interface Taking {
  /** The first ones, while the match goes on; null where nobody waits for them. */
  readonly early: ((proposals: readonly Proposal[]) => void) | null;
  store(batch: readonly StoredProposal[]): void;
}

/** The thread's code stands beside this file, as source or as built. */
const threadFile = new URL(`./matcher-thread${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * Matches one open project in a thread of its own, so that this one stays free. The thread lives on with the match that
 * it made, so that after another export only what changed is matched again. To be closed with the project.
 */
export class ProjectMatcher {
  readonly #path: string;
  #thread: Worker | null = null;
  /** Whether the thread holds a match that can go on. */
  #isStanding = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** Whether there is a match that can go on. */
  get canGoOn(): boolean {
    return this.#isStanding;
  }

  /** Starts the thread and lets it do what comes before the first pair, so that the match to be expected shows some at once. */
  prepare(rules: GroundRules): void {
    this.#start().unref();
    this.#tell({ kind: 'prepare', rules });
  }

  /**
   * Matches everything; the proposals come in the order of the accounts. A signal ends the thread at once.
   * Errors: `cancelled`, and `internal` when the thread fails.
   */
  match(teaching: Teaching, taking: Taking, hooks: Hooks): Promise<MatchDone> {
    this.#isStanding = false;
    const order: ToMatcher = { kind: 'match', teaching, early: taking.early !== null };
    return this.#ask(order, hooks, (message, answer) => {
      if (message.kind === 'early') taking.early?.(message.proposals);
      if (message.kind === 'matched') answer(message.done);
      if (message.kind !== 'proposals') return;
      taking.store(message.batch);
      this.#tell({ kind: 'stored' });
    });
  }

  /**
   * Matches again what changed in the project; null where so much did that everything should be matched, or where there
   * is no match to go on from. Errors as of {@link match}.
   */
  async again(decided: Pick<Teaching, 'confirmed' | 'rejected'>, hooks: Hooks): Promise<MatchedAgain | null> {
    if (!this.#isStanding) return null;
    this.#isStanding = false;
    return await this.#ask<MatchedAgain | null>({ kind: 'again', decided }, hooks, (message, answer) => {
      if (message.kind === 'matched-again') answer(message.again);
    });
  }

  /**
   * Ends the thread, and gives its end: until then it may hold the project's file open. Another match starts a new one.
   */
  async close(): Promise<void> {
    this.#isStanding = false;
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }

  #start(): Worker {
    if (this.#thread !== null) return this.#thread;
    const thread = new Worker(threadFile, { workerData: { path: this.#path } });
    // A thread that ends while nobody waits for it is started again when it is needed.
    const ended = (): void => {
      if (this.#thread === thread) void this.close();
    };
    this.#thread = thread.on('error', ended).on('exit', ended);
    return thread;
  }

  #tell(message: ToMatcher): void {
    this.#thread?.postMessage(message);
  }

  #ask<T>(
    order: ToMatcher,
    { signal, progress }: Hooks,
    hear: (message: FromMatcher, answer: (value: T) => void) => void,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(new AppError('cancelled'));
        return;
      }
      const thread = this.#start();
      const over = (): void => {
        signal.removeEventListener('abort', stop);
        thread.off('error', broken).off('exit', leave).off('message', listen);
        // A thread that waits for nothing keeps no program running.
        thread.unref();
      };
      const fail = (error: AppError): void => {
        over();
        this.close().then(
          () => reject(error),
          () => reject(error),
        );
      };
      const stop = (): void => fail(new AppError('cancelled'));
      const broken = (cause: unknown): void =>
        fail(new AppError('internal', { detail: `matching stopped: ${String(cause)}` }, cause));
      const leave = (code: number): void => broken(new Error(`exit code ${code}`));
      const answer = (value: T): void => {
        over();
        this.#isStanding = value !== null;
        resolve(value);
      };
      const listen = (message: FromMatcher): void => {
        if (message.kind === 'progress') progress(message.step, message.done, message.total);
        else if (message.kind === 'error') fail(new AppError(message.error.code, message.error.data));
        else {
          try {
            hear(message, answer);
          } catch (error) {
            fail(error instanceof AppError ? error : new AppError('internal', {}, error));
          }
        }
      };
      thread.ref();
      signal.addEventListener('abort', stop, { once: true });
      thread.on('error', broken).on('exit', leave).on('message', listen);
      thread.postMessage(order);
    });
  }
}
