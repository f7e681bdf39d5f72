import { timingSafeEqual } from 'node:crypto';
import { AppError } from '#shared/errors.ts';

/** What a service answers by sending the person back: a code to trade for tokens, or its refusal. */
export type RedirectAnswer =
  | { readonly kind: 'code'; readonly code: string; readonly realmId: string | null }
  | { readonly kind: 'refused'; readonly error: string; readonly description: string };

/** Whether an address is the end of some sign-in: it then carries `state` with `code` or `error` (RFC 6749, 4.1.2). */
export function isRedirect({ searchParams }: URL): boolean {
  return searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'));
}

/** The answer in the address that ended a sign-in. Throws `sign-in-state` when it belongs to another one. */
export function readRedirect({ searchParams }: URL, state: string): RedirectAnswer {
  if (!same(searchParams.get('state') ?? '', state)) throw new AppError('sign-in-state');
  const error = searchParams.get('error');
  if (error !== null) {
    return { kind: 'refused', error, description: searchParams.get('error_description') ?? '' };
  }
  return { kind: 'code', code: searchParams.get('code') ?? '', realmId: searchParams.get('realmId') };
}

/** Equality that takes the same time wherever the texts differ. */
function same(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
