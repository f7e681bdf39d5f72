import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import {
  builtFile,
  desktopIsStale,
  guideFolder,
  programIsStale,
  root,
  windowFolder,
  windowIsStale,
} from './built.ts';
import { keepCompiled } from './compile-cache.ts';
import { fetchRuntime, hasDisplay, runtimeHere } from './electron/runtime.ts';

const usage = `npm start [-- OPTIONS]

Opens Counterpart: as a desktop app where Electron can run, in the browser otherwise.
  --browser   use the browser in any case
  --no-open   print the address only (implies --browser)
  --dev       build the window again whenever its source changes (implies --browser)
  --help      this text`;

/** Picks the door, and says in one line why when it is not the desktop's. */
async function start(): Promise<number> {
  const options = optionsGiven();
  if (options === null) return 2;
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const build = () => import('./build.ts');
  if (windowIsStale()) await (await build()).buildWindow();
  if (options.dev) await (await build()).buildWindow(true);

  const wantsBrowser = options.browser || options.noOpen || options.dev;
  const door = wantsBrowser ? null : await electronOrWhyNot();
  if (door !== null && door.executable !== null) {
    if (desktopIsStale()) await (await build()).buildDesktop();
    return await runElectron(door.executable);
  }
  if (door !== null) console.log(`${door.why} Counterpart opens in your browser instead.`);
  if (!options.dev && programIsStale()) await (await build()).buildProgram();
  keepCompiled();
  // Only what is imported from here on is kept compiled.
  const { runInBrowser }: typeof import('./browser/main.ts') = await import(
    options.dev ? './browser/main.ts' : builtFile('browser')
  );
  await runInBrowser({
    show: !options.noOpen && hasDisplay(process.env),
    pages: windowFolder,
    guide: guideFolder,
  });
  return 0;
}

async function electronOrWhyNot(): Promise<
  { executable: string; why: null } | { executable: null; why: string }
> {
  if (!hasDisplay(process.env)) return { executable: null, why: 'There is no display for a desktop window.' };
  const here = runtimeHere(process.env);
  if (here !== null) return { executable: here, why: null };
  console.log('Fetching Electron, once (about 110 MB)…');
  const fetched = await fetchRuntime(process.env);
  if (fetched !== null) return { executable: fetched, why: null };
  return { executable: null, why: 'Electron could not be fetched.' };
}

function runElectron(executable: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(executable, [root], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function optionsGiven(): { browser: boolean; noOpen: boolean; dev: boolean; help: boolean } | null {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { browser: values.browser, noOpen: values['no-open'], dev: values.dev, help: values.help };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return null;
  }
}

process.exitCode = await start();
