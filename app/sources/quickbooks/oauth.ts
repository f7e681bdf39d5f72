import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { notJson, parsedAnswer, unusable } from '../service/answer.ts';
import { withinTime } from '../service/deadline.ts';
import { type FormAnswer, postOnce } from '../service/form-request.ts';
import { withoutSecrets } from '../service/secrets.ts';
import type { Service } from '../service/service.ts';
import { quickBooksSignInFailure } from './sign-in-failure.ts';

/** Longest time of one call in milliseconds. */
const patience = 30_000;

/** The part of QuickBooks that Counterpart asks for. */
const scope = 'com.intuit.quickbooks.accounting';

/** Where Intuit signs people in and gives tokens; each a whole address. */
export interface QuickBooksPlaces {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
}

/** The person's own app at Intuit. */
export interface QuickBooksKeys {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a person granted. `refreshSeconds` is how long the refresh token lasts; null where Intuit does not say. */
export interface QuickBooksGranted {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly refreshSeconds: number | null;
}

const TokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  x_refresh_token_expires_in: z.number().positive().optional(),
});

const Refusal = z.looseObject({ error: z.string(), error_description: z.string().catch('') });

/** Intuit's own addresses, for production and sandbox alike: https://developer.api.intuit.com/.well-known/openid_configuration */
export const intuitPlaces: QuickBooksPlaces = {
  authorizeUrl: 'https://appcenter.intuit.com/connect/oauth2',
  tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
  revokeUrl: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
};

/**
 * QuickBooks' side of a sign-in by authorization code, with the keys of the person's own app.
 * See https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0
 */
export const quickBooksOAuth = {
  /** The page where the person signs in, chooses a company and allows the app. */
  address(places: QuickBooksPlaces, clientId: string, redirect: string, state: string): string {
    const url = new URL(places.authorizeUrl);
    url.search = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      scope,
      redirect_uri: redirect,
      state,
    }).toString();
    return url.href;
  },

  /**
   * Trades the code for tokens; a code is good once. Throws one of the `sign-in-…` errors when Intuit refuses, and
   * `service-unreachable`, `service-answer`, `cancelled`.
   */
  async exchange(
    places: QuickBooksPlaces,
    keys: QuickBooksKeys,
    code: string,
    redirect: string,
    signal: AbortSignal,
  ): Promise<QuickBooksGranted> {
    const service = serviceAt(places.tokenUrl);
    const form = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirect });
    const answer = await send(service, places.tokenUrl, keys, form, signal);
    const json = jsonOf(service, answer);
    if (answer.statusCode >= 400) {
      const { error, error_description: description } = parsedAnswer(service, Refusal, json);
      const words = withoutSecrets(description, [code, keys.clientSecret]);
      throw quickBooksSignInFailure(error, words, redirect);
    }
    const tokens = parsedAnswer(service, TokenAnswer, json);
    return {
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
      refreshSeconds: tokens.x_refresh_token_expires_in ?? null,
    };
  },

  /** Ends a refresh token, and with it the app's connection to the company. Throws as every call does. */
  async revoke(
    places: QuickBooksPlaces,
    keys: QuickBooksKeys,
    token: string,
    signal: AbortSignal,
  ): Promise<void> {
    const service = serviceAt(places.revokeUrl);
    const answer = await send(service, places.revokeUrl, keys, { token }, signal);
    if (answer.statusCode < 400) return;
    throw new AppError('service-refused', { service: service.name, detail: `status ${answer.statusCode}` });
  },
};

function serviceAt(address: string): Service {
  return { name: 'QuickBooks', address: new URL(address).origin };
}

function send(
  service: Service,
  address: string,
  { clientId, clientSecret }: QuickBooksKeys,
  content: URLSearchParams | { readonly token: string },
  signal: AbortSignal,
): Promise<FormAnswer> {
  const isForm = content instanceof URLSearchParams;
  const headers = {
    authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
  };
  const body = isForm ? content.toString() : JSON.stringify(content);
  return withinTime(service, signal, patience, (ended) => postOnce(service, address, headers, body, ended));
}

function jsonOf(service: Service, { statusCode, body }: FormAnswer): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw unusable(service, `${notJson(body)} (status ${statusCode})`);
  }
}
