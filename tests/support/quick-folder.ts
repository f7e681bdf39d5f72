import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** A file system in memory, which Linux has here. */
const memory = '/dev/shm';
/** So many bytes are to be free in it: containers may give it little. */
const enough = 2_000_000_000;

/**
 * Where tests make their files: in memory where there is room for it. A project waits for the disk at every entry, and tests
 * write very many of them.
 */
export function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enough ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}
