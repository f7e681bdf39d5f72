import { describe, expect, test } from 'vitest';
import { AppError, type ErrorData } from '#shared/errors.ts';
import { repeatingRead } from '../../../../app/sources/service/reads.ts';
import { thrownBy } from './thrown.ts';

const never = new AbortController().signal;

/** Reads that fail with this error every time; gives how often it was tried. */
async function attemptsWith(
  code: 'service-answer' | 'service-unreachable' | 'service-refused',
  data: ErrorData = {},
) {
  let attempts = 0;
  const error = await thrownBy(
    repeatingRead(never, async () => {
      attempts += 1;
      throw new AppError(code, data);
    }),
  );
  expect(error.code).toBe(code);
  return attempts;
}

describe('a read that fails', () => {
  test.concurrent.each([
    ['was cut', 'service-unreachable', {}, 3],
    ['brought what cannot be used', 'service-answer', {}, 3],
    ['found nobody', 'service-unreachable', { sent: 'no' }, 1],
    ['took all its time', 'service-unreachable', { waitedSeconds: 60 }, 1],
    ['was refused', 'service-refused', {}, 1],
    ['could not be renewed', 'service-answer', { sent: 'no' }, 1],
  ] as const)('because it %s is tried as often as makes sense', async (_, code, data, attempts) => {
    expect(await attemptsWith(code, data)).toBe(attempts);
  });

  test('gives what a later attempt brings', async () => {
    let attempts = 0;
    const read = async () => {
      attempts += 1;
      if (attempts === 1) throw new AppError('service-answer');
      return attempts;
    };
    expect(await repeatingRead(never, read)).toBe(2);
  });

  test('is stopped while it waits for the next attempt', async () => {
    const stop = new AbortController();
    const ended = thrownBy(
      repeatingRead(stop.signal, async () => {
        setImmediate(() => stop.abort());
        throw new AppError('service-answer');
      }),
    );
    expect((await ended).code).toBe('cancelled');
  });
});
