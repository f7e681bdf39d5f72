import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));
/** The built window. */
export const windowFolder = join(root, 'dist', 'renderer');
/** The user guide as the app shows it, which lies beside the packaged app. */
export const guideFolder = join(root, 'dist', 'guide');
/** The licences of all packages that the app carries. */
export const licencesFile = join(root, 'dist', 'LICENSES.txt');
/** The built browser door, command line and engine: a tenth of the files of the source, and so half the time to start. */
export const programFolder = join(root, 'dist', 'program');
/** The built desktop door and engine, which Electron runs and the packaged app holds. */
export const desktopFolder = join(root, 'dist', 'desktop');

/** Whether anything that the window or the guide is made of is newer than the built window. */
export function windowIsStale(): boolean {
  const guide = ['docs/guide', 'docs/connecting.md', 'main/guide.ts'];
  return isStale(join(windowFolder, 'index.html'), ['renderer', 'shared', 'vite.config.ts', ...guide]);
}

/** Whether anything that the browser door, the command line and the engine are made of is newer than their build. */
export function programIsStale(): boolean {
  return isStale(join(programFolder, 'counterpart.js'), ['main', 'app', 'shared', 'package.json']);
}

/** Whether anything that the desktop door is made of is newer than its build. */
export function desktopIsStale(): boolean {
  return isStale(join(desktopFolder, 'main.js'), ['main', 'app', 'shared', 'package.json']);
}

/** The address to import a file of the built program by. */
export function builtFile(name: 'browser' | 'counterpart'): string {
  return pathToFileURL(join(programFolder, `${name}.js`)).href;
}

function isStale(built: string, sources: readonly string[]): boolean {
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  return ['package-lock.json', ...sources].some((path) => isNewer(join(root, path), since));
}

function isNewer(path: string, since: number): boolean {
  const stats = statSync(path);
  if (stats.mtimeMs > since) return true;
  return stats.isDirectory() && readdirSync(path).some((name) => isNewer(join(path, name), since));
}
