import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { jsonResponse } from '../../http/json.ts';
import { Codes } from '../../oauth/codes.ts';
import { textOf } from '../../store/record.ts';
import { salesforceJson } from '../errors.ts';
import type { SalesforceService } from '../service.ts';
import { salesforceClientId, signedInUserId } from '../sign-in.ts';
import { authorizeRoutes } from './authorize.ts';

/** The page where a person allows the app, the token endpoint, and the two places that tell who is signed in. */
export function oauthRoutes(service: SalesforceService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  const codes = new Codes();
  routes.route('/', authorizeRoutes(codes, service.identity));
  routes.post('/services/oauth2/token', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const grantType = form.get('grant_type');
    if (grantType !== 'refresh_token' && grantType !== 'authorization_code') {
      return refused('unsupported_grant_type', 'grant type not supported');
    }
    if (form.get('client_id') !== salesforceClientId) {
      return refused('invalid_client_id', 'client identifier invalid');
    }
    if (grantType === 'authorization_code') {
      const redeemed = codes.redeem(form);
      if (redeemed === 'other-redirect') {
        return refused('redirect_uri_mismatch', 'redirect_uri must match configuration');
      }
      if (redeemed === 'wrong-verifier') return refused('invalid_grant', 'invalid code verifier');
      if (redeemed === 'unknown') return refused('invalid_grant', 'expired authorization code');
    }
    const tokens =
      grantType === 'authorization_code'
        ? service.sessions.grant()
        : service.sessions.refresh(form.get('refresh_token') ?? '', false);
    if (tokens === null) return refused('invalid_grant', 'expired access/refresh token');
    const id = `${service.url()}/id/${service.identity.organisationId}/${signedInUserId}`;
    const issuedAt = String(Date.now());
    return jsonResponse(
      {
        access_token: tokens.accessToken,
        ...(hasNewRefreshToken(form, tokens.refreshToken) ? { refresh_token: tokens.refreshToken } : {}),
        signature: createHash('sha256')
          .update(id + issuedAt)
          .digest('base64'),
        scope: 'refresh_token id api',
        instance_url: service.url(),
        id,
        token_type: 'Bearer',
        issued_at: issuedAt,
      },
      salesforceJson,
    );
  });
  routes.post('/services/oauth2/revoke', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    if (service.sessions.revoke(form.get('token') ?? '')) return new Response(null, { status: 200 });
    return new Response('error=unsupported_token_type&error_description=this+token+is+not+supported', {
      status: 400,
    });
  });
  routes.get('/services/oauth2/userinfo', (context) => {
    if (!service.sessions.accepts(tokenOf(context))) return new Response('Bad_OAuth_Token', { status: 403 });
    return jsonResponse(userInfo(service), salesforceJson);
  });
  routes.get('/id/:organisation/:user', (context) => {
    if (!service.sessions.accepts(tokenOf(context))) return new Response('Bad_OAuth_Token', { status: 403 });
    const { organisation, user } = context.req.param();
    const ours =
      service.identity.organisationId.startsWith(organisation.slice(0, 15)) &&
      signedInUserId.startsWith(user.slice(0, 15));
    return ours ? jsonResponse(identity(service), salesforceJson) : new Response('Bad_Id', { status: 404 });
  });
  return routes;
}

/** A refresh token is told when it is new: after a sign-in, and where it rotates. */
function hasNewRefreshToken(form: URLSearchParams, refreshToken: string): boolean {
  return form.get('refresh_token') !== refreshToken;
}

/** The token of a request: in its header, or in its query as jsforce sends it to the identity address. */
function tokenOf(context: Context): string {
  const header = /^(?:Bearer|OAuth) (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  return header ?? context.req.query('oauth_token') ?? context.req.query('access_token') ?? '';
}

function refused(error: string, description: string): Response {
  return jsonResponse({ error, error_description: description }, salesforceJson, 400);
}

function userInfo(service: SalesforceService) {
  const user = service.store.get('User', signedInUserId) ?? {};
  const url = service.url();
  return {
    sub: `${url}/id/${service.identity.organisationId}/${signedInUserId}`,
    user_id: signedInUserId,
    organization_id: service.identity.organisationId,
    preferred_username: textOf(user, 'Username'),
    nickname: textOf(user, 'FirstName').toLowerCase(),
    name: textOf(user, 'Name'),
    email: textOf(user, 'Email'),
    email_verified: true,
    given_name: textOf(user, 'FirstName'),
    family_name: textOf(user, 'LastName'),
    zoneinfo: 'America/Los_Angeles',
    active: true,
    user_type: 'STANDARD',
    language: 'en_US',
    locale: 'en_US',
    utcOffset: -28_800_000,
    urls: urlsOf(url),
  };
}

function identity(service: SalesforceService) {
  const user = service.store.get('User', signedInUserId) ?? {};
  const url = service.url();
  return {
    id: `${url}/id/${service.identity.organisationId}/${signedInUserId}`,
    asserted_user: true,
    user_id: signedInUserId,
    organization_id: service.identity.organisationId,
    username: textOf(user, 'Username'),
    nick_name: textOf(user, 'FirstName').toLowerCase(),
    display_name: textOf(user, 'Name'),
    email: textOf(user, 'Email'),
    email_verified: true,
    first_name: textOf(user, 'FirstName'),
    last_name: textOf(user, 'LastName'),
    timezone: 'America/Los_Angeles',
    active: true,
    user_type: 'STANDARD',
    language: 'en_US',
    locale: 'en_US',
    utcOffset: -28_800_000,
    is_app_installed: true,
    urls: urlsOf(url),
  };
}

function urlsOf(url: string) {
  return {
    rest: `${url}/services/data/v{version}/`,
    sobjects: `${url}/services/data/v{version}/sobjects/`,
    query: `${url}/services/data/v{version}/query/`,
  };
}
