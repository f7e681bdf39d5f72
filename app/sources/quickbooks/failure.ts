import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { notJson, unusable } from '../service/answer.ts';
import { unreachable } from '../service/network.ts';
import { withoutSecrets } from '../service/secrets.ts';
import type { Service } from '../service/service.ts';
import { usedUp } from '../service/used-up.ts';
import { type FaultError, faultOf } from './fault.ts';
import type { Exchange } from './library.ts';

/** Codes of an access token that is no longer accepted, and of too many calls. */
const sessionCodes = new Set(['3200', '003200']);
const limitCodes = new Set(['3001', '003001']);

/** Seconds that Intuit asks to wait after too many calls, where the answer does not say; and the longest waited. */
const usualWait = 60;
const longestWait = 120;

/** The token endpoint answers errors in OAuth's form. */
const TokenError = z.looseObject({ error: z.string(), error_description: z.string().catch('') });

/**
 * The body of an answer that is one, or the error it stands for: `service-unreachable` without an answer,
 * `service-session`, `service-limit` (with `waitSeconds`), `service-used-up` or `service-refused` (with `serviceCode`) where QuickBooks said so, in a Fault of
 * whatever status, and `service-answer` for the rest. `secrets` never show in an error.
 */
export function bodyOf(service: Service, exchange: Exchange, secrets: readonly string[]): unknown {
  const { answer } = exchange;
  if (answer === null) throw unreachable(service, exchange.broken?.error);
  const { status, body } = answer;
  const errors = faultOf(body);
  const code = errors?.[0]?.code ?? '';
  if (status === 401 || sessionCodes.has(code))
    throw new AppError('service-session', { service: service.name });
  const detail = withoutSecrets(wordsOf(errors ?? []), secrets);
  if (status === 429 || limitCodes.has(code)) {
    const period = quotaOf(detail);
    if (period !== null) throw usedUp(service, period, { detail, serviceCode: code });
    throw new AppError('service-limit', {
      service: service.name,
      detail: detail || 'too many calls in a minute',
      waitSeconds: waitOf(answer.retryAfter),
    });
  }
  const isData = typeof body === 'object' && body !== null;
  const form = isData ? 'not of the expected form' : notJson(String(body ?? ''));
  if (status >= 500) throw unusable(service, `${detail || form} (status ${status})`);
  if (errors !== null) {
    const refused = { service: service.name, detail: detail || `status ${status}`, serviceCode: code };
    throw new AppError('service-refused', refused);
  }
  if (!isData) throw unusable(service, `${form} (status ${status})`);
  if (status >= 400) throw tokenFailure(service, status, body, secrets);
  return body;
}

/**
 * Over what a quota is counted that was reached: Intuit counts an app's calls by the month, and says so in its words only.
 * Null for the calls of a minute, which come back soon. No recorded answer of a used-up month is known.
 */
function quotaOf(words: string): 'day' | 'month' | null {
  if (/\bmonth(ly)?\b/i.test(words)) return 'month';
  return /\b(daily|per day|of the day)\b/i.test(words) ? 'day' : null;
}

/** Seconds of the header Retry-After, which may also be a date. */
function waitOf(retryAfter: string): number {
  const seconds = retryAfter.trim() === '' ? Number.NaN : Number(retryAfter);
  const asked = Number.isNaN(seconds) ? (Date.parse(retryAfter) - Date.now()) / 1_000 : seconds;
  return Number.isNaN(asked) ? usualWait : Math.min(longestWait, Math.max(0, Math.ceil(asked)));
}

function tokenFailure(service: Service, status: number, body: object, secrets: readonly string[]): AppError {
  const parsed = TokenError.safeParse(body);
  if (!parsed.success) return unusable(service, `not of the expected form (status ${status})`);
  const { error, error_description: description } = parsed.data;
  if (error === 'invalid_grant') return new AppError('service-session', { service: service.name });
  const detail = withoutSecrets(description === '' ? error : `${error}: ${description}`, secrets);
  return new AppError('service-refused', { service: service.name, detail, serviceCode: error });
}

/** QuickBooks' message and, where it says more, its detail, without the period that our sentence sets itself. */
function wordsOf(errors: readonly FaultError[]): string {
  return errors
    .map(({ code, message, detail }) => {
      const words = detail === '' || detail === message ? message : `${message}: ${detail}`;
      return `${words.replace(/\s+/g, ' ').replace(/[.\s]+$/, '')}${code === '' ? '' : ` (${code})`}`;
    })
    .join('; ');
}
