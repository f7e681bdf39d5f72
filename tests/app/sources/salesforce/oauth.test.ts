import { describe, expect, test } from 'vitest';
import { salesforceOAuth, salesforceSignInFailure } from '#app/sources/index.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { cut, type Reply, raw, type ScriptedServer, scriptedServer } from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';

const { signal } = new AbortController();
const redirect = 'http://localhost:8416/callback';
const proof = { state: 'state-1', verifier: 'v'.repeat(86) };
const loginAt = ({ url }: ScriptedServer) => ({ loginUrl: url, clientId: 'client', redirect });
const refusal = (error: string, description: string): Reply => ({
  status: 400,
  json: { error, error_description: description },
});

describe('trading the code', () => {
  test('sends the verifier and no secret, and gives the organisation with its tokens', async () => {
    await using server = await scriptedServer(() => ({
      json: {
        access_token: 'a',
        refresh_token: 'r',
        instance_url: 'https://acme.my.salesforce.com/',
        id: 'i',
      },
    }));
    expect(await salesforceOAuth.exchange(loginAt(server), proof, 'code-1', signal)).toEqual({
      instanceUrl: 'https://acme.my.salesforce.com',
      accessToken: 'a',
      refreshToken: 'r',
    });
    expect(Object.fromEntries(new URLSearchParams(server.received[0]?.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'code-1',
      client_id: 'client',
      redirect_uri: redirect,
      code_verifier: proof.verifier,
    });
  });

  test.each<[string, Reply, ErrorCode]>([
    ['no refresh token', { json: { access_token: 'a', instance_url: 'https://a.example' } }, 'sign-in-scope'],
    [
      'an organisation at an unsafe address',
      { json: { access_token: 'a', refresh_token: 'r', instance_url: 'http://a.example' } },
      'service-answer',
    ],
    ['no token', { json: { hello: 'there' } }, 'service-answer'],
    ['a web page', raw(503, 'text/html', '<html>Down</html>'), 'service-answer'],
    ['nothing', cut, 'service-unreachable'],
    ['a code that is too old', refusal('invalid_grant', 'expired authorization code'), 'sign-in-late'],
    ['an app that wants a secret', refusal('invalid_client', 'invalid client credentials'), 'sign-in-secret'],
  ])('that brings %s is an error', async (_what, reply, code) => {
    await using server = await scriptedServer(() => reply);
    expect((await thrownBy(salesforceOAuth.exchange(loginAt(server), proof, 'code-1', signal))).code).toBe(
      code,
    );
  });

  test('repeats neither code nor verifier in its error', async () => {
    const words = `no: ${proof.verifier} code-1`;
    await using server = await scriptedServer(() => refusal('strange', words));
    const error = await thrownBy(salesforceOAuth.exchange(loginAt(server), proof, 'code-1', signal));
    expect(error.message).not.toMatch(/code-1|vvvv/);
  });
});

describe('what Salesforce says on the way back', () => {
  test.each<[string, string, ErrorCode]>([
    ['invalid_client', 'app must be installed into org', 'sign-in-not-installed'],
    ['OAUTH_EC_APP_NOT_FOUND', 'External client app is not installed in this org', 'sign-in-not-installed'],
    ['invalid_app_access', 'user is not admin approved to access this app', 'sign-in-not-permitted'],
    ['OAUTH_APP_ACCESS_DENIED', '', 'sign-in-not-permitted'],
    ['OAUTH_APP_BLOCKED', 'this app is blocked by admin', 'sign-in-blocked'],
    ['OAUTH_APPROVAL_ERROR_GENERIC', 'An unexpected error has occurred', 'sign-in-blocked'],
    ['access_denied', 'end-user denied authorization', 'sign-in-denied'],
    ['invalid_grant', 'ip restricted', 'sign-in-ip'],
    ['invalid_grant', 'inactive user', 'sign-in-inactive'],
    ['inactive_org', 'inactive organization', 'sign-in-inactive'],
    ['invalid_client_id', 'client identifier invalid', 'sign-in-client-id'],
    ['redirect_uri_mismatch', 'redirect_uri must match configuration', 'sign-in-redirect'],
    ['invalid_scope', 'the requested scope is not allowed', 'sign-in-scope'],
    ['server_error', 'try later', 'sign-in-refused'],
  ])('%s (%s) is %s, with every place of its sentence filled', (error, description, code) => {
    const failure = salesforceSignInFailure(error, description, redirect);
    expect(failure.code).toBe(code);
    expect(failure.message).not.toMatch(/\{\w+\}/);
  });
});

test('signing out names the token and nothing else', async () => {
  await using server = await scriptedServer(() => raw(200, 'text/plain', ''));
  await salesforceOAuth.revoke(server.url, 'refresh-1', signal);
  expect(server.received.map(({ path, body }) => [path, body])).toEqual([
    ['/services/oauth2/revoke', 'token=refresh-1'],
  ]);
});
