import { AppError } from '#shared/errors.ts';

/** The AppError that a promise rejects with; fails when it does not. */
export async function thrownBy(promise: Promise<unknown>): Promise<AppError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
