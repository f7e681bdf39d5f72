import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { electronStandIn } from './stand-in.ts';

const electron = vi.hoisted(() => ({ current: null as unknown }));
vi.mock('electron', () => {
  const standIn = electronStandIn();
  electron.current = standIn;
  return standIn;
});

const { systemSecrets } = await import('../../../main/electron/secrets.ts');
const { safeStorage } = electron.current as ReturnType<typeof electronStandIn>;

beforeEach(() => {
  Object.assign(safeStorage, { available: true, rotated: false, broken: false, backend: 'gnome_libsecret' });
});

const newFile = () => join(temporaryFolder(), 'state', 'secrets.json');

describe('secrets in the keychain of the system', () => {
  test('are found again by another run, each by its name', async () => {
    const file = newFile();
    await Promise.all([systemSecrets(file).set('a', 'one')]);
    const secrets = systemSecrets(file);
    await Promise.all([secrets.set('b', 'two'), secrets.set('c', 'three'), secrets.delete('c')]);
    const again = systemSecrets(file);
    expect(await Promise.all(['a', 'b', 'c'].map((name) => again.get(name)))).toEqual(['one', 'two', null]);
  });

  test('are encrypted in a file that only this user reads', async () => {
    const file = newFile();
    await systemSecrets(file).set('a', 'open-sesame');
    expect(readFileSync(file, 'latin1')).not.toContain('open-sesame');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('are encrypted again when the key was replaced', async () => {
    const file = newFile();
    const secrets = systemSecrets(file);
    await secrets.set('a', 'one');
    const before = readFileSync(file, 'utf8');
    safeStorage.rotated = true;
    expect(await secrets.get('a')).toBe('one');
    expect(readFileSync(file, 'utf8')).not.toBe(before);
    expect(await secrets.get('a')).toBe('one');
  });

  test('that can no longer be decrypted count as gone', async () => {
    const secrets = systemSecrets(newFile());
    await secrets.set('a', 'one');
    safeStorage.broken = true;
    expect(await secrets.get('a')).toBeNull();
  });

  test('are kept in memory where there is no keychain', async () => {
    safeStorage.available = false;
    const file = newFile();
    const secrets = systemSecrets(file);
    await secrets.set('a', 'one');
    expect([await secrets.get('a'), await systemSecrets(file).get('a'), await secrets.keeping()]).toEqual([
      'one',
      null,
      'memory',
    ]);
  });

  test.runIf(process.platform === 'linux')('say when the system protects them weakly', async () => {
    const secrets = systemSecrets(newFile());
    expect(await secrets.keeping()).toBe('system');
    safeStorage.backend = 'basic_text';
    expect(await secrets.keeping()).toBe('weak');
  });
});
