import { rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Held while a window may write to a project; released by `release()` or by the death of the process. */
export interface FileLock {
  release(): void;
}

/**
 * Takes the right to write to the project at `path`, or gives null when another window has it.
 *
 * The lock is SQLite's own exclusive file lock on a file beside the project: the operating system drops it when a
 * process dies, so a crash never leaves a project locked (a process id in a file would).
 */
export function lockForWriting(path: string): FileLock | null {
  const lockPath = `${path}-lock`;
  const holder = new Database(lockPath, { timeout: 0 });
  try {
    holder.pragma('journal_mode = MEMORY');
    holder.exec('BEGIN EXCLUSIVE');
  } catch {
    holder.close();
    return null;
  }
  if (!existsStill(lockPath)) {
    // The former holder removed the file between our opening and locking it: ours locks nothing.
    holder.close();
    return lockForWriting(path);
  }
  return {
    release() {
      // Windows removes no open file. Elsewhere it goes first, so that nobody locks a file about to be removed.
      if (process.platform !== 'win32') rmSync(lockPath, { force: true });
      holder.close();
      if (process.platform === 'win32') removeUnlessTaken(lockPath);
    },
  };
}

/** Whether nobody has the right to write to the project at `path` just now. False where that cannot be found out. */
export function isFree(path: string): boolean {
  try {
    const lock = lockForWriting(path);
    lock?.release();
    return lock !== null;
  } catch {
    return false;
  }
}

function existsStill(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Another window may have opened the lock in this moment; then the file is that window's. */
function removeUnlessTaken(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'EBUSY' && code !== 'EPERM') throw error;
  }
}
