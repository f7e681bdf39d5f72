import Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError, type ErrorCode } from '#shared/errors.ts';

/** What SQLite says by the beginning of its result codes (https://www.sqlite.org/rescode.html), in our codes. */
const codes: readonly (readonly [begins: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'project-disk-full'],
  ['SQLITE_CORRUPT', 'project-damaged'],
  ['SQLITE_NOTADB', 'project-damaged'],
  ['SQLITE_MISMATCH', 'project-damaged'],
  ['SQLITE_READONLY_DBMOVED', 'project-moved'],
  ['SQLITE_READONLY', 'project-protected'],
  ['SQLITE_PERM', 'project-protected'],
  ['SQLITE_IOERR', 'project-unreachable'],
  ['SQLITE_CANTOPEN', 'project-unreachable'],
  ['SQLITE_BUSY', 'project-held'],
  ['SQLITE_LOCKED', 'project-held'],
  ['SQLITE_PROTOCOL', 'project-held'],
];

/** Of a table or a column that every project of this version has, and this file lacks. */
const lacking = /^no such (table|column|index|collation)|has no column named|malformed/;

/**
 * The error for what the disk, or what stands in the project file at `path`, did to a call; null for any other error.
 * Nothing that was said to be saved is lost by any of them.
 */
export function storageFault(thrown: unknown, path: string): AppError | null {
  if (thrown instanceof z.ZodError || thrown instanceof SyntaxError) {
    const detail = 'a row in it is not as this program writes it';
    return new AppError('project-damaged', { path, detail }, thrown);
  }
  if (!(thrown instanceof Database.SqliteError)) return null;
  const { code, message } = thrown;
  const known = codes.find(([begins]) => code.startsWith(begins))?.[1];
  const meant = known ?? (lacking.test(message) ? 'project-damaged' : null);
  return meant === null ? null : new AppError(meant, { path, detail: `${message} (${code})` }, thrown);
}
