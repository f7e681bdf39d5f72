import { describe, expect, test } from 'vitest';
import { match, matchInWorker } from '#app/match/index.ts';
import { readLinkageSet } from '../../bench/linkage-set.ts';

const set = readLinkageSet('splink_fake_1000');

describe('a match in a worker thread', () => {
  test('gives what it gives in this thread', async () => {
    const [there, here] = [await matchInWorker(set), await match(set)];
    expect(there.proposals).toEqual(here.proposals);
    expect(there.model).toEqual(here.model);
  });

  test('leaves this thread free and tells how far it is', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const steps: string[] = [];
    await matchInWorker(readLinkageSet('febrl3_1to1'), { progress: (step) => steps.push(step) });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
    expect(steps).toContain('Reading names and addresses');
  });

  test('ends when it is told to, before it starts or after', async () => {
    await expect(matchInWorker(set, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    const stop = new AbortController();
    const running = matchInWorker(readLinkageSet('febrl3_1to1'), { signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});
