import { accessSync, closeSync, constants, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { type FileLock, lockForWriting } from './file-lock.ts';
import { type FilePlace, placeOf } from './file-place.ts';
import { migrations } from './migrations/index.ts';
import { inMemory, openToRead } from './open-to-read.ts';
import { storageFault } from './storage-fault.ts';
import { requireWhole, requireWholeAside } from './whole-file.ts';

/** Marks a SQLite file as a Counterpart project ("CtPt"). See https://www.sqlite.org/pragma.html#pragma_application_id */
const applicationId = 0x43745074;

/** An open project file. `lock` is null where it may not be written, and the database then only reads. */
export interface ProjectFile {
  readonly path: string;
  readonly database: Database.Database;
  readonly lock: FileLock | null;
  readonly readOnlyFor: ReadOnlyReason | null;
  readonly place: FilePlace;
}

/** Why a project is open for reading only. */
export type ReadOnlyReason = 'other-window' | 'protected' | 'looking';

/**
 * Makes an empty project at `path`.
 * Errors: `project-exists`, `project-folder`.
 */
export function createProjectFile(path: string): ProjectFile {
  if (existsSync(path)) throw new AppError('project-exists', { path });
  const lock = lockOrFolderError(path);
  if (lock === null) throw new AppError('project-exists', { path });
  try {
    const database = new Database(path);
    database.pragma(`application_id = ${applicationId}`);
    prepare(database);
    migrate(database);
    return { path, database, lock, readOnlyFor: null, place: placeOf(path) };
  } catch (error) {
    lock.release();
    rmSync(path, { force: true });
    throw new AppError('project-folder', { path, detail: detailOf(error) }, error);
  }
}

/**
 * Opens the project at `path`, for writing unless another window has it or the file may not be written. One that is known
 * to be whole ({@link checkProjectFile}) is not looked through again.
 * Errors: `project-not-found`, `project-not-a-project`, `project-damaged`, `project-newer`. None of them changes the file.
 */
export function openProjectFile(path: string, isWhole: boolean): ProjectFile {
  inspect(path);
  if (!isWhole) refuseDamaged(path);
  const { lock, readOnlyFor } = lockOrReason(path);
  try {
    const place = placeOf(path);
    if (lock === null) return { path, database: readOnly(path), lock, readOnlyFor, place };
    const database = new Database(path);
    prepare(database);
    migrate(database);
    return { path, database, lock, readOnlyFor, place };
  } catch (error) {
    lock?.release();
    throw (
      storageFault(error, path) ?? new AppError('project-damaged', { path, detail: detailOf(error) }, error)
    );
  }
}

/**
 * Finds out whether the file at `path` is a project that can be opened, and looks a large one through in a thread of its
 * own. Errors of {@link openProjectFile}.
 */
export async function checkProjectFile(path: string): Promise<void> {
  inspect(path);
  await requireWholeAside(path);
}

/** Opens a project that was checked for reading, whoever else has it open. Errors of {@link openProjectFile}. */
export function openProjectFileToRead(path: string): ProjectFile {
  inspect(path);
  try {
    return { path, database: readOnly(path), lock: null, readOnlyFor: 'looking', place: placeOf(path) };
  } catch (error) {
    throw new AppError('project-damaged', { path, detail: detailOf(error) }, error);
  }
}

/** The database without the right to change it. One of an older format is a copy in memory, brought to the newest. */
function readOnly(path: string): Database.Database {
  const database = openToRead(path);
  distrust(database);
  if (Number(database.pragma('user_version', { simple: true })) === migrations.length)
    return queryOnly(database);
  const copy = inMemory(database.serialize());
  database.close();
  migrate(copy);
  return queryOnly(copy);
}

function queryOnly(database: Database.Database): Database.Database {
  database.pragma('query_only = ON');
  return database;
}

/** Closes the file and gives up the right to write; SQLite folds the write-ahead log back into it. */
export function closeProjectFile({ database, lock, place }: ProjectFile): void {
  if (lock !== null && !isInPlace(place)) foldBack(database);
  database.close();
  lock?.release();
}

/**
 * Puts what stands in the write-ahead log into the file. Where the file was moved, closing leaves the log behind under the
 * old name (https://www.sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use): what was decided
 * last would be missing from the moved file, and go into another one that got its name.
 */
function foldBack(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // Its disk went away, too: all is as it was there.
  }
}

