import { basename } from 'node:path';
import { checkedColumnMap, checkFile, type Hooks, previewFile } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { FileKind } from '#shared/files.ts';
import type { Handlers, Of } from './handlers.ts';

/** What files hold before they are imported. Nothing is kept of them. */
export function fileHandlers(): Handlers<Of<'files'>> {
  const checks = new Latest<FileKind>();
  const quiet = (signal: AbortSignal): Hooks => ({ signal, progress: () => {} });
  return {
    'files.preview': ({ path, kind, map }) =>
      byName(
        previewFile(path, kind, checkedColumnMap(map, 'of the screen'), quiet(new AbortController().signal)),
      ),

    'files.check': ({ path, kind, map }) =>
      checks.run(kind, (signal) =>
        byName(checkFile(path, kind, checkedColumnMap(map, 'of the screen'), quiet(signal))),
      ),
  };
}

/** The same, its error with the file's name: a path says nothing to who chose the file a moment ago, or to whom it was copied. */
async function byName<T>(work: Promise<T>): Promise<T> {
  return await work.catch((error: unknown) => {
    if (!(error instanceof AppError) || typeof error.data.path !== 'string') throw error;
    throw new AppError(error.code, { ...error.data, path: basename(error.data.path) }, error);
  });
}

/** Work of which only the latest of its kind is of use: the next one ends it. */
class Latest<Kind> {
  readonly #running = new Map<Kind, AbortController>();

  /** Runs the work, ending what runs of this kind. Errors: those of the work; `cancelled` when another one comes. */
  async run<T>(kind: Kind, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.#running.get(kind)?.abort(new AppError('cancelled'));
    const controller = new AbortController();
    this.#running.set(kind, controller);
    try {
      return await work(controller.signal);
    } finally {
      if (this.#running.get(kind) === controller) this.#running.delete(kind);
    }
  }
}
