import { readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * A connection that changes nothing. On a disk that cannot be written to SQLite does not open a database with a write-ahead
 * log (https://www.sqlite.org/wal.html#read_only_databases); there a copy in memory is read. Throws what SQLite says.
 */
export function openToRead(path: string): Database.Database {
  const database = new Database(path, { readonly: true });
  try {
    database.pragma('user_version');
    return database;
  } catch (error) {
    database.close();
    const isProtected = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CANTOPEN');
    if (!isProtected || hasLog(path)) throw error;
    return inMemory(readFileSync(path));
  }
}

/** A database of its own with what these bytes of a file hold. */
export function inMemory(bytes: Buffer): Database.Database {
  // A database in memory has no write-ahead log: https://www.sqlite.org/fileformat.html#file_format_version_numbers
  bytes.fill(1, 18, 20);
  return new Database(bytes);
}

/** Whether the file alone is not all: it was not closed, and its newest part stands beside it. */
function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
