import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { Call } from '../../../renderer/door/client.ts';
import { keepPreference } from '../../../renderer/door/keep-preference.ts';
import { keys } from '../../../renderer/door/keys.ts';

const client = () => {
  const made = new QueryClient();
  made.setQueryData(keys.preferences, { a: '1', b: '2' });
  return made;
};
const isDoubted = (of: QueryClient) => of.getQueryState(keys.preferences)?.isInvalidated;

test('a preference is shown at once, and one that is given up is not any more', async () => {
  const kept = client();
  const call: Call = async () => ({}) as never;
  await keepPreference(call, kept, 'a', '3');
  await keepPreference(call, kept, 'b', null);
  expect(kept.getQueryData(keys.preferences)).toEqual({ a: '3' });
  expect(isDoubted(kept)).toBe(false);
});

test('where it cannot be kept, what is kept is read again', async () => {
  const full = client();
  const call: Call = () => Promise.reject(new AppError('door-closed'));
  await keepPreference(call, full, 'a', '3');
  expect(isDoubted(full)).toBe(true);
});
