import type { Tokens } from './tokens.ts';

/** How long a refresh token of Intuit lasts when nothing else is said: 100 days from when it was given. */
const usualSeconds = 100 * 24 * 3_600;

/** Renewed as often as may be, a sign-in ends this many years after the person signed in. */
const mostYears = 5;

/**
 * When Intuit will ask for a new sign-in: when the refresh token runs out unused, and five years after the sign-in at
 * the latest.
 * See https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/faq
 */
export function reconnectBy({
  since,
  renewedAt,
  refreshSeconds,
}: Pick<Tokens, 'since' | 'renewedAt' | 'refreshSeconds'>): Date {
  const last = new Date(since);
  last.setUTCFullYear(last.getUTCFullYear() + mostYears);
  const unused = new Date(renewedAt).getTime() + (refreshSeconds ?? usualSeconds) * 1_000;
  return new Date(Math.min(last.getTime(), unused));
}
