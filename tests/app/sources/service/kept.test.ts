import { describe, expect, test, vi } from 'vitest';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { Kept } from '../../../../app/sources/service/kept.ts';
import { thrownBy } from './thrown.ts';

async function afterBreak(code: ErrorCode): Promise<Kept<string>> {
  const kept = new Kept<string>();
  await thrownBy(
    kept.during('half', async () => {
      throw new AppError(code);
    }),
  );
  return kept;
}

describe('what an export that broke off has read', () => {
  test.each([
    'service-unreachable',
    'service-answer',
    'service-session',
    'service-limit',
    'service-used-up',
    'cancelled',
  ] as const)('is there for the next one after %s, once', async (code) => {
    const kept = await afterBreak(code);
    expect([kept.take(), kept.take()]).toEqual(['half', null]);
  });

  test('is dropped when it could not be right', async () => {
    expect((await afterBreak('export-count')).take()).toBeNull();
  });

  test('is dropped when the work was done', async () => {
    const kept = new Kept<string>();
    expect(await kept.during('all', async () => 'done')).toBe('done');
    expect(kept.take()).toBeNull();
  });

  test('is dropped after an hour', async () => {
    const kept = await afterBreak('service-limit');
    const now = performance.now();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(now + 3_600_001);
    expect(kept.take()).toBeNull();
    clock.mockRestore();
  });
});
