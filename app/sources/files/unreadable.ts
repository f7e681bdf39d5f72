import { AppError } from '#shared/errors.ts';

/** The error `file-unreadable`. `detail` says what is wrong with the file, as the end of a sentence. */
export function unreadable(path: string, detail: string, cause?: unknown): AppError {
  return new AppError('file-unreadable', { path, detail }, cause);
}
