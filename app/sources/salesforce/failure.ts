import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { notJson, unusable } from '../service/answer.ts';
import { unreachable } from '../service/network.ts';
import { withoutSecrets } from '../service/secrets.ts';
import type { Service } from '../service/service.ts';
import { usedUp } from '../service/used-up.ts';

/** What came of a request: an answer, or a broken connection. */
export interface Exchange {
  readonly response: { readonly statusCode: number; readonly body: string } | null;
  readonly broken: { readonly error: unknown } | null;
}

/** REST errors are a list of these, or rarely one by itself; the token endpoint has one object of other names. */
const RestError = z.looseObject({ errorCode: z.string(), message: z.string().catch('') });
const RestErrors = z.union([z.array(RestError).min(1), RestError.transform((error) => [error])]);
const TokenError = z.looseObject({ error: z.string(), error_description: z.string().catch('') });

const limitCodes = new Set(['CONCURRENT_REQUEST_LIMIT_EXCEEDED', 'TXN_SECURITY_METERING_ERROR']);
/** The calls of a rolling day are used up. */
const dayLimitCode = 'REQUEST_LIMIT_EXCEEDED';
const sessionCodes = new Set(['INVALID_SESSION_ID', 'INVALID_AUTH_HEADER', 'invalid_grant']);

/**
 * The error for a request that failed. A status below 500 with Salesforce's own error is an answer: nothing was
 * done (`service-session`, `service-limit`, `service-used-up`, `service-refused`, with `serviceCode`). Anything else leaves open
 * whether it was (`service-unreachable`, `service-answer`). `secrets` never show in the result.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export function failureOf(
  service: Service,
  exchange: Exchange,
  thrown: unknown,
  secrets: readonly string[],
): AppError {
  if (thrown instanceof AppError) return thrown;
  if (exchange.broken !== null) return unreachable(service, exchange.broken.error);
  const { response } = exchange;
  if (response === null) return new AppError('internal', { detail: withoutSecrets(String(thrown), secrets) });
  const { statusCode, body } = response;
  if (statusCode === 401) return new AppError('service-session', { service: service.name });
  const json = parsedJson(body);
  if (json === undefined) return unusable(service, `${notJson(body)} (status ${statusCode})`);
  const error = serviceErrorOf(json);
  if (error === null || statusCode < 400) {
    return unusable(service, `not of the expected form (status ${statusCode})`);
  }
  const detail = withoutSecrets(error.words, secrets).replace(/[.\s]+$/, '');
  if (statusCode >= 500) return unusable(service, `${detail} (status ${statusCode})`);
  if (sessionCodes.has(error.code)) return new AppError('service-session', { service: service.name });
  if (error.code === dayLimitCode) return usedUp(service, 'day', { detail, serviceCode: error.code });
  const code = statusCode === 429 || limitCodes.has(error.code) ? 'service-limit' : 'service-refused';
  return new AppError(code, { service: service.name, detail, serviceCode: error.code });
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function serviceErrorOf(json: unknown): { readonly code: string; readonly words: string } | null {
  const rest = RestErrors.safeParse(json);
  if (rest.success) {
    const words = rest.data.map(({ errorCode, message }) => message.replace(/\s+/g, ' ').trim() || errorCode);
    return { code: rest.data[0]?.errorCode ?? '', words: words.join('; ') };
  }
  const token = TokenError.safeParse(json);
  if (!token.success) return null;
  const { error, error_description: description } = token.data;
  return { code: error, words: description === '' ? error : `${error}: ${description}` };
}
