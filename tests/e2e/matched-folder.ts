import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the workers of one run of Playwright, which has this process id, keep the matched practice company. */
export function matchedFolder(run: number): string {
  return join(tmpdir(), `counterpart-matched-${run}`);
}
