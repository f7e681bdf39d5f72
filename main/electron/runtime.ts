import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A fetch that brings nothing for this long gives way to the browser (milliseconds). */
const stall = 6_000;

/** Whether there is a screen to open a window on; only Linux can be without one and still run programs. */
export function hasDisplay(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): boolean {
  if (platform !== 'linux') return true;
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** The Electron executable on this machine; null when its runtime has not been fetched. */
export function runtimeHere(env: Readonly<Record<string, string | undefined>>): string | null {
  const folder = electronFolder();
  if (folder === null) return null;
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null;
  const own = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (own !== undefined && own !== '') return existing(join(own, name ?? defaultName()));
  return name === null ? null : existing(join(folder, 'dist', name));
}

/**
 * Fetches Electron's runtime by the package's own installer. Gives null, within seconds, when the fetch fails or
 * stalls; a fetch that makes progress is waited for.
 */
export async function fetchRuntime(
  env: Readonly<Record<string, string | undefined>>,
  stallMilliseconds = stall,
): Promise<string | null> {
  const folder = electronFolder();
  if (folder === null) return null;
  // The installer downloads into the temporary folder: one of its own shows whether anything arrives.
  const landing = mkdtempSync(join(tmpdir(), 'counterpart-electron-'));
  try {
    const done = await runInstaller(
      join(folder, 'install.js'),
      landing,
      join(folder, 'dist'),
      env,
      stallMilliseconds,
    );
    return done ? runtimeHere(env) : null;
  } finally {
    rmSync(landing, { recursive: true, force: true });
  }
}

/**
 * Runs an installer that downloads into `landing` and unpacks into `dist`; ends it when neither grows for
 * `stallMilliseconds`. Gives whether it succeeded.
 */
export function runInstaller(
  script: string,
  landing: string,
  dist: string,
  env: Readonly<Record<string, string | undefined>>,
  stallMilliseconds: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], {
      stdio: 'ignore',
      env: { ...env, TMPDIR: landing, TEMP: landing, TMP: landing },
    });
    let size = -1;
    let movedAt = Date.now();
    const watch = setInterval(() => {
      const now = sizeOf(landing) + sizeOf(dist);
      if (now !== size) {
        size = now;
        movedAt = Date.now();
      } else if (Date.now() - movedAt >= stallMilliseconds) child.kill();
    }, 500);
    const end = (done: boolean) => {
      clearInterval(watch);
      resolve(done);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
  });
}

function electronFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

function defaultName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null;
}

function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
