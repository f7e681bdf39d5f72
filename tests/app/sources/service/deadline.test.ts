import { describe, expect, test } from 'vitest';
import { withinTime } from '../../../../app/sources/service/deadline.ts';
import type { Service } from '../../../../app/sources/service/service.ts';
import { thrownBy } from './thrown.ts';

const service: Service = { name: 'QuickBooks', address: 'https://quickbooks.api.intuit.com' };
const deaf = () => new Promise<never>(() => {});
const never = new AbortController().signal;

describe('a call within a time', () => {
  test('gives what the call gives, and throws what it throws', async () => {
    expect(await withinTime(service, never, 1_000, async () => 7)).toBe(7);
    const failing = withinTime(service, never, 1_000, () => Promise.reject(new RangeError('own')));
    await expect(failing).rejects.toThrow(RangeError);
  });

  test('ends when the time is up, though the call does not listen', async () => {
    const error = await thrownBy(withinTime(service, never, 20, deaf));
    expect([error.code, error.data.waitedSeconds]).toEqual(['service-unreachable', 0.02]);
  });

  test('ends when it is stopped, though the call does not listen', async () => {
    const stop = new AbortController();
    const ended = thrownBy(withinTime(service, stop.signal, 60_000, deaf));
    stop.abort();
    const error = await ended;
    expect([error.code, error.data.sent]).toEqual(['cancelled', undefined]);
  });

  test('does not begin when it was stopped before', async () => {
    let begun = false;
    const error = await thrownBy(
      withinTime(service, AbortSignal.abort(), 1_000, async () => {
        begun = true;
      }),
    );
    expect([error.code, error.data.sent, begun]).toEqual(['cancelled', 'no', false]);
  });
});
