import { Connection, OAuth2 } from 'jsforce';
import type { AppError } from '#shared/errors.ts';
import { withinTime } from '../service/deadline.ts';
import { withoutSecrets } from '../service/secrets.ts';
import type { Service } from '../service/service.ts';
import { failureOf } from './failure.ts';
import { refusalIn } from './refusal.ts';
import { signInFailure } from './sign-in-failure.ts';
import { CallTransport } from './transport.ts';

/**
 * Version of Salesforce's REST API that every call names (Winter '26). Left alone, jsforce asks for 50.0 of 2020.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_versions.htm
 */
export const apiVersion = '65.0';

/** How calls reach one organisation. `milliseconds` is the longest that one call may take. */
export interface Wire {
  readonly service: Service;
  readonly milliseconds: number;
}

/**
 * Makes one call through a jsforce connection of its own, so that calls share no state but the token they are
 * given, and jsforce's endless refreshing on a repeated 401 has nothing to work with.
 * Throws what {@link failureOf} makes of the answer, `cancelled`, or `service-unreachable` when time is up.
 */
export async function callOnce(
  wire: Wire,
  accessToken: string,
  signal: AbortSignal,
  call: (connection: Connection) => PromiseLike<unknown>,
): Promise<unknown> {
  return withinTime(wire.service, signal, wire.milliseconds, async (ended) => {
    const transport = new CallTransport(ended);
    const connection = new Connection({
      instanceUrl: wire.service.address,
      accessToken,
      version: apiVersion,
    });
    connection._transport = transport;
    try {
      return await call(connection);
    } catch (error) {
      throw failureOf(wire.service, transport, error, [accessToken]);
    }
  });
}

/**
 * Asks the token endpoint of `loginUrl` for a new access token. Gives its answer as it came.
 * Throws `service-session` when the refresh token is no longer valid, the `sign-in-…` error when an administrator has
 * to act, else as {@link callOnce}.
 * See https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_refresh_token_flow.htm
 */
export async function refreshOnce(
  wire: Wire,
  login: { readonly loginUrl: string; readonly clientId: string; readonly refreshToken: string },
  signal: AbortSignal,
): Promise<unknown> {
  const service: Service = { name: wire.service.name, address: login.loginUrl };
  return withinTime(service, signal, wire.milliseconds, async (ended) => {
    const transport = new CallTransport(ended);
    const oauth2 = new OAuth2({ loginUrl: login.loginUrl, clientId: login.clientId });
    oauth2._transport = transport;
    try {
      return await oauth2.refreshToken(login.refreshToken);
    } catch (error) {
      throw (
        administratorsFailure(transport, login.refreshToken) ??
        failureOf(service, transport, error, [login.refreshToken])
      );
    }
  });
}

/** What an administrator changed since the person signed in; null where signing in again is all that helps. */
function administratorsFailure(transport: CallTransport, secret: string): AppError | null {
  const refusal = refusalIn(transport);
  if (refusal === null) return null;
  const failure = signInFailure(refusal.error, withoutSecrets(refusal.error_description, [secret]), '');
  return ['sign-in-refused', 'sign-in-late'].includes(failure.code) ? null : failure;
}
