import { z } from 'zod';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { methods } from '#shared/contract.ts';
import type { Door } from '#shared/door.ts';
import { AppError } from '#shared/errors.ts';
import { ReviewRow, ReviewRows } from '#shared/review.ts';
import { CallError } from './call-error.ts';

/** Calls one method of the contract: gives its output or throws a {@link CallError}. */
export type Call = <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;

/** How many rows of a `review.rows` answer are checked, evenly spread. */
const sampleSize = 200;

/**
 * Checks a value against the contract. All rows of `review.rows` would take longer to check than to show, so of
 * those a sample is checked; everything else is checked whole.
 */
function checks<M extends MethodName>(method: M, value: unknown): value is MethodOutput<M> {
  if (method === 'review.rows') {
    const piece = z.object({ ...ReviewRows.shape, rows: z.array(z.unknown()) }).safeParse(value);
    if (!piece.success) return false;
    const { rows } = piece.data;
    const step = Math.max(1, Math.floor(rows.length / sampleSize));
    return rows.every((row, index) => index % step !== 0 || ReviewRow.safeParse(row).success);
  }
  return methods[method].output.safeParse(value).success;
}

/**
 * A typed caller over a door. It throws {@link CallError} for an error the engine reported and `AppError` with
 * the code `internal` for an answer that is not what the contract says.
 */
export function callerOf(door: Door): Call {
  return async (method, input) => {
    const result = await door.call(method, input);
    if (!result.ok) throw new CallError(result.error);
    if (!checks(method, result.value)) {
      throw new AppError('internal', { detail: `the answer to ${method} is not what was agreed` });
    }
    return result.value;
  };
}
