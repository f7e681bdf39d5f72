import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import type { Identity } from '../../identity.ts';
import { answeredAddress, type Codes, isRegistered } from '../../oauth/codes.ts';
import { consentPage, refusalPage } from '../../oauth/pages.ts';
import { salesforceClientId } from '../sign-in.ts';

const path = '/services/oauth2/authorize';

/**
 * The page where a person allows the app, which demands PKCE by S256. An unknown app or redirect address is shown on the
 * spot; all else goes back to the app.
 * See https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 */
export function authorizeRoutes(codes: Codes, identity: Identity): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  routes.get(path, async (context) => {
    const asked = new URL(context.req.url).searchParams;
    const refusal = await refusalOf(asked);
    if (refusal !== null) return refusal;
    const problem = problemOf(asked);
    if (problem !== null) return back(asked, { error: 'invalid_request', error_description: problem });
    return await consentPage('Salesforce', identity.name, path, asked);
  });
  routes.post(path, async (context) => {
    const asked = new URLSearchParams(await context.req.text());
    const refusal = await refusalOf(asked);
    if (refusal !== null) return refusal;
    if (asked.get('decision') !== 'allow' || problemOf(asked) !== null) {
      return back(asked, {
        error: 'access_denied',
        error_description: 'end-user denied authorization',
      });
    }
    const code = codes.issue({
      redirectUri: asked.get('redirect_uri') ?? '',
      challenge: asked.get('code_challenge'),
    });
    return back(asked, { code });
  });
  return routes;
}

async function refusalOf(asked: URLSearchParams): Promise<Response | null> {
  if (asked.get('client_id') !== salesforceClientId) {
    return await refusalPage('OAuth error', 'error=invalid_client_id: client identifier invalid');
  }
  if (!isRegistered(asked.get('redirect_uri') ?? '')) {
    return await refusalPage(
      'OAuth error',
      'error=redirect_uri_mismatch: redirect_uri must match configuration',
    );
  }
  return null;
}

function problemOf(asked: URLSearchParams): string | null {
  if (asked.get('response_type') !== 'code') return 'unsupported response type';
  if (!asked.has('code_challenge')) return 'missing required code challenge';
  return asked.get('code_challenge_method') === 'S256' ? null : 'the code challenge method must be S256';
}

function back(asked: URLSearchParams, answer: Record<string, string>): Response {
  const location = answeredAddress(asked.get('redirect_uri') ?? '', { ...answer, state: asked.get('state') });
  return new Response(null, { status: 302, headers: { Location: location } });
}
