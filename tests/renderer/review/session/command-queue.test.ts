import { describe, expect, test } from 'vitest';
import { commandQueue } from '../../../../renderer/review/session/command-queue.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a command queue', () => {
  test('does a task without a promise at once', () => {
    const done: string[] = [];
    const queue = commandQueue(() => {});
    queue.add(() => void done.push('now'));
    expect(done).toEqual(['now']);
  });

  test('keeps the order when a task takes its time', async () => {
    const done: string[] = [];
    const queue = commandQueue(() => {});
    const slow = Promise.withResolvers<void>();
    queue.add(async () => {
      await slow.promise;
      done.push('slow');
    });
    queue.add(() => void done.push('after'));
    expect(done).toEqual([]);
    slow.resolve();
    await settle();
    expect(done).toEqual(['slow', 'after']);
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('no'))],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
  ])('drops what waits when a task %s, and goes on with what comes later', async (_, failing) => {
    const done: string[] = [];
    const errors: unknown[] = [];
    const queue = commandQueue((error) => errors.push(error));
    queue.add(() => Promise.resolve());
    queue.add(failing);
    queue.add(() => void done.push('meant for a row that was not reached'));
    await settle();
    expect(done).toEqual([]);
    expect(errors).toEqual([new Error('no')]);
    queue.add(() => void done.push('later'));
    expect(done).toEqual(['later']);
  });
});
