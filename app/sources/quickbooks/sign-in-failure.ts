import { AppError, type ErrorCode } from '#shared/errors.ts';

/**
 * What Intuit's errors of a sign-in mean.
 * See https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-openid-discovery-doc
 * and RFC 6749, 4.1.2.1 and 5.2.
 */
const meanings: readonly (readonly [RegExp, ErrorCode])[] = [
  [/redirect_uri/i, 'sign-in-redirect'],
  [/invalid_client|unauthorized_client/i, 'sign-in-keys'],
  [/invalid_grant/i, 'sign-in-late'],
  [/access_denied/i, 'sign-in-denied'],
];

/** The error of a sign-in for what Intuit said, on the way back to the app or at its token endpoint. */
export function quickBooksSignInFailure(error: string, description: string, redirect: string): AppError {
  const detail = description === '' ? error : `${error}: ${description}`;
  const code = meanings.find(([pattern]) => pattern.test(detail))?.[1] ?? 'sign-in-refused';
  return new AppError(code, { service: 'QuickBooks', detail, redirect });
}
