import { AppError } from '#shared/errors.ts';

/** Throws the error again, saying that the call it stood in the way of was not sent (`sent: 'no'`). */
export function throwUnsent(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  throw new AppError(error.code, { ...error.data, sent: 'no' }, error);
}
