import Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { isObject, type JsonObject, type StoredRecord } from './record.ts';

const formatVersion = 1;
/** "Prac" in ASCII: tells a practice company's file from any other SQLite file. */
const applicationId = 0x50726163;

/** How long a process that is just ending may take to let go of the file. */
const lockWaitMilliseconds = 500;

const schema = `
  CREATE TABLE records (
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (collection, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log (seq INTEGER PRIMARY KEY, service TEXT NOT NULL, body TEXT NOT NULL) STRICT;
`;

const RecordRow = z.object({ collection: z.string(), id: z.string(), body: z.string() });
const LogRow = z.object({ service: z.string(), body: z.string() });

export interface LoadedRecord {
  readonly collection: string;
  readonly id: string;
  readonly body: StoredRecord;
}

/**
 * The SQLite file beneath a practice company, or a database in memory when `path` is null. Everything written is in
 * the file once {@link StateFile.transaction} returns, so killing the process loses nothing that was answered.
 * The file is this process' alone until it is closed. Throws `practice-in-use` when another process has it, and
 * `practice-state` when it is not a practice company's or is damaged.
 */
export class StateFile {
  readonly #path: string | null;
  readonly #database: Database.Database;
  readonly #put: Database.Statement;
  readonly #append: Database.Statement;

  constructor(path: string | null) {
    this.#path = path;
    this.#database = open(path);
    this.#put = this.#database.prepare('INSERT OR REPLACE INTO records VALUES (?, ?, ?)');
    this.#append = this.#database.prepare('INSERT INTO log (service, body) VALUES (?, ?)');
  }

  put(collection: string, id: string, record: StoredRecord): void {
    this.#put.run(collection, id, JSON.stringify(record));
  }

  appendLog(service: string, entry: JsonObject): void {
    this.#append.run(service, JSON.stringify(entry));
  }

  remove(collection: string, id: string): void {
    this.#database.prepare('DELETE FROM records WHERE collection = ? AND id = ?').run(collection, id);
  }

  clearCollection(collection: string): void {
    this.#database.prepare('DELETE FROM records WHERE collection = ?').run(collection);
  }

  clearLog(service: string): void {
    this.#database.prepare('DELETE FROM log WHERE service = ?').run(service);
  }

  records(): LoadedRecord[] {
    return this.#read(() =>
      this.#database
        .prepare('SELECT collection, id, body FROM records ORDER BY collection, id')
        .all()
        .map((row) => RecordRow.parse(row))
        .map(({ body, ...place }) => ({ ...place, body: parsed(body) })),
    );
  }

  log(service: string): JsonObject[] {
    return this.#read(() =>
      this.#database
        .prepare('SELECT service, body FROM log WHERE service = ? ORDER BY seq')
        .all(service)
        .map((row) => parsed(LogRow.parse(row).body)),
    );
  }

  transaction<T>(work: () => T): T {
    return this.#database.transaction(work)();
  }

  close(): void {
    this.#database.close();
  }

  /** Reads; what cannot be read is damage. */
  #read<T>(read: () => T): T {
    try {
      return read();
    } catch (cause) {
      throw unusable(this.#path, cause);
    }
  }
}

function parsed(body: string): JsonObject {
  const value: unknown = JSON.parse(body);
  if (!isObject(value)) throw new TypeError('a row is no record');
  return value;
}

function unusable(path: string | null, cause: unknown): AppError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new AppError('practice-state', { path: path ?? 'memory', detail }, cause);
}

function open(path: string | null): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(path ?? ':memory:', { timeout: lockWaitMilliseconds });
    database.pragma('locking_mode = EXCLUSIVE');
    const found = database.pragma('application_id', { simple: true });
    const version = database.pragma('user_version', { simple: true });
    const empty = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
    if (empty) {
      database.pragma('journal_mode = WAL');
      database.transaction((connection: Database.Database) => {
        connection.exec(schema);
        connection.pragma(`application_id = ${applicationId}`);
        connection.pragma(`user_version = ${formatVersion}`);
      })(database);
    } else if (found !== applicationId || version !== formatVersion) {
      throw new Error('it is not a practice company of this version');
    }
    // What is written survives the end of the program, however it comes; a power cut may take a practice company with it.
    database.pragma('synchronous = OFF');
    return database;
  } catch (cause) {
    database?.close();
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) {
      throw new AppError('practice-in-use', { path: path ?? 'memory' }, cause);
    }
    throw unusable(path, cause);
  }
}
