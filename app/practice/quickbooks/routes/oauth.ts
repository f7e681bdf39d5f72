import { Hono } from 'hono';
import { z } from 'zod';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { jsonResponse, readJson } from '../../http/json.ts';
import { Codes } from '../../oauth/codes.ts';
import { quickbooksJson } from '../fault.ts';
import type { QuickbooksService } from '../service.ts';
import { quickbooksClientId, quickbooksClientSecret } from '../sign-in.ts';
import { authorizeRoutes } from './authorize.ts';

const Revocation = z.object({ token: z.string() });

const accessTokenSeconds = 3_600;
const refreshTokenSeconds = 8_640_000;

/**
 * The page where a person allows the app, and the token endpoint: Basic authentication by the app's keys; every refresh
 * makes the former refresh token invalid.
 */
export function oauthRoutes(service: QuickbooksService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  const codes = new Codes();
  routes.route('/', authorizeRoutes(codes, service.identity));
  const keys = Buffer.from(`${quickbooksClientId}:${quickbooksClientSecret}`).toString('base64');
  routes.post('/oauth2/v1/tokens/bearer', async (context) => {
    if (context.req.header('authorization') !== `Basic ${keys}`) return refused('invalid_client', 401);
    const form = new URLSearchParams(await context.req.text());
    const grantType = form.get('grant_type');
    if (grantType !== 'refresh_token' && grantType !== 'authorization_code') {
      return refused('unsupported_grant_type', 400);
    }
    if (grantType === 'authorization_code' && codes.redeem(form) !== 'allowed') {
      return refused('invalid_grant', 400, 'Invalid authorization code');
    }
    const tokens =
      grantType === 'authorization_code'
        ? service.sessions.grant()
        : service.sessions.refresh(form.get('refresh_token') ?? '', true);
    if (tokens === null) return refused('invalid_grant', 400, 'Incorrect or invalid refresh token');
    return jsonResponse(
      {
        token_type: 'bearer',
        access_token: tokens.accessToken,
        refresh_token: tokens.refreshToken,
        expires_in: accessTokenSeconds,
        x_refresh_token_expires_in: refreshTokenSeconds,
      },
      quickbooksJson,
    );
  });
  routes.post('/v2/oauth2/tokens/revoke', async (context) => {
    if (context.req.header('authorization') !== `Basic ${keys}`) return refused('invalid_client', 401);
    const asked = Revocation.safeParse(await readJson(context.req.raw));
    const known = asked.success && service.sessions.revoke(asked.data.token);
    return known ? new Response(null, { status: 200 }) : refused('invalid_request', 400);
  });
  return routes;
}

function refused(error: string, status: number, description?: string): Response {
  const body = description === undefined ? { error } : { error, error_description: description };
  return jsonResponse(body, quickbooksJson, status);
}
