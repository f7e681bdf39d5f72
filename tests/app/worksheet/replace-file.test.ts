import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFile } from '#app/worksheet/replace-file.ts';
import { errorOf, temporaryPath } from './support.ts';

const fails = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

describe('a file is replaced as a whole', () => {
  test('the new content stands where the old one stood', async () => {
    const path = await temporaryPath('a.csv');
    await writeFile(path, 'old');
    await replaceFile(path, (temporary) => writeFile(temporary, 'new'));
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(dirname(path))).toEqual(['a.csv']);
  });

  test('the file behind a link is replaced, not the link', async () => {
    const path = await temporaryPath('a.csv');
    const link = join(dirname(path), 'link.csv');
    await writeFile(path, 'old');
    await symlink(path, link);
    await replaceFile(link, (temporary) => writeFile(temporary, 'new'));
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  test.each([
    ['ENOSPC', 'the disk is full'],
    ['EBUSY', 'another program has it open'],
    ['EPERM', 'it is protected, or another program has it open'],
  ])('%s leaves the old file and says why', async (code, detail) => {
    const path = await temporaryPath('a.csv');
    await writeFile(path, 'old');
    const work = replaceFile(path, async (temporary) => {
      await writeFile(temporary, 'half');
      await fails(code)();
    });
    const error = await errorOf(work);
    expect([error.code, error.data.detail]).toEqual(['file-cannot-write', detail]);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(dirname(path))).toEqual(['a.csv']);
  });

  test('a folder of that name, and a folder that is a file', async () => {
    const path = await temporaryPath('a.csv');
    await mkdir(path);
    const never = fails('must not be called');
    expect((await errorOf(replaceFile(path, never))).data.detail).toBe('a folder has that name');
    const file = await temporaryPath('b.csv');
    await writeFile(file, 'a file');
    const inside = replaceFile(join(file, 'c.csv'), (temporary) => writeFile(temporary, 'new'));
    expect((await errorOf(inside)).data.detail).toBe('its folder does not exist');
  });

  test('a project is never replaced, least of all the one that is open', async () => {
    const path = await temporaryPath('acme.counterpart');
    await writeFile(path, 'SQLite format 3\0 and all that was decided');
    const error = await errorOf(replaceFile(path, (temporary) => writeFile(temporary, 'new')));
    expect(error.data.detail).toBe('a project or another database has that name');
    expect(await readFile(path, 'utf8')).toContain('all that was decided');
  });

  test('a name that no file may have is told, not taken for a fault of the program', async () => {
    const error = await errorOf(replaceFile('/tmp/a\0b.csv', (temporary) => writeFile(temporary, 'new')));
    expect(error.data.detail).toBe('its name holds a character that no file may be named with');
  });

  test('a fault of the program is passed on as it is', async () => {
    const path = await temporaryPath('a.csv');
    await expect(replaceFile(path, fails('ERR_FAULT'))).rejects.toThrow('ERR_FAULT');
  });
});
