import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { quickFolder } from './quick-folder.ts';

/**
 * Gives all tests of one run a folder for temporary files that is gone when they end, whatever a worker left there: one that
 * is ended from outside clears nothing up. Called by Vitest and by Playwright before all tests; gives what they
 * call after them.
 */
export default function ownFolder(): () => void {
  const folder = mkdtempSync(join(quickFolder(), 'counterpart-tests-'));
  // Workers are started with it, and their programs by them.
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
