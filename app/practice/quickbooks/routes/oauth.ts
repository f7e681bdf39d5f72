import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import { jsonResponse } from '../../http/json.ts';
import { quickbooksJson } from '../fault.ts';
import type { QuickbooksService } from '../service.ts';
import { quickbooksClientId, quickbooksClientSecret } from '../sign-in.ts';

const accessTokenSeconds = 3_600;
const refreshTokenSeconds = 8_640_000;

/** The token endpoint: Basic authentication by the app's keys; every refresh makes the former refresh token invalid. */
export function oauthRoutes(service: QuickbooksService): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  const keys = Buffer.from(`${quickbooksClientId}:${quickbooksClientSecret}`).toString('base64');
  routes.post('/oauth2/v1/tokens/bearer', async (context) => {
    if (context.req.header('authorization') !== `Basic ${keys}`) return refused('invalid_client', 401);
    const form = new URLSearchParams(await context.req.text());
    if (form.get('grant_type') !== 'refresh_token') return refused('unsupported_grant_type', 400);
    const tokens = service.sessions.refresh(form.get('refresh_token') ?? '', true);
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
  return routes;
}

function refused(error: string, status: number, description?: string): Response {
  const body = description === undefined ? { error } : { error, error_description: description };
  return jsonResponse(body, quickbooksJson, status);
}
