import type { ErrorReport } from './errors.ts';

/** What every call of the contract answers: a value, or the error in a person's words. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorReport };
