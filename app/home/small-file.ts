import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts a small file that the program keeps for convenience in the place of the one before, as a whole. Gives whether it could:
 * a disk that is full or write-protected is told of where it matters.
 */
export function putSmallFile(file: string, content: string): boolean {
  const beside = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, content);
    renameSync(beside, file);
    return true;
  } catch {
    rmSync(beside, { force: true });
    return false;
  }
}
