import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '#app/engine.ts';
import type { LinkRunLimits } from '#app/write/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { ErrorReport } from '#shared/errors.ts';

/** What a call came to. */
export type Came<M extends MethodName> =
  | { readonly ok: true; readonly value: MethodOutput<M> }
  | { readonly ok: false; readonly error: ErrorReport };

/** One life of the program, from its start to its end, orderly or not. */
export interface Life {
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Came<M>>;
  /** Ends it as a person does. */
  close(): Promise<void>;
  /** Lets it come to nothing. In this process the rest of it happens to a file that nobody reads any more. */
  abandon(): Promise<void>;
  /** Whether it dies for real, and with its own file. */
  readonly isProcess: boolean;
}

type Environment = Readonly<Record<string, string>>;

function optionsFor(folder: string, environment: Environment, linkRuns: Partial<LinkRunLimits>) {
  const home = { projects: folder, state: join(folder, 'state') };
  return { version: '1', home, author: 'tester', environment, linkRuns };
}

/** A life in this process. */
export function lifeHere(
  folder: string,
  environment: Environment,
  linkRuns: Partial<LinkRunLimits> = {},
): Life {
  const engine = createEngine(optionsFor(folder, environment, linkRuns));
  return {
    call: (method, input) => engine.call(method, input),
    close: () => engine.close(),
    abandon: () => engine.close(),
    isProcess: false,
  };
}

/** A life in a process of its own, which can be killed. */
export async function lifeInProcess(
  folder: string,
  environment: Environment,
  linkRuns: Partial<LinkRunLimits>,
): Promise<Life> {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [], {
    env: { ...process.env, SOAK: JSON.stringify(optionsFor(folder, environment, linkRuns)) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit');
  await once(child, 'message');
  let last = 0;
  return {
    call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Came<M>> {
      last += 1;
      const number = last;
      const answered = answerOf<M>(child, number);
      child.send({ number, method, input });
      return answered;
    },
    async close() {
      child.send({ number: 0, method: 'close', input: {} });
      await died;
    },
    async abandon() {
      child.kill('SIGKILL');
      await died;
    },
    isProcess: true,
  };
}

function answerOf<M extends MethodName>(child: ChildProcess, number: number): Promise<Came<M>> {
  return new Promise((resolve) => {
    const hear = (message: { readonly number: number; readonly result: Came<M> }) => {
      if (message.number !== number) return;
      child.off('message', hear);
      resolve(message.result);
    };
    child.on('message', hear);
  });
}
