import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasDisplay, runtimeHere } from '../../../main/electron/runtime.ts';
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
