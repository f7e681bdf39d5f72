import { rmSync } from 'node:fs';
import { matchedFolder } from './matched-folder.ts';

/** Takes away what workers share, or did under a process id that came up again; called before all tests and after them. */
export default function clearUp(): void {
  rmSync(matchedFolder(process.pid), { recursive: true, force: true });
}
