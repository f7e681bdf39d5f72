import Database from 'better-sqlite3';
import { guarded, telling } from './guarded.ts';
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
  return telling(path, () => {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    return { records: guarded(recordReader(database), path), close: () => void database.close() };
  });
}
