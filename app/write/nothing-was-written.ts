import type { AppError, ErrorCode } from '#shared/errors.ts';

/** The service answered, and the answer is that it did nothing. */
const answers: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'service-session',
  'service-limit',
  'service-used-up',
  'service-refused',
  'package-field-read-only',
]);

/**
 * Whether an error of a call that writes, to either service, means for sure that nothing was changed there (see
 * SalesforceClient and QuickBooksClient). After any other error nobody knows.
 */
export function nothingWasWritten({ code, data }: AppError): boolean {
  return answers.has(code) || data.sent === 'no';
}
