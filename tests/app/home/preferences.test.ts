import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preferenceStore } from '#app/home/index.ts';
import { temporaryFolder } from '../../support/folder.ts';

const aFile = () => join(temporaryFolder(), 'state', 'preferences.json');

test('a preference is kept until it is set again or goes back to the usual', () => {
  const file = aFile();
  const store = preferenceStore(file);
  expect(store.all()).toEqual({});
  store.set('review.columns', '["name"]');
  store.set('review.keys', 'false');
  expect(preferenceStore(file).all()).toEqual({ 'review.columns': '["name"]', 'review.keys': 'false' });
  store.set('review.columns', null);
  expect(preferenceStore(file).all()).toEqual({ 'review.keys': 'false' });
});

test('preferences that cannot be read count as none, and are written anew', () => {
  const file = aFile();
  const store = preferenceStore(file);
  store.set('a', '1');
  for (const broken of ['{ "a": ', '{ "a": 1 }', '[]']) {
    writeFileSync(file, broken);
    expect(store.all()).toEqual({});
  }
  store.set('b', '2');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ b: '2' });
});
