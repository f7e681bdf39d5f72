import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractAll } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { FuseState } from '@electron/fuses/dist/constants.js';
import { buildDesktop, buildWindow } from '../../main/build.ts';
import { root } from '../../main/built.ts';
import manifest from '../../package.json' with { type: 'json' };
import { handOver } from '../bench/figures.ts';
import { contentsOf, type PackedFile, packageOf } from './contents.ts';
import { pack } from './pack.ts';

/**
 * `npm run package:check`: packs the app around a stand-in for Electron's runtime, and says of each thing that has to be so
 * whether it is; ends with 1 if one is not. The archive is unpacked again, and its engine does a whole piece of work on Node.
 */
const mostBytes = 60 * 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), 'counterpart-package-'));
let failed = 0;

try {
  await buildWindow();
  await buildDesktop();
  const { resources, executable } = await pack(folder);
  const archive = join(resources, 'app.asar');
  const files = contentsOf(archive);
  const paths = new Set(files.map(({ path }) => path));
  const packages = new Set(files.flatMap(({ path }) => packageOf(path) ?? []));
  const ours = files.filter(({ path }) => packageOf(path) === null);
  console.log(sizes(files));

  const missing = [manifest.main, 'dist/desktop/preload.cjs', 'dist/renderer/index.html'].filter(
    (path) => !paths.has(path),
  );
  say('what Electron starts, the preload and the window are there', missing);
  const native = files.filter(({ path }) => path.endsWith('.node'));
  say('there is a native module', native.length > 0 ? [] : ['none']);
  say('native modules lie beside the archive', native.filter(({ unpacked }) => !unpacked).map(nameOf));
  say(
    'and are this system’s alone',
    native.filter(({ path }) => !/prebuilds\/linux-/.test(path)).map(nameOf),
  );
  say(
    'no source maps, no TypeScript',
    files.map(nameOf).filter((path) => /\.(map|[cm]?ts)$/.test(path)),
  );
  const development = Object.keys(manifest.devDependencies).filter(
    (name) => !['csv-parse', 'csv-stringify'].includes(name),
  );
  say(
    'no package of development alone',
    development.filter((name) => packages.has(name)),
  );
  say(
    'of ours only what was built, and package.json',
    ours.map(nameOf).filter((path) => path !== 'package.json' && !/^dist\/(desktop|renderer)\//.test(path)),
  );
  const beside = ['LICENSES.txt', 'guide/index.html', 'guide/pictures/review.png'];
  say(
    'the licences and the user guide lie beside it',
    beside.filter((path) => !existsSync(join(resources, path))),
  );

  const { ENABLE, DISABLE } = FuseState;
  const wanted = {
    [FuseV1Options.RunAsNode]: DISABLE,
    [FuseV1Options.EnableCookieEncryption]: ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
  };
  const fuses = new Map(Object.entries(await getCurrentFuseWire(executable)));
  say(
    'its program cannot be run as Node, debugged, or given another archive (fuses)',
    Object.entries(wanted).flatMap(([fuse, state]) =>
      fuses.get(fuse) === state ? [] : [FuseV1Options[Number(fuse)] ?? fuse],
    ),
  );

  const unpacked = join(folder, 'unpacked');
  extractAll(archive, unpacked);
  say(
    'nothing of ours names this machine’s folders',
    ours.map(nameOf).filter((path) => readFileSync(join(unpacked, path)).includes(root)),
  );
  say('its engine exports, matches, writes and saves', workOf(unpacked));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  handOver({
    what: 'the packed app without Electron’s runtime',
    value: bytes / 2 ** 20,
    budget: mostBytes / 2 ** 20,
    unit: 'MB',
  });
  say(`no larger than ${megabytes(mostBytes)}`, bytes <= mostBytes ? [] : [megabytes(bytes)]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;

function say(what: string, wrong: readonly string[]): void {
  if (wrong.length > 0) failed += 1;
  const more = wrong.length > 5 ? ` and ${wrong.length - 5} more` : '';
  console.log(wrong.length === 0 ? `ok    ${what}` : `WRONG ${what}: ${wrong.slice(0, 5).join(', ')}${more}`);
}

function nameOf({ path }: PackedFile): string {
  return path;
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

function sizes(files: readonly PackedFile[]): string {
  const byPart = new Map<string, number>();
  for (const { path, size } of files) {
    const part = packageOf(path) ?? path.split('/').slice(0, 2).join('/');
    byPart.set(part, (byPart.get(part) ?? 0) + size);
  }
  const largest = [...byPart].sort(([, a], [, b]) => b - a).slice(0, 12);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return [
    '| part | size |',
    '| --- | --- |',
    ...largest.map(([part, size]) => `| ${part} | ${megabytes(size)} |`),
    `| all ${files.length} files, without Electron’s runtime | ${megabytes(total)} |`,
    '',
  ].join('\n');
}

/** Lets the engine of the unpacked archive do the work of a first day; gives what went wrong. */
function workOf(app: string): string[] {
  const engine = pathToFileURL(join(app, 'dist/desktop/engine.js')).href;
  const program = join(folder, 'work.mjs');
  writeFileSync(
    program,
    `
    import { createEngine } from ${JSON.stringify(engine)};
    const home = { projects: ${JSON.stringify(join(folder, 'p'))}, state: ${JSON.stringify(join(folder, 's'))} };
    const engine = createEngine({ version: '0', home, author: 'Test Person', environment: {} });
    async function call(method, input = {}) {
      const result = await engine.call(method, input);
      if (!result.ok) throw new Error(method + ': ' + result.error.message);
      return result.value;
    }
    await call('practice.open');
    await call('sources.export');
    await call('match.run');
    await call('worksheet.save', { path: ${JSON.stringify(join(folder, 'w.xlsx'))} });
    await call('worksheet.read', { path: ${JSON.stringify(join(folder, 'w.xlsx'))} });
    await engine.close();
  `,
  );
  const { status, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  return status === 0 && stderr === ''
    ? []
    : [stderr.split('\n').find((line) => line.includes('Error')) ?? `exit ${status}`];
}
