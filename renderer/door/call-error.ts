import type { ErrorCode, ErrorData, ErrorReport } from '#shared/errors.ts';
import { AppError } from '#shared/errors.ts';

/** An error that the engine reported, with its code and the sentence the person reads. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(report: ErrorReport) {
    super(report.message);
    this.name = 'CallError';
    this.code = report.code;
    this.data = report.data;
  }
}

/** The sentence to show for whatever was thrown; a fault without a code is named as one. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof CallError || thrown instanceof AppError) return thrown.message;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('internal', { detail }).message;
}
