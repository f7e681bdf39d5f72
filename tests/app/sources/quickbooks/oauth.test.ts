import { describe, expect, test } from 'vitest';
import { quickBooksOAuth, quickBooksSignInFailure } from '#app/sources/index.ts';
import type { ErrorCode } from '#shared/errors.ts';
import {
  cut,
  cutWithinBody,
  type Reply,
  raw,
  type ScriptedServer,
  scriptedServer,
} from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';

const { signal } = new AbortController();
const keys = { clientId: 'client', clientSecret: 'secret-1' };
const redirect = 'http://localhost:8417/callback';
const basic = `Basic ${Buffer.from('client:secret-1').toString('base64')}`;
const placesAt = ({ url }: ScriptedServer) => ({
  authorizeUrl: `${url}/connect/oauth2`,
  tokenUrl: `${url}/token`,
  revokeUrl: `${url}/revoke`,
});
const exchange = (server: ScriptedServer) =>
  quickBooksOAuth.exchange(placesAt(server), keys, 'code-1', redirect, signal);

describe('trading the code', () => {
  test('sends the keys of the app in the header alone, and gives the tokens with their time', async () => {
    await using server = await scriptedServer(() => ({
      json: {
        access_token: 'a',
        refresh_token: 'r',
        expires_in: 3600,
        x_refresh_token_expires_in: 8_640_000,
      },
    }));
    expect(await exchange(server)).toEqual({
      accessToken: 'a',
      refreshToken: 'r',
      refreshSeconds: 8_640_000,
    });
    const [request] = server.received;
    expect(request?.headers.authorization).toBe(basic);
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: redirect,
    });
  });

  test.each<[string, Reply, ErrorCode]>([
    ['wrong keys', { status: 401, json: { error: 'invalid_client' } }, 'sign-in-keys'],
    ['a used code', { status: 400, json: { error: 'invalid_grant' } }, 'sign-in-late'],
    [
      'another redirect address',
      { status: 400, json: { error: 'invalid_request', error_description: 'Invalid redirect_uri' } },
      'sign-in-redirect',
    ],
    ['something else', { status: 400, json: { error: 'server_error' } }, 'sign-in-refused'],
    ['no tokens', { json: {} }, 'service-answer'],
    ['a web page', raw(503, 'text/html', '<html>Down</html>'), 'service-answer'],
    ['an answer that breaks off', cutWithinBody, 'service-unreachable'],
    ['no answer', cut, 'service-unreachable'],
  ])('that brings %s is an error, without the secret', async (_what, reply, code) => {
    await using server = await scriptedServer(() => reply);
    const error = await thrownBy(exchange(server));
    expect(error.code).toBe(code);
    expect(JSON.stringify([error.message, error.data])).not.toContain('secret-1');
    expect(error.message).not.toMatch(/\{\w+\}/);
  });
});

test.each<[string, ErrorCode]>([
  ['access_denied', 'sign-in-denied'],
  ['invalid_scope', 'sign-in-refused'],
])('%s on the way back is %s', (error, code) => {
  expect(quickBooksSignInFailure(error, '', redirect).code).toBe(code);
});

describe('signing out', () => {
  test('names the token, with the keys of the app', async () => {
    await using server = await scriptedServer(() => raw(200, 'text/plain', ''));
    await quickBooksOAuth.revoke(placesAt(server), keys, 'refresh-1', signal);
    const [request] = server.received;
    expect([request?.path, request?.headers.authorization, request?.body]).toEqual([
      '/revoke',
      basic,
      '{"token":"refresh-1"}',
    ]);
  });

  test('that is refused says so', async () => {
    await using server = await scriptedServer(() => ({ status: 400, json: {} }));
    const error = await thrownBy(quickBooksOAuth.revoke(placesAt(server), keys, 'refresh-1', signal));
    expect(error.code).toBe('service-refused');
  });
});
