import { AppError } from '#shared/errors.ts';
import type { Service } from './service.ts';

/**
 * Runs one call within a time. It ends at once when the signal is aborted or the time is up, whether or not what
 * runs beneath listens to the signal it is given.
 * Throws `cancelled` (with `sent: 'no'` when it was stopped before it began) and `service-unreachable` with
 * `waitedSeconds` when the time is up; what the call itself throws is passed on.
 */
export async function withinTime<T>(
  service: Service,
  signal: AbortSignal,
  milliseconds: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw new AppError('cancelled', { sent: 'no' });
  const time = AbortSignal.timeout(milliseconds);
  const ended = AbortSignal.any([signal, time]);
  const { promise: end, reject } = Promise.withResolvers<never>();
  const onEnd = () => reject(endOf(service, signal, milliseconds));
  ended.addEventListener('abort', onEnd, { once: true });
  try {
    return await Promise.race([call(ended), end]);
  } catch (error) {
    throw ended.aborted ? endOf(service, signal, milliseconds) : error;
  } finally {
    ended.removeEventListener('abort', onEnd);
  }
}

function endOf(service: Service, signal: AbortSignal, milliseconds: number): AppError {
  if (signal.aborted) return new AppError('cancelled');
  const waitedSeconds = milliseconds / 1000;
  return new AppError('service-unreachable', {
    service: service.name,
    address: service.address,
    detail: `there was no answer within ${waitedSeconds} seconds`,
    waitedSeconds,
  });
}
