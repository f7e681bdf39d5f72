import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import manifest from '../package.json' with { type: 'json' };
import {
  desktopFolder,
  guideFolder,
  licencesFile,
  programFolder,
  programIsStale,
  root,
  windowIsStale,
} from './built.ts';
import { writeGuide } from './guide.ts';
import { licencesOf, licenceText } from './licences.ts';

/** Builds the window and the program where their source is newer than what was built. */
export async function buildStale(): Promise<void> {
  if (windowIsStale()) await buildWindow();
  if (programIsStale()) await buildProgram();
}

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

/** Builds the browser door, the command line and the engine into dist/program. */
export async function buildProgram(): Promise<void> {
  await buildInPlace(programFolder, async (folder) => {
    const { build } = await import('vite');
    await build(
      nodeBuild(folder, 'es', {
        ...engineEntries,
        browser: 'main/browser/main.ts',
        counterpart: 'main/cli/run.ts',
      }),
    );
  });
}

/** Builds the desktop door and the engine into dist/desktop. */
export async function buildDesktop(): Promise<void> {
  await buildInPlace(desktopFolder, async (folder) => {
    const { build } = await import('vite');
    await build(
      nodeBuild(folder, 'es', {
        ...engineEntries,
        main: 'main/electron/main.ts',
        'engine-process': 'main/electron/engine-process.ts',
      }),
    );
    // A sandboxed preload must be one CommonJS file.
    await build(nodeBuild(folder, 'cjs', { preload: 'main/electron/preload.ts' }));
  });
}

/** The engine and its threads. */
const engineEntries = {
  engine: 'app/engine.ts',
  assistant: 'app/match/threads/assistant.ts',
  'check-thread': 'app/project/check-thread.ts',
  'customers-reader': 'app/engine/gather/customers-reader.ts',
  'matcher-thread': 'app/engine/match-project/matcher-thread.ts',
};

/** Packages of many small modules, which are built in: each file costs a start a millisecond. All others stay outside. */
const builtIn: ReadonlySet<string> = new Set(['@hono/node-server', 'commander', 'hono', 'zod']);
const outside = Object.keys(manifest.dependencies).filter((name) => !builtIn.has(name));

/**
 * A build for Node. All its files lie in one folder, under names that stay, so that a file finds its neighbours (threads, the
 * engine's process, the preload) beside itself, as it does in the source.
 */
function nodeBuild(folder: string, format: 'es' | 'cjs', entries: Record<string, string>): InlineConfig {
  const extension = format === 'es' ? 'js' : 'cjs';
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        external: (id) =>
          id === 'electron' ||
          id.startsWith('node:') ||
          builtinModules.includes(id) ||
          // JSON within a package goes into the build: left outside, its import would lose `with { type: 'json' }`.
          (!id.endsWith('.json') && outside.some((name) => id === name || id.startsWith(`${name}/`))),
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name].${extension}` },
      },
    },
  };
}

/** Builds beside `folder` and puts the whole in its place, so that no start meets half a build. */
async function buildInPlace(folder: string, buildInto: (folder: string) => Promise<void>): Promise<void> {
  const made = `${folder}-${process.pid}`;
  try {
    await buildInto(made);
    rmSync(folder, { recursive: true, force: true });
    rename(made, folder);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function rename(made: string, folder: string): void {
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another start may have put the same build there meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

if (import.meta.main) {
  await buildWindow();
  await buildProgram();
  await buildDesktop();
}
