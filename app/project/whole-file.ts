import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import { openToRead } from './open-to-read.ts';

/** Smaller files are looked through sooner than a thread is started (bytes). */
const worthThread = 20_000_000;

/** The thread's code stands beside this file, as source or as built. */
const threadFile = new URL(`./check-thread${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * Looks a database through for damage (https://www.sqlite.org/pragma.html#pragma_quick_check), without the right to change
 * it. Throws what SQLite says of it.
 */
export function requireWhole(path: string): void {
  const database = openToRead(path);
  try {
    const verdict = String(database.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') throw new Error(verdict);
  } finally {
    database.close();
  }
}

/** {@link requireWhole} for a large file: the calling thread stays free meanwhile. Errors: `project-damaged`. */
export async function requireWholeAside(path: string): Promise<void> {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const detail = size < worthThread ? detailOf(() => requireWhole(path)) : await checkedAside(path);
  if (detail !== '') throw new AppError('project-damaged', { path, detail });
}

function checkedAside(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, { workerData: path });
    thread.once('message', (detail) => resolve(String(detail)));
    thread.once('error', (error) => resolve(error instanceof Error ? error.message : String(error)));
    thread.once('exit', () =>
      reject(new AppError('internal', { detail: 'the check of the file ended early' })),
    );
  });
}

function detailOf(check: () => void): string {
  try {
    check();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
