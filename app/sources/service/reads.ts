import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';

/** Milliseconds to wait before the second and the third attempt. */
const pauses = [300, 1000];

/**
 * Repeats a read, at most twice, when the connection was cut or the answer was unusable. A service that is not
 * there, that let the whole time pass, or that refused is believed the first time; so is a sign-in that could not be
 * renewed, for its refresh token may be used up. Never for a write.
 */
export async function repeatingRead<T>(signal: AbortSignal, read: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await read();
    } catch (error) {
      if (!mayPass(error)) throw error;
    }
    try {
      await wait(pause, undefined, { signal });
    } catch (error) {
      throw new AppError('cancelled', {}, error);
    }
  }
  return read();
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof AppError) || error.data.sent === 'no') return false;
  return (
    error.code === 'service-answer' ||
    (error.code === 'service-unreachable' && error.data.waitedSeconds === undefined)
  );
}
