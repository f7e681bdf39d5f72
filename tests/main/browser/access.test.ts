import { expect, test } from 'vitest';
import { Access } from '../../../main/browser/access.ts';

test('a key opens one session, once', () => {
  const access = new Access();
  const session = access.redeem(access.newKey());
  expect(access.knows(session ?? '')).toBe(true);
});

test('a used, a made-up and an empty key open nothing', () => {
  const access = new Access();
  const key = access.newKey();
  access.redeem(key);
  expect([key, 'made-up', ''].map((wrong) => access.redeem(wrong))).toEqual([null, null, null]);
});

test('a made-up session is not known', () => {
  expect(['', 'made-up'].map((session) => new Access().knows(session))).toEqual([false, false]);
});
