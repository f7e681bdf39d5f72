import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import manifest from '../package.json' with { type: 'json' };
import { writeGuide } from './guide.ts';
import { licencesOf, licenceText } from './licences.ts';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));
/** The built window. */
export const windowFolder = join(root, 'dist', 'renderer');
/** The licences of all packages that the app carries. */
export const licencesFile = join(root, 'dist', 'LICENSES.txt');
/** The user guide as the app shows it, which lies beside the packaged app. */
export const guideFolder = join(root, 'dist', 'guide');
const desktopFolder = join(root, 'dist', 'desktop');

/**
 * Builds the window into dist/renderer, and writes beside it the user guide and whose licences the app carries; `watch`
 * builds the window again at every change, for as long as the program runs.
 */
export async function buildWindow(watch = false): Promise<void> {
  const { build } = await import('vite');
  const built = await build({
    root: join(root, 'renderer'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    ...(watch ? { build: { watch: {} } } : {}),
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const modules = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  if (watch) return;
  writeFileSync(licencesFile, licenceText(licencesOf(root, modules)));
  const styles = ['theme/tokens.css', 'help/guide.css'].map((name) => join(root, 'renderer', name));
  const style = styles.map((path) => readFileSync(path, 'utf8')).join('\n');
  writeGuide(join(root, 'docs', 'guide'), style, guideFolder);
}

/**
 * Builds the desktop door and the engine into dist/desktop. The file tree is kept, so that a file finds its
 * neighbours (workers, the engine's process) there as it does in the source; packages stay outside.
 */
export async function buildDesktop(): Promise<void> {
  const { build } = await import('vite');
  await build(
    desktopConfig({
      entries: [
        'main/electron/main.ts',
        'main/electron/engine-process.ts',
        'app/match/threads/assistant.ts',
        'app/project/check-thread.ts',
        'app/engine/gather/customers-reader.ts',
        'app/engine/match-project/matcher-thread.ts',
      ],
      format: 'es',
    }),
  );
  await build(desktopConfig({ entries: ['main/electron/preload.ts'], format: 'cjs' }));
}

interface DesktopBuild {
  readonly entries: readonly string[];
  /** A sandboxed preload must be one CommonJS file; everything else is modules. */
  readonly format: 'es' | 'cjs';
}

function desktopConfig({ entries, format }: DesktopBuild): InlineConfig {
  const packages = Object.keys(manifest.dependencies);
  const isModules = format === 'es';
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node24',
      outDir: desktopFolder,
      emptyOutDir: isModules,
      minify: false,
      rolldownOptions: {
        input: entries.map((entry) => join(root, entry)),
        external: (id) =>
          id === 'electron' ||
          id.startsWith('node:') ||
          builtinModules.includes(id) ||
          // JSON within a package goes into the bundle: left outside, its import would lose `with { type: 'json' }`.
          (!id.endsWith('.json') && packages.some((name) => id === name || id.startsWith(`${name}/`))),
        output: isModules
          ? { format, preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' }
          : { format, entryFileNames: 'main/electron/[name].cjs' },
      },
    },
  };
}

/** Whether anything that the window or the guide is made of is newer than the built window. */
export function windowIsStale(): boolean {
  const index = join(windowFolder, 'index.html');
  if (!existsSync(index)) return true;
  const guide = ['docs/guide', 'docs/connecting.md', 'main/guide.ts'];
  const made = newest(['renderer', 'shared', 'vite.config.ts', 'package-lock.json', ...guide]);
  return made > statSync(index).mtimeMs;
}

/** Whether anything that the desktop door is made of is newer than its build. */
export function desktopIsStale(): boolean {
  const preload = join(desktopFolder, 'main', 'electron', 'preload.cjs');
  if (!existsSync(preload)) return true;
  return newest(['main', 'app', 'shared', 'package.json']) > statSync(preload).mtimeMs;
}

function newest(paths: readonly string[]): number {
  return Math.max(...paths.map((path) => newestIn(join(root, path))));
}

function newestIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

if (import.meta.main) {
  await buildWindow();
  await buildDesktop();
}
