import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { AppEvent } from '#shared/contract.ts';
import { AppError, reportOf } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';
import type { Question, Told } from './host-questions.ts';

type StartMessage = Extract<ToEngine, { kind: 'start' }>;

/** What the main process does with the engine's news. */
export interface EngineListener {
  onEvent(event: AppEvent): void;
  /** Answers what the engine cannot do itself. Never throws. */
  onQuestion(question: Question): Promise<Told>;
  /** The engine's process ended (`false`) or is there again (`true`). */
  onConnection(connected: boolean): void;
}

/** An engine that ended so often within so many milliseconds is not started again: it would only end again. */
const mostEnds = 3;
const shortly = 30_000;

/** How long the engine has to close its project when the app quits (milliseconds). */
const patience = 5_000;

/**
 * The engine in a process of its own. When that process dies, open calls fail with a clear error, and a new one is
 * started: nothing is lost, because everything decided or sent is in the project file.
 */
export class EngineHost {
  readonly #start: StartMessage;
  readonly #listener: EngineListener;
  readonly #open = new Map<number, (result: Result<unknown>) => void>();
  #process: UtilityProcess;
  #nextId = 1;
  #ending = false;
  readonly #ends: number[] = [];
  #gone = false;

  constructor(start: StartMessage, listener: EngineListener) {
    this.#start = start;
    this.#listener = listener;
    this.#process = this.#launch();
  }

  /** Passes a call on and gives the engine's answer. Never throws. */
  call(method: unknown, input: unknown): Promise<Result<unknown>> {
    if (this.#gone) return Promise.resolve({ ok: false, error: reportOf(new AppError('engine-gone')) });
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#open.set(id, resolve);
      this.#send({ kind: 'call', id, method, input });
    });
  }

  /** Lets the engine close its project, then ends its process. */
  async end(): Promise<void> {
    this.#ending = true;
    const ended = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()));
    this.#send({ kind: 'end' });
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience))]);
    this.#process.kill();
  }

  #launch(): UtilityProcess {
    const child = utilityProcess.fork(join(import.meta.dirname, 'engine-process.js'), [], {
      serviceName: 'Counterpart engine',
    });
    child.on('message', (message: FromEngine) => this.#receive(child, message));
    child.once('exit', () => this.#exited());
    child.postMessage(this.#start);
    return child;
  }

  #receive(child: UtilityProcess, message: FromEngine): void {
    if (message.kind === 'event') this.#listener.onEvent(message.event);
    else if (message.kind === 'question') void this.#answer(child, message.id, message.question);
    else if (message.kind === 'ended') this.#process.kill();
    else {
      this.#open.get(message.id)?.(message.result);
      this.#open.delete(message.id);
    }
  }

  /** To the process that asked: its successor knows nothing of the question. */
  async #answer(child: UtilityProcess, id: number, question: Question): Promise<void> {
    const told = await this.#listener.onQuestion(question);
    const message: ToEngine = { kind: 'told', id, told };
    child.postMessage(message);
  }

  #exited(): void {
    const error = reportOf(new AppError('engine-ended'));
    for (const resolve of this.#open.values()) resolve({ ok: false, error });
    this.#open.clear();
    if (this.#ending) return;
    this.#listener.onConnection(false);
    this.#ends.push(Date.now());
    this.#gone = this.#ends.filter((at) => Date.now() - at < shortly).length >= mostEnds;
    if (this.#gone) return;
    this.#process = this.#launch();
    this.#listener.onConnection(true);
  }

  #send(message: ToEngine): void {
    this.#process.postMessage(message);
  }
}
