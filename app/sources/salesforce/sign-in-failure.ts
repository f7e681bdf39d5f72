import { AppError, type ErrorCode } from '#shared/errors.ts';

/**
 * What Salesforce's errors of a sign-in mean, most telling first: the app or the user before the general code, for one
 * general code (`invalid_grant`, `access_denied`) stands for many causes.
 * See https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm
 */
const meanings: readonly (readonly [RegExp, ErrorCode])[] = [
  [/must be installed|not installed|OAUTH_EC_APP_NOT_FOUND/i, 'sign-in-not-installed'],
  [/admin approved|invalid_app_access|OAUTH_APP_ACCESS_DENIED/i, 'sign-in-not-permitted'],
  [/blocked|OAUTH_APPROVAL_ERROR/i, 'sign-in-blocked'],
  [/ip restricted|ip_restricted|ip address/i, 'sign-in-ip'],
  [/inactive/i, 'sign-in-inactive'],
  [/redirect_uri/i, 'sign-in-redirect'],
  [/invalid_client_id|client identifier invalid/i, 'sign-in-client-id'],
  [/invalid_client|client credentials|client secret/i, 'sign-in-secret'],
  [/scope/i, 'sign-in-scope'],
  [/expired authorization code|invalid_grant: .*code/i, 'sign-in-late'],
  [/access_denied|access-denied/i, 'sign-in-denied'],
];

/**
 * The error of a sign-in for what Salesforce said, on the way back to the app or at its token endpoint.
 * `redirect` is the address that the app asked to be sent back to.
 */
export function signInFailure(error: string, description: string, redirect: string): AppError {
  const detail = description === '' ? error : `${error}: ${description}`;
  const code = meanings.find(([pattern]) => pattern.test(detail))?.[1] ?? 'sign-in-refused';
  return new AppError(code, { service: 'Salesforce', detail, redirect });
}
