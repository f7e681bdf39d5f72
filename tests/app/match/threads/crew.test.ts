import { describe, expect, test } from 'vitest';
import { match } from '#app/match/index.ts';
import { usefulThreads } from '../../../../app/match/match.ts';
import { madeUp } from '../made-up.ts';

const records = madeUp(9000, 2026);
const alone = await match(records, {}, 1);

describe('a match by several threads', () => {
  test.each([2, 3])('finds exactly what one finds: %i', async (threads) => {
    const together = await match(records, {}, threads);
    expect(together.model).toEqual(alone.model);
    expect(together.proposals).toEqual(alone.proposals);
  });

  test('has enough to find for that to mean something', () => {
    const suggested = alone.proposals.filter(({ state }) => state === 'suggested');
    expect(suggested.length).toBeGreaterThan(4000);
    expect(suggested.length).toBeLessThan(9000);
  });

  test('stops when it is told to, in the midst of comparing', async () => {
    const stop = new AbortController();
    const running = match(
      records,
      { signal: stop.signal, progress: (step) => step === 'Comparing' && stop.abort() },
      2,
    );
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('is as good with more threads than there is work for', async () => {
    const few = madeUp(3, 7);
    const [one, many] = [await match(few, {}, 1), await match(few, {}, 4)];
    expect(many.proposals).toEqual(one.proposals);
  });
});

test('few records are matched by one thread, and no number of them by more than eight', () => {
  expect(usefulThreads(0)).toBe(1);
  expect(usefulThreads(7_999)).toBe(1);
  expect(usefulThreads(100_000_000)).toBeLessThanOrEqual(8);
});
