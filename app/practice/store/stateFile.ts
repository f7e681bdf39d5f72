import Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Json, StoredRecord } from './record.ts';

const formatVersion = 1;
/** "Prac" in ASCII: tells a practice company's file from any other SQLite file. */
const applicationId = 0x50726163;

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
 * Throws `practice-state` when the file is not a practice company's or is damaged.
 */
export class StateFile {
  readonly #database: Database.Database;
  readonly #put: Database.Statement;
  readonly #append: Database.Statement;

  constructor(path: string | null) {
    this.#database = open(path);
    this.#put = this.#database.prepare('INSERT OR REPLACE INTO records VALUES (?, ?, ?)');
    this.#append = this.#database.prepare('INSERT INTO log (service, body) VALUES (?, ?)');
  }

  put(collection: string, id: string, record: StoredRecord): void {
    this.#put.run(collection, id, JSON.stringify(record));
  }

  appendLog(service: string, entry: Json): void {
    this.#append.run(service, JSON.stringify(entry));
  }

  clearCollection(collection: string): void {
    this.#database.prepare('DELETE FROM records WHERE collection = ?').run(collection);
  }

  clearLog(service: string): void {
    this.#database.prepare('DELETE FROM log WHERE service = ?').run(service);
  }

  records(): LoadedRecord[] {
    return this.#database
      .prepare('SELECT collection, id, body FROM records ORDER BY collection, id')
      .all()
      .map((row) => RecordRow.parse(row))
      .map(({ collection, id, body }) => ({ collection, id, body: JSON.parse(body) as StoredRecord }));
  }

  log(service: string): Json[] {
    return this.#database
      .prepare('SELECT service, body FROM log WHERE service = ? ORDER BY seq')
      .all(service)
      .map((row) => JSON.parse(LogRow.parse(row).body) as Json);
  }

  transaction<T>(work: () => T): T {
    return this.#database.transaction(work)();
  }

  close(): void {
    this.#database.close();
  }
}

function open(path: string | null): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(path ?? ':memory:');
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
    database.pragma('synchronous = NORMAL');
    return database;
  } catch (cause) {
    database?.close();
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('practice-state', { path: path ?? 'memory', detail }, cause);
  }
}
