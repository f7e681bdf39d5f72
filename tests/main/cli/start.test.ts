import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
/** As a person has it, who says nothing of where compiled code is kept. */
const { NODE_COMPILE_CACHE: _, ...surroundings } = process.env;
/** Names on stderr each file that the program loads. */
const watch = `data:text/javascript,import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => { process.stderr.write(url + '\\n'); return next(url, context); } });`;

/** Runs the command line as a program of its own. */
function run(
  folder: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; out: string; loaded: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', watch, join(folder, 'main/cli/main.ts'), ...words],
      { env: { ...surroundings, ...environment } },
      (_, out, loaded) => resolve({ code: child.exitCode ?? -1, out, loaded }),
    );
  });
}

/** The command line in a folder of its own that is gone after the test, with the one package that it begins with. */
async function elsewhere(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterpart-start-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const part of ['main', 'shared', 'package.json']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await mkdir(join(folder, 'node_modules'));
  await symlink(join(root, 'node_modules/commander'), join(folder, 'node_modules/commander'));
  return folder;
}

test.each([['--version'], ['--help'], ['match', '--help']])(
  '%s loads no part of the engine',
  async (...words) => {
    const { code, out, loaded } = await run(await elsewhere(), words);
    expect(code).toBe(0);
    expect(out).not.toBe('');
    expect(loaded).toContain('/main/cli/program.ts');
    expect(loaded).not.toMatch(/\/app\/|\/node_modules\/(?!commander)/);
  },
);

test('a wrong use is told with the exit code for it', async () => {
  const folder = await elsewhere();
  expect((await run(folder, ['match'])).code).toBe(2);
  expect((await run(folder, ['nonsense'])).code).toBe(2);
});

test('the built program is run as long as no source is newer', async () => {
  const folder = await elsewhere();
  await mkdir(join(folder, 'app'));
  await writeFile(join(folder, 'package-lock.json'), '{}');
  await mkdir(join(folder, 'dist/program'), { recursive: true });
  const built = join(folder, 'dist/program/counterpart.js');
  await writeFile(built, "export const run = async () => { console.log('built'); return 0; };");
  expect((await run(folder, ['--version'])).out).toBe('built\n');

  const later = new Date(Date.now() + 60_000);
  await writeFile(join(folder, 'app/new.ts'), '');
  await utimes(join(folder, 'app/new.ts'), later, later);
  expect((await run(folder, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('what is compiled is kept beside the packages', async () => {
  const folder = await elsewhere();
  expect((await run(folder, ['--version'])).code).toBe(0);
  expect(await readdir(join(folder, 'node_modules/.cache/counterpart'))).toHaveLength(1);
});

test('where that cannot be, it is kept in the cache of the person', async () => {
  const folder = await elsewhere();
  await writeFile(join(folder, 'node_modules/.cache'), '');
  await mkdir(join(folder, 'own'));
  expect((await run(folder, ['--version'], { XDG_CACHE_HOME: join(folder, 'own') })).code).toBe(0);
  expect(await readdir(join(folder, 'own/counterpart'))).toHaveLength(1);
});

test('where nothing can be kept, the command runs all the same', async () => {
  const folder = await elsewhere();
  await writeFile(join(folder, 'node_modules/.cache'), '');
  const nowhere = { XDG_CACHE_HOME: join(folder, 'package.json') };
  expect((await run(folder, ['--version'], nowhere)).code).toBe(0);
});

test('threads keep what they compile in the same place', async () => {
  const folder = await elsewhere();
  await writeFile(
    join(folder, 'main/threads.ts'),
    `import { Worker } from 'node:worker_threads';
    import { keepCompiled } from './compile-cache.ts';
    keepCompiled();
    new Worker("console.log(require('node:module').getCompileCacheDir())", { eval: true });`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'main/threads.ts')], {
    env: surroundings,
  });
  expect(stdout).toContain(join(folder, 'node_modules/.cache/counterpart'));
});
