import {
  type AppEvent,
  type MethodInput,
  type MethodName,
  type MethodOutput,
  methods,
} from '#shared/contract.ts';
import { AppError, reportOf } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { Handlers } from './engine/handlers.ts';
import { matchHandlers } from './engine/matching.ts';
import { practiceHandlers, projectHandlers } from './engine/projects.ts';
import { reviewHandlers } from './engine/reviewing.ts';
import { type EngineOptions, Session } from './engine/session.ts';
import { sourceHandlers } from './engine/sources.ts';
import { worksheetHandlers } from './engine/worksheets.ts';
import { writeHandlers } from './engine/writing.ts';

export type { EngineOptions } from './engine/session.ts';

/** The whole application behind one map of calls. The doors carry its calls and events; nothing else is public. */
export interface Engine {
  /** A typed call, for callers in the same process. Never throws: what goes wrong is in the result. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<Result<MethodOutput<M>>>;
  /** A call as it comes through a door: nothing about it is believed before it is checked. */
  handle(method: unknown, input: unknown): Promise<Result<unknown>>;
  /** Calls back for each event until the returned function is called. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Stops what runs, closes the project and the practice company. */
  close(): Promise<void>;
}

/** Puts the rooms together and answers the contract. */
export function createEngine(options: EngineOptions): Engine {
  const listeners = new Set<(event: AppEvent) => void>();
  const session = new Session(options, (event) => {
    for (const listener of listeners) listener(event);
  });
  const handlers: Handlers = {
    ...projectHandlers(session),
    ...practiceHandlers(session),
    ...sourceHandlers(session),
    ...matchHandlers(session),
    ...reviewHandlers(session),
    ...worksheetHandlers(session),
    ...writeHandlers(session),
  };

  async function answer<M extends MethodName>(method: M, input: unknown): Promise<Result<MethodOutput<M>>> {
    try {
      const checked = methods[method].input.safeParse(input);
      if (!checked.success) {
        throw new AppError('input-invalid', {
          detail: `${method}: ${checked.error.issues[0]?.message ?? ''}`,
        });
      }
      const handler = handlers[method] as (input: unknown) => MethodOutput<M> | Promise<MethodOutput<M>>;
      return { ok: true, value: await handler(checked.data) };
    } catch (error) {
      return { ok: false, error: reportOf(error) };
    }
  }

  return {
    call: (method, input) => answer(method, input),
    async handle(method, input) {
      if (typeof method === 'string' && isMethod(method)) return await answer(method, input);
      return { ok: false, error: reportOf(new AppError('input-invalid', { detail: 'unknown call' })) };
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => session.end(),
  };
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}
