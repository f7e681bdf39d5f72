import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { Uploads } from '../../../main/browser/uploads.ts';
import { temporaryFolder } from '../../support/folder.ts';

const content = (text: string) => new Blob([text]).stream();

test('a file is copied under its own name, two of one name apart, until all are cleared', async () => {
  const folder = join(temporaryFolder(), 'uploads');
  const uploads = new Uploads(folder);
  const paths = [await uploads.take('a.csv', content('one')), await uploads.take('a.csv', content('two'))];
  expect(paths.map((path) => [basename(path), readFileSync(path, 'utf8')])).toEqual([
    ['a.csv', 'one'],
    ['a.csv', 'two'],
  ]);
  await uploads.clear();
  expect(existsSync(folder)).toBe(false);
});

test.each([
  ['../../evil.csv', 'evil.csv'],
  ['C:\\Users\\dana\\a.csv', 'a.csv'],
  ['a:b?.csv', 'a_b_.csv'],
  ['..', 'file'],
  ['', 'file'],
])('the name %j leads nowhere else', async (name, plain) => {
  const folder = temporaryFolder();
  const path = await new Uploads(folder).take(name, content('x'));
  expect(basename(path)).toBe(plain);
  expect(relative(folder, dirname(path))).toMatch(/^[\da-f-]{36}$/);
});

test('a copy that breaks off leaves nothing', async () => {
  const folder = temporaryFolder();
  const broken = new ReadableStream({
    pull() {
      throw new Error('gone');
    },
  });
  await expect(new Uploads(folder).take('a.csv', broken)).rejects.toThrow('gone');
  expect(existsSync(join(folder, 'a.csv'))).toBe(false);
});
