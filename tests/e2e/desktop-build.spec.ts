import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { buildDesktop } from '../../main/build.ts';
import { root } from '../../main/built.ts';
import manifest from '../../package.json' with { type: 'json' };
import { newHome, runFile } from './app.ts';

/** What Electron runs is the built desktop door. Its runtime cannot be had everywhere, so its parts run on Node here. */
test.describe('the built desktop door', () => {
  test.beforeAll(() => buildDesktop());

  test('has what Electron is told to start, and a preload that needs nothing but Electron', () => {
    const main = join(root, manifest.main);
    expect(existsSync(main)).toBe(true);
    const preload = readFileSync(join(main, '..', 'preload.cjs'), 'utf8');
    expect([...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual([
      'electron',
    ]);
    expect(preload).not.toMatch(/^import /m);
  });

  test('holds an engine that exports and matches, its worker included', async () => {
    const home = newHome();
    const engine = pathToFileURL(join(root, 'dist/desktop/engine.js'));
    const program = join(home.path, 'program.mjs');
    writeFileSync(
      program,
      `
      import { createEngine } from ${JSON.stringify(engine.href)};
      const home = { projects: ${JSON.stringify(join(home.path, 'p'))}, state: ${JSON.stringify(join(home.path, 's'))} };
      const engine = createEngine({ version: '0', home, author: 'Test Person', environment: {} });
      for (const method of ['practice.open', 'sources.export', 'match.run']) {
        const result = await engine.call(method, {});
        if (!result.ok) throw new Error(method + ': ' + result.error.message);
        if (method === 'match.run') console.log(result.value.proposals);
      }
      await engine.close();
    `,
    );
    const outcome = await runFile(program);
    home.remove();
    expect(outcome.stderr).toBe('');
    expect(Number(outcome.stdout)).toBeGreaterThan(500);
  });
});
