import { onTestFinished } from 'vitest';
import { createEngine, type Engine, type EngineOptions } from '#app/engine.ts';
import { memorySecrets, type SecretStore } from '#app/sign-in/index.ts';
import type { AppEvent, MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import type { SignInAttempt } from '#shared/sign-in.ts';
import { temporaryFolder } from './folder.ts';

/** A secret store whose content a test may look at. */
export function openSecrets(): SecretStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    ...memorySecrets(),
    kept,
    get: async (name) => kept.get(name) ?? null,
    set: async (name, value) => {
      kept.set(name, value);
    },
    delete: async (name) => {
      kept.delete(name);
    },
  };
}

/** What a test sets of an engine, and of its way to sign in. */
type BenchOptions = Partial<Omit<EngineOptions, 'signIn'>> & Partial<NonNullable<EngineOptions['signIn']>>;

/** An engine with a screen to sign in on, in a home that outlives it. */
export class SignInBench {
  readonly folder: string;
  readonly secrets: ReturnType<typeof openSecrets>;
  readonly events: AppEvent[] = [];
  engine: Engine;
  readonly #options: BenchOptions;

  constructor(options: BenchOptions = {}) {
    this.folder = temporaryFolder();
    this.secrets = openSecrets();
    this.#options = options;
    this.engine = this.#start();
    onTestFinished(() => this.engine.close());
  }

  /** Ends the program and starts it again. */
  async restart(): Promise<void> {
    await this.engine.close();
    this.engine = this.#start();
  }

  #start(): Engine {
    const { patience, openAddress, ...options } = this.#options;
    const engine = createEngine({
      version: '1',
      home: { projects: `${this.folder}/projects`, state: `${this.folder}/state` },
      author: 'tester',
      environment: {},
      signIn: {
        secrets: this.secrets,
        ...(patience === undefined ? {} : { patience }),
        ...(openAddress === undefined ? {} : { openAddress }),
      },
      ...options,
    });
    engine.onEvent((event) => this.events.push(event));
    return engine;
  }

  /** A call that has to succeed. */
  async call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const result = await this.engine.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.code}: ${result.error.message}`);
    return result.value;
  }

  /** The code of the error that a call ends with; null when it succeeds. */
  async codeOf<M extends MethodName>(method: M, input: MethodInput<M>): Promise<string | null> {
    const result = await this.engine.call(method, input);
    return result.ok ? null : result.error.code;
  }

  async attempt(side: Side): Promise<SignInAttempt | null> {
    return (await this.call('connections.settings', {}))[side].attempt;
  }

  /** Where the waiting sign-in sends the person. */
  async address(side: Side): Promise<string> {
    const attempt = await this.attempt(side);
    if (attempt?.kind !== 'waiting') throw new Error(`No sign-in waits: ${JSON.stringify(attempt)}`);
    return attempt.address;
  }

  /** Waits until the sign-in is over; gives how it failed, or null. */
  async over(side: Side): Promise<string | null> {
    for (let tries = 0; tries < 5_000; tries++) {
      const attempt = await this.attempt(side);
      if (attempt === null) return null;
      if (attempt.kind === 'failed') return attempt.error.code;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('The sign-in never ended.');
  }
}
