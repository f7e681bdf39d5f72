import Database from 'better-sqlite3';
import { type RecordReader, recordReader } from './record-reader.ts';

/** A project's records, open for reading beside whoever writes. */
export interface ReadingProject {
  readonly records: RecordReader;
  close(): void;
}

/**
 * Opens the records of a project that is open elsewhere in this program, for a thread that reads while others go on
 * writing (https://www.sqlite.org/wal.html#concurrency). The file was checked and migrated when it was opened there.
 */
export function openForReading(path: string): ReadingProject {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  return { records: recordReader(database), close: () => void database.close() };
}