function isInPlace(place: FilePlace): boolean {
  try {
    place.require();
    return true;
  } catch {
    return false;
  }
}

/** A file may come from anybody: its schema gets nothing done. See https://www.sqlite.org/security.html */
function distrust(database: Database.Database): void {
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
}

function prepare(database: Database.Database): void {
  distrust(database);
  database.pragma('journal_mode = WAL');
  // A quarter of what the library gives each connection, in KiB: reading goes through a file once, so more brings nothing.
  database.pragma('cache_size = -4000');
  // FULL: a decision or a journal entry survives a power cut, not only a crash of the program.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
}

/** Brings the file to the newest format, each step in a transaction of its own. */
export function migrate(database: Database.Database): void {
  const from = Number(database.pragma('user_version', { simple: true }));
  for (const [offset, step] of migrations.slice(from).entries()) {
    database.transaction(() => {
      database.exec(step);
      database.pragma(`user_version = ${from + offset + 1}`);
    })();
  }
}

const sqliteHeader = Buffer.from('SQLite format 3\0', 'latin1');

/** Looks at what kind of file it is, without the right to change it. */
function inspect(path: string): void {
  if (!existsSync(path)) throw new AppError('project-not-found', { path });
  if (!statSync(path).isFile() || !startsWith(path, sqliteHeader)) {
    throw new AppError('project-not-a-project', { path });
  }
  let database: Database.Database | undefined;
  try {
    database = openToRead(path);
    if (database.pragma('application_id', { simple: true }) !== applicationId) {
      throw new AppError('project-not-a-project', { path });
    }
    const found = Number(database.pragma('user_version', { simple: true }));
    if (found > migrations.length) {
      throw new AppError('project-newer', { path, found, supported: migrations.length });
    }
    refuseForeignParts(path, database);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw (
      storageFault(error, path) ?? new AppError('project-damaged', { path, detail: detailOf(error) }, error)
    );
  } finally {
    database?.close();
  }
}

/** A project has tables and indices. Triggers and views would do things of their own when it is read or written. */
function refuseForeignParts(path: string, database: Database.Database): void {
  const foreign = database
    .prepare("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    .pluck()
    .all();
  if (foreign.length === 0) return;
  const detail = `it holds “${foreign.join('”, “')}”, which no project has; somebody changed the file`;
  throw new AppError('project-damaged', { path, detail });
}

function refuseDamaged(path: string): void {
  try {
    requireWhole(path);
  } catch (error) {
    throw new AppError('project-damaged', { path, detail: detailOf(error) }, error);
  }
}

function startsWith(path: string, expected: Buffer): boolean {
  const start = Buffer.alloc(expected.length);
  const descriptor = openSync(path, 'r');
  try {
    readSync(descriptor, start, 0, start.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return start.equals(expected);
}

function lockOrFolderError(path: string): FileLock | null {
  try {
    return lockForWriting(path);
  } catch (error) {
    throw new AppError('project-folder', { path, detail: detailOf(error) }, error);
  }
}

/** A file or a folder that cannot be written to (a read-only share, a CD) still lets the project be read. */
function lockOrReason(path: string): Pick<ProjectFile, 'lock' | 'readOnlyFor'> {
  try {
    accessSync(path, constants.W_OK);
    const lock = lockForWriting(path);
    return { lock, readOnlyFor: lock === null ? 'other-window' : null };
  } catch {
    return { lock: null, readOnlyFor: 'protected' };
  }
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
