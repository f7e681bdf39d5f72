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
import { type EngineOptions, Session } from './engine/session.ts';

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

/** So many milliseconds after the start the first screen has what it needs, and code for the next is loaded. */
const loadingDelay = 2_000;

/** Puts the rooms together and answers the contract. */
export function createEngine(options: EngineOptions): Engine {
  const listeners = new Set<(event: AppEvent) => void>();
  const session = new Session(options, (event) => {
    for (const listener of listeners) listener(event);
  });
  const rooms = roomsOf(session);
  let loaded: Promise<unknown> = Promise.resolve();

  /** The handlers of a room. Calls begin in the order they came, however long a room takes to load. */
  function handlersOf(room: Room): Promise<Partial<Handlers>> {
    const handlers = loaded.then(rooms[room]);
    loaded = handlers.catch(() => undefined);
    return handlers;
  }

  // The review's code takes long to load; a person who has just started the program opens a project a moment later.
  if (options.preparesAhead === true) {
    setTimeout(() => void handlersOf('review').catch(() => undefined), loadingDelay).unref();
  }

  async function answer<M extends MethodName>(method: M, input: unknown): Promise<Result<MethodOutput<M>>> {
    session.asked();
    try {
      const checked = methods[method].input.safeParse(input);
      if (!checked.success) {
        throw new AppError('input-invalid', {
          detail: `${method}: ${checked.error.issues[0]?.message ?? ''}`,
        });
      }
      const room = roomOf(method);
      const handlers = await handlersOf(room);
      if (usesReview.has(room) && session.reviewReading !== null) await session.reviewReading;
      if (decides.has(method)) await session.reviewAtRest();
      const handler = handlers[method] as (input: unknown) => MethodOutput<M> | Promise<MethodOutput<M>>;
      return { ok: true, value: await handler(checked.data) };
    } catch (error) {
      session.log.noteError(method, error);
      return { ok: false, error: reportOf(error) };
    } finally {
      session.answered();
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
    async close() {
      await loaded;
      await session.end();
    },
  };
}

/** The rooms whose calls wait until the review of a project that was just opened has been read. */
const usesReview: ReadonlySet<Room> = new Set<Room>([
  'sources',
  'drift',
  'match',
  'review',
  'sample',
  'worksheet',
  'write',
  'create',
  'undo',
  'runs',
]);

/** The calls that wait while a large change of the review is on its way, because they change or write what is decided. */
const decides: ReadonlySet<MethodName> = new Set<MethodName>([
  'review.decide',
  'review.decideTogether',
  'review.decideMany',
  'review.decideCustomers',
  'review.comment',
  'review.undo',
  'review.redo',
  'review.travel',
  'match.setPolicy',
  'project.mergePreview',
  'project.merge',
  'worksheet.apply',
  'create.plan',
  'create.preview',
  'create.start',
  'create.resume',
  'write.plan',
  'write.preview',
  'write.savePlan',
  'write.leaveOut',
  'write.start',
  'write.resume',
  'write.retryFailed',
  'undo.start',
]);

type Room = MethodName extends infer M ? (M extends `${infer R}.${string}` ? R : never) : never;

/** The handlers of each room, loaded when the first of them is called: a command needs few of them. */
function roomsOf(session: Session): Record<Room, () => Promise<Partial<Handlers>>> {
  const projects = once(async () => (await import('./engine/projects.ts')).projectHandlers(session));
  return {
    app: projects,
    project: projects,
    operation: projects,
    log: once(async () => (await import('./engine/log/diagnostics.ts')).logHandlers(session)),
    practice: once(async () => (await import('./engine/projects.ts')).practiceHandlers(session)),
    preferences: once(async () => (await import('./engine/preferences.ts')).preferenceHandlers(session)),
    sources: once(async () => (await import('./engine/sources.ts')).sourceHandlers(session)),
    files: once(async () => (await import('./engine/files.ts')).fileHandlers()),
    connections: once(async () => (await import('./engine/signing-in.ts')).connectionHandlers(session)),
    drift: once(async () => (await import('./engine/drift.ts')).driftHandlers(session)),
    match: once(async () => (await import('./engine/matching.ts')).matchHandlers(session)),
    review: once(async () => (await import('./engine/reviewing.ts')).reviewHandlers(session)),
    sample: once(async () => (await import('./engine/sampling.ts')).samplingHandlers(session)),
    worksheet: once(async () => (await import('./engine/worksheets.ts')).worksheetHandlers(session)),
    write: once(async () => (await import('./engine/writing.ts')).writeHandlers(session)),
    create: once(async () => (await import('./engine/creating/index.ts')).createHandlers(session)),
    undo: once(async () => (await import('./engine/undoing.ts')).undoHandlers(session)),
    runs: once(async () => (await import('./engine/runs.ts')).runHandlers(session)),
  };
}

/** The work done when it is first asked for, and not again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= work();
    return made;
  };
}

function roomOf(method: MethodName): Room {
  return method.slice(0, method.indexOf('.')) as Room;
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}
