import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';

/**
 * Writes a file as a whole or not at all: `write` fills a new file in the same folder, which then takes the place of
 * the old one. When anything fails or is stopped, the old file stays as it was and the new one is removed. Gives what
 * `write` gave.
 * Errors: `file-cannot-write`, and whatever `write` throws.
 */
export async function replaceFile<T>(path: string, write: (temporary: string) => Promise<T>): Promise<T> {
  const target = await realpath(path).catch(() => path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.part`);
  try {
    await requireReplaceable(target, temporary);
  } catch (error) {
    throw fault(path, error);
  }
  try {
    const written = await write(temporary);
    await flush(temporary);
    await rename(temporary, target);
    return written;
  } catch (error) {
    await rm(temporary, { force: true });
    throw fault(path, error);
  }
}

/** Finds out before the work is done whether a file may be made here, and one that is there be replaced. */
async function requireReplaceable(target: string, temporary: string): Promise<void> {
  const found = await stat(target).catch(() => null);
  if (found?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  if (found !== null) await access(target, constants.W_OK);
  if (found?.isFile() && (await isDatabase(target))) {
    throw Object.assign(new Error('a database'), { code: 'A_DATABASE' });
  }
  const file = await open(temporary, 'wx');
  await file.close();
}

const databaseHeader = 'SQLite format 3\0';

/** Whether a file is a project, or another database: nobody means to put a table in its place, least of all in that of the open one. */
async function isDatabase(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const start = Buffer.alloc(databaseHeader.length);
    await file.read(start, 0, start.length, 0);
    return start.toString('latin1') === databaseHeader;
  } finally {
    await file.close();
  }
}

async function flush(temporary: string): Promise<void> {
  const file = await open(temporary, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EACCES: 'it is protected, or another program has it open',
  EPERM: 'it is protected, or another program has it open',
  EBUSY: 'another program has it open',
  EISDIR: 'a folder has that name',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk cannot be written to',
  A_DATABASE: 'a project or another database has that name',
  ENAMETOOLONG: 'its name is too long',
  ERR_INVALID_ARG_VALUE: 'its name holds a character that no file may be named with',
};

function fault(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof AppError) return error;
  const detail = REASONS[String(error.code)];
  return detail === undefined ? error : new AppError('file-cannot-write', { path, detail }, error);
}
