import { copyFileSync, existsSync, readFileSync, statSync, truncateSync } from 'node:fs';

/** SQLite folds a log of so many pages into the database; from then on an older end of it is no state that ever was. */
const mostFrames = 900;
const headerBytes = 32;
const frameHeaderBytes = 24;

/**
 * The places in a project's write-ahead log at which something was on disk for good, oldest first, as lengths of the log:
 * each is the end of a transaction. See https://www.sqlite.org/fileformat.html#the_write_ahead_log
 */
export function commitsOf(project: string): number[] {
  const path = `${project}-wal`;
  if (!existsSync(path) || statSync(path).size < headerBytes) return [];
  const log = readFileSync(path);
  const page = log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  const commits: number[] = [];
  let frames = 0;
  for (let at = headerBytes; at + frameHeaderBytes + page <= log.length; at += frameHeaderBytes + page) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break;
    frames += 1;
    if (log.readUInt32BE(at + 4) > 0) commits.push(at + frameHeaderBytes + page);
  }
  return frames > mostFrames ? commits.slice(-1) : commits;
}

/** Copies a project as it is on disk, with what its log held when the log was so long; null for all of it. */
export function copyOnDisk(from: string, to: string, length: number | null): void {
  copyFileSync(from, to);
  if (!existsSync(`${from}-wal`)) return;
  copyFileSync(`${from}-wal`, `${to}-wal`);
  if (length !== null) truncateSync(`${to}-wal`, length);
}
