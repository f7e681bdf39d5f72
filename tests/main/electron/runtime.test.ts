import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasDisplay, runInstaller, runtimeHere } from '../../../main/electron/runtime.ts';
import { temporaryFolder } from '../../support/folder.ts';

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('a display on %s with %o: %s', (platform, env, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected);
});

test('a runtime of the person’s own is taken where they say it is', () => {
  const folder = temporaryFolder();
  expect(runtimeHere({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBeNull();
  const executable = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
  writeFileSync(executable, '');
  chmodSync(executable, 0o755);
  if (process.platform !== 'darwin')
    expect(runtimeHere({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(executable);
});

describe('fetching the runtime', () => {
  function install(code: string, stall: number): Promise<boolean> {
    const folder = temporaryFolder();
    const script = join(folder, 'install.cjs');
    writeFileSync(script, code);
    return runInstaller(script, folder, join(folder, 'dist'), process.env, stall);
  }

  test('gives up on a download that brings nothing', async () => {
    expect(await install('setInterval(() => {}, 1000)', 700)).toBe(false);
  });

  test('waits for a download that makes progress, however slowly', async () => {
    const slow = `
      let parts = 0;
      const timer = setInterval(() => {
        require('node:fs').appendFileSync(require('node:path').join(process.env.TMPDIR, 'part'), 'x');
        if (++parts === 8) { clearInterval(timer); process.exit(0); }
      }, 300);`;
    expect(await install(slow, 1_500)).toBe(true);
  });

  test('gives up on one that fails', async () => {
    expect(await install('process.exit(1)', 5_000)).toBe(false);
  });
});
