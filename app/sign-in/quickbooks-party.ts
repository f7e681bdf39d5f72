import {
  connectQuickBooks,
  intuitPlaces,
  type QuickBooksClient,
  type QuickBooksPlaces,
  quickBooksOAuth,
  quickBooksSignInFailure,
  safeAddress,
} from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { loopbackAddress, type QuickBooksApp } from '#shared/sign-in.ts';
import type { Party, PracticePlaces } from './party.ts';
import { newProof } from './proof.ts';
import { reconnectBy } from './reconnect-by.ts';

/** Where QuickBooks' data are, by the kind of company. */
const apiUrls = {
  production: 'https://quickbooks.api.intuit.com',
  sandbox: 'https://sandbox-quickbooks.api.intuit.com',
} as const;

const defaultPort = 8417;

/** Signing in to QuickBooks. `practice` starts the practice company, for its own app only. */
export function quickBooksParty(
  practice: () => Promise<PracticePlaces>,
): Party<QuickBooksApp, QuickBooksClient> {
  async function placesOf({ where }: QuickBooksApp): Promise<QuickBooksPlaces & { apiUrl: string }> {
    if (where !== 'practice') return { ...intuitPlaces, apiUrl: apiUrls[where] };
    const { quickbooksUrl } = await practice();
    return {
      apiUrl: quickbooksUrl,
      authorizeUrl: `${quickbooksUrl}/connect/oauth2`,
      tokenUrl: `${quickbooksUrl}/oauth2/v1/tokens/bearer`,
      revokeUrl: `${quickbooksUrl}/v2/oauth2/tokens/revoke`,
    };
  }

  async function secretFor({ where }: QuickBooksApp, given: string | null): Promise<string> {
    if (given !== null && given !== '') return given;
    const own = where === 'practice' ? (await practice()).environment.QUICKBOOKS_CLIENT_SECRET : undefined;
    if (own !== undefined) return own;
    throw new AppError('sign-in-form', { detail: 'the client secret is missing' });
  }

  return {
    name: 'QuickBooks',
    firstApp: { where: 'production', clientId: '', relay: '', port: defaultPort },
    practiceApp: ({ environment }) => ({
      where: 'practice',
      clientId: environment.QUICKBOOKS_CLIENT_ID ?? '',
      relay: '',
      port: defaultPort,
    }),
    async prepare(app, given) {
      if (app.clientId === '') throw new AppError('sign-in-form', { detail: 'the client id is missing' });
      const clientSecret = await secretFor(app, given);
      const keys = { clientId: app.clientId, clientSecret };
      const redirect = redirectOf(app);
      const places = await placesOf(app);
      const { state } = newProof();
      return {
        address: quickBooksOAuth.address(places, app.clientId, redirect, state),
        redirect,
        port: app.port,
        state,
        async finish(answer, signal) {
          if (answer.kind === 'refused') {
            throw quickBooksSignInFailure(answer.error, answer.description, redirect);
          }
          const { code, realmId } = answer;
          if (realmId === null || !/^\d+$/.test(realmId)) {
            throw new AppError('sign-in-company', { service: 'QuickBooks' });
          }
          const granted = await quickBooksOAuth.exchange(places, keys, code, redirect, signal);
          return { place: realmId, tokens: { ...granted, clientSecret } };
        },
      };
    },
    async connect({ app, place }, { accessToken, refreshToken, clientSecret }, onTokens) {
      const { apiUrl, tokenUrl } = await placesOf(app);
      const keys = { clientId: app.clientId, clientSecret: clientSecret ?? '' };
      return connectQuickBooks(
        { realmId: place, accessToken, refreshToken, ...keys, apiUrl, tokenUrl },
        { onTokens },
      );
    },
    reconnectBy,
    async revoke({ app }, { refreshToken, clientSecret }, signal) {
      const keys = { clientId: app.clientId, clientSecret: clientSecret ?? '' };
      await quickBooksOAuth.revoke(await placesOf(app), keys, refreshToken, signal);
    },
  };
}

/** Intuit sends people to this computer only with sandbox keys; with production keys over a page of their own. */
function redirectOf({ where, relay, port }: QuickBooksApp): string {
  if (relay === '' && where !== 'production') return loopbackAddress(port);
  const url = safeAddress(relay);
  if (url?.protocol === 'https:' && url.hash === '') return relay;
  throw new AppError('sign-in-form', {
    detail: 'the redirect address has to begin with https://, as it is registered with your app',
  });
}
