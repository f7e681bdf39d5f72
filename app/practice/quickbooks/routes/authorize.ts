import { Hono } from 'hono';
import type { PracticeEnvironment } from '../../http/environment.ts';
import type { Identity } from '../../identity.ts';
import { answeredAddress, type Codes, isRegistered } from '../../oauth/codes.ts';
import { consentPage, refusalPage } from '../../oauth/pages.ts';
import { quickbooksClientId } from '../sign-in.ts';

const path = '/connect/oauth2';

/**
 * The page where a person allows the app; the answer names the company. An unknown app or redirect address is shown on
 * the spot.
 * See https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0
 */
export function authorizeRoutes(codes: Codes, identity: Identity): Hono<PracticeEnvironment> {
  const routes = new Hono<PracticeEnvironment>();
  routes.get(path, async (context) => {
    const asked = new URL(context.req.url).searchParams;
    return (await refusalOf(asked)) ?? (await consentPage('QuickBooks', identity.name, path, asked));
  });
  routes.post(path, async (context) => {
    const asked = new URLSearchParams(await context.req.text());
    const refusal = await refusalOf(asked);
    if (refusal !== null) return refusal;
    const redirectUri = asked.get('redirect_uri') ?? '';
    const state = asked.get('state');
    const answer =
      asked.get('decision') === 'allow'
        ? { code: codes.issue({ redirectUri, challenge: null }), state, realmId: identity.realmId }
        : { error: 'access_denied', state };
    return new Response(null, {
      status: 302,
      headers: { Location: answeredAddress(redirectUri, answer) },
    });
  });
  return routes;
}

async function refusalOf(asked: URLSearchParams): Promise<Response | null> {
  if (asked.get('client_id') !== quickbooksClientId) {
    return await refusalPage('Sorry, this app did not connect', 'The client_id is not known.');
  }
  if (!isRegistered(asked.get('redirect_uri') ?? '')) {
    return await refusalPage(
      'Sorry, this app did not connect',
      'The redirect_uri query parameter value is invalid. Make sure it is listed among the redirect URIs of the app.',
    );
  }
  return null;
}
