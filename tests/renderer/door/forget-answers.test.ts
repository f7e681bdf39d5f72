import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { forgetAnswers } from '../../../renderer/door/forget-answers.ts';
import { keys } from '../../../renderer/door/keys.ts';

test('of a project that is left no answer is kept, only what the program says of itself', () => {
  const client = new QueryClient();
  const named = Object.values(keys).flatMap((key) => (typeof key === 'function' ? [] : [key]));
  for (const key of [
    ...named,
    keys.detail('001'),
    keys.creationPlan('salesforce'),
    ['review.conflict', '001'],
  ]) {
    client.setQueryData(key, 'of this project');
  }

  forgetAnswers(client);

  const kept = client.getQueryCache().getAll();
  expect(kept.map(({ queryKey }) => queryKey).toSorted()).toEqual(
    [keys.info, keys.overview, keys.preferences, keys.recent].toSorted(),
  );
});

test('what a screen still shows is asked for anew, and shows nothing where the next project has no answer', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let project = 'first';
  const shown = new QueryObserver<string>(client, {
    queryKey: keys.creationPlan('quickbooks'),
    queryFn: async () => {
      if (project === 'second') throw new Error('nothing to create');
      return 'three customers';
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const stop = shown.subscribe(() => {});
  await expect.poll(() => shown.getCurrentResult().data).toBe('three customers');

  project = 'second';
  forgetAnswers(client);

  await expect.poll(() => shown.getCurrentResult().error?.message).toBe('nothing to create');
  expect(shown.getCurrentResult().data).toBeUndefined();
  stop();
});
