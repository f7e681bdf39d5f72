import { AppError } from '#shared/errors.ts';

/** Throws `cancelled` once the person has asked to stop. */
export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled');
}
