import { expect, test } from 'vitest';
import { together } from '../../../../app/sources/service/together.ts';

const never = new AbortController().signal;

test('tasks side by side give their results in order', async () => {
  const results = await together(never, () => [Promise.resolve(1), Promise.resolve('two')]);
  expect(results).toEqual([1, 'two']);
});

test('one that fails stops the others, and its error is what is thrown', async () => {
  let stopped = false;
  const running = together(never, (signal) => [
    Promise.reject(new RangeError('first')),
    new Promise<void>((_, reject) => {
      signal.addEventListener('abort', () => {
        stopped = true;
        reject(new Error('second'));
      });
    }),
  ]);
  await expect(running).rejects.toThrow('first');
  expect(stopped).toBe(true);
});

test('stopping from outside reaches every task', async () => {
  const stop = new AbortController();
  const seen: boolean[] = [];
  const task = async (signal: AbortSignal) => {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    seen.push(signal.aborted);
  };
  const running = together(stop.signal, (signal) => [task(signal), task(signal)]);
  stop.abort();
  await running;
  expect(seen).toEqual([true, true]);
});
