import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { connectSalesforce, type RefreshedTokens, type SalesforceClient } from '#app/sources/index.ts';
import { AccountId } from '#shared/ids.ts';
import {
  cut,
  cutWithinBody,
  type Received,
  type Reply,
  raw,
  type ScriptedServer,
  scriptedServer,
  silent,
} from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';
import { accountId, answerAs } from './organisation.ts';

const signal = new AbortController().signal;
const answer = answerAs({ accounts: [] });
const expired: Reply = {
  status: 401,
  json: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired: token-1' }],
};

const renewing = { refreshToken: 'refresh-1', clientId: 'client' };
const links = [{ accountId: AccountId.parse(accountId(1)), link: { customerId: '58', syncToken: '0' } }];

function connect(
  server: ScriptedServer,
  more: object = {},
  tokens: RefreshedTokens[] = [],
): SalesforceClient {
  return connectSalesforce(
    { instanceUrl: server.url, accessToken: 'token-1', ...more },
    { onTokens: (renewed) => tokens.push(renewed) },
    5_000,
  );
}

const tokenRequests = (server: ScriptedServer) =>
  server.received.filter(({ path }) => path === '/services/oauth2/token');
const carried = ({ headers }: Received) => headers.authorization;

describe('an expired session', () => {
  test('is renewed once, and the call made again with the new token', async () => {
    await using server = await scriptedServer((request) => {
      if (request.path === '/services/oauth2/token') {
        return {
          json: { access_token: 'token-2', refresh_token: 'refresh-2', instance_url: 'https://x', id: 'u' },
        };
      }
      return carried(request) === 'Bearer token-2' ? answer(request) : expired;
    });
    const tokens: RefreshedTokens[] = [];
    const client = connect(server, renewing, tokens);
    expect(await client.identify(signal)).toMatchObject({ organisationName: 'Acme' });
    expect(tokens).toEqual([{ accessToken: 'token-2', refreshToken: 'refresh-2' }]);
    expect(tokenRequests(server).map(({ body }) => body)).toEqual([
      'grant_type=refresh_token&refresh_token=refresh-1&client_id=client',
    ]);
  });

  test('is renewed with the rotated refresh token the next time', async () => {
    let renewals = 0;
    let valid = 'token-1';
    await using server = await scriptedServer((request) => {
      if (request.path !== '/services/oauth2/token')
        return carried(request) === `Bearer ${valid}` ? answer(request) : expired;
      renewals += 1;
      valid = `token-${renewals + 1}`;
      return { json: { access_token: valid, refresh_token: `refresh-${renewals + 1}`, id: 'u' } };
    });
    const client = connect(server, renewing);
    await client.identify(signal);
    for (const _ of [1, 2]) {
      valid = 'none';
      await client.identify(signal);
    }
    expect(tokenRequests(server).map(({ body }) => new URLSearchParams(body).get('refresh_token'))).toEqual([
      'refresh-1',
      'refresh-2',
    ]);
  });

  test('is renewed once for calls that meet it together', async () => {
    let valid = 'token-2';
    await using server = await scriptedServer((request) => {
      if (request.path !== '/services/oauth2/token')
        return carried(request) === `Bearer ${valid}` ? answer(request) : expired;
      return { json: { access_token: valid, id: 'u' } };
    });
    const client = connect(server, renewing);
    await Promise.all([1, 2, 3, 4].map(() => client.identify(signal)));
    valid = 'token-3';
    await Promise.all([1, 2, 3, 4].map(() => client.identify(signal)));
    expect(tokenRequests(server)).toHaveLength(2);
  });

  test('that stays expired after the renewal is an error, not a loop', async () => {
    await using server = await scriptedServer((request) =>
      request.path === '/services/oauth2/token' ? { json: { access_token: 'token-2', id: 'u' } } : expired,
    );
    const error = await thrownBy(connect(server, renewing).identify(signal));
    expect([error.code, error.data]).toEqual(['service-session', { service: 'Salesforce' }]);
    expect(tokenRequests(server)).toHaveLength(1);
    expect(server.received).toHaveLength(3);
  });

  test('is an error at once without a refresh token', async () => {
    await using server = await scriptedServer(() => expired);
    const error = await thrownBy(connect(server).identify(signal));
    expect(error.code).toBe('service-session');
    expect(server.received).toHaveLength(1);
  });

  test('is an error when the refresh token is no longer valid', async () => {
    await using server = await scriptedServer((request) =>
      request.path === '/services/oauth2/token'
        ? { status: 400, json: { error: 'invalid_grant', error_description: 'expired access/refresh token' } }
        : expired,
    );
    expect((await thrownBy(connect(server, renewing).identify(signal))).code).toBe('service-session');
  });

  test('says what an administrator has to do, with the own words of the token endpoint', async () => {
    await using server = await scriptedServer((request) =>
      request.path === '/services/oauth2/token'
        ? {
            status: 400,
            json: { error: 'invalid_client', error_description: 'app must be installed into org' },
          }
        : expired,
    );
    const error = await thrownBy(connect(server, renewing).identify(signal));
    expect([error.code, error.data.detail]).toEqual([
      'sign-in-not-installed',
      'invalid_client: app must be installed into org',
    ]);
  });

  test('before a write that could not be renewed says that nothing was sent', async () => {
    await using server = await scriptedServer((request) => {
      if (request.path === '/services/oauth2/token') return cut;
      return request.method === 'PATCH' ? expired : answer(request);
    });
    const error = await thrownBy(connect(server, renewing).writeLinks(links, signal));
    expect([error.code, error.data.sent]).toEqual(['service-unreachable', 'no']);
  });

  test.each<[string, Reply]>([
    ['no answer', cut],
    ['no token', { json: { id: 'u' } }],
  ])('is not renewed a second time when the renewal brought %s', async (_, reply) => {
    await using server = await scriptedServer((request) =>
      request.path === '/services/oauth2/token' ? reply : expired,
    );
    const error = await thrownBy(connect(server, renewing).identify(signal));
    expect(['service-unreachable', 'service-answer']).toContain(error.code);
    expect(tokenRequests(server)).toHaveLength(1);
  });

  test('is renewed at the login address where one is set', async () => {
    await using login = await scriptedServer(() => ({ json: { access_token: 'token-2', id: 'u' } }));
    await using server = await scriptedServer((request) =>
      carried(request) === 'Bearer token-2' ? answer(request) : expired,
    );
    await connect(server, { ...renewing, loginUrl: login.url }).identify(signal);
    expect(login.received.map(({ path }) => path)).toEqual(['/services/oauth2/token']);
  });
});

describe('an answer that cannot be used', () => {
  const first = (reply: Reply) => {
    let answered = 0;
    return (request: Received) => {
      answered += 1;
      return answered === 1 ? reply : answer(request);
    };
  };

  test.concurrent.each<[string, Reply]>([
    ['JSON that breaks off', raw(200, 'application/json', '{"totalSize":1,"rec')],
    ['a web page', raw(503, 'text/html', '<html>Down</html>')],
    ['a connection cut before the answer', cut],
    ['a connection cut within the answer', cutWithinBody],
    ['an error inside Salesforce', { status: 500, json: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'x' }] }],
  ])('%s, once, does not stop a read', async (_, reply) => {
    await using server = await scriptedServer(first(reply));
    expect(await connect(server).identify(signal)).toMatchObject({ organisationName: 'Acme' });
    expect(server.received).toHaveLength(2);
  });

  test.concurrent.each<[string, Reply, string, string]>([
    [
      'JSON that breaks off',
      raw(200, 'application/json', '{"totalSize":1,"rec'),
      'service-answer',
      'it broke off or is not JSON (status 200)',
    ],
    ['nothing', raw(200, 'application/json', ''), 'service-answer', 'it was empty (status 200)'],
    [
      'a web page',
      raw(503, 'text/html', '<!DOCTYPE html>'),
      'service-answer',
      'a web page instead of data (status 503)',
    ],
    [
      'JSON of another form',
      { json: { hello: 'there' } },
      'service-answer',
      'not of the expected form (status 200)',
    ],
    [
      'no records',
      { json: { totalSize: 0, done: true, records: [] } },
      'service-answer',
      expect.stringMatching(/^records/),
    ],
    ['a cut connection', cut, 'service-unreachable', 'the connection was cut'],
    ['a cut within the answer', cutWithinBody, 'service-unreachable', 'the connection was cut'],
  ])('%s, again and again, is an error after three attempts', async (_, reply, code, detail) => {
    await using server = await scriptedServer(() => reply);
    const error = await thrownBy(connect(server).identify(signal));
    expect([error.code, error.data.detail]).toEqual([code, detail]);
    expect(server.received).toHaveLength(3);
  });

  test.each<[string, number, string, string]>([
    ['a used-up limit', 403, 'REQUEST_LIMIT_EXCEEDED', 'service-used-up'],
    ['a refusal', 400, 'INVALID_FIELD', 'service-refused'],
  ])('%s is believed at once, in its own words', async (_, status, errorCode, code) => {
    const json = [{ errorCode, message: 'TotalRequests Limit\nexceeded.' }];
    await using server = await scriptedServer(() => ({ status, json }));
    const error = await thrownBy(connect(server).identify(signal));
    expect([error.code, error.data.detail, error.data.serviceCode]).toEqual([
      code,
      'TotalRequests Limit exceeded',
      errorCode,
    ]);
    expect(server.received).toHaveLength(1);
  });
});

test('no error shows a token, even where Salesforce repeats it', async () => {
  const json = [{ errorCode: 'SOME_ERROR', message: 'Bearer token-1 is odd' }];
  await using server = await scriptedServer(() => ({ status: 400, json }));
  const error = await thrownBy(connect(server).identify(signal));
  expect(error.data.detail).toBe('Bearer (hidden) is odd');
  expect(JSON.stringify([error.message, error.data, String(error.cause)])).not.toContain('token-1');
});

test('an answer may be compressed', async () => {
  const { json } = answer({
    path: '',
    query: new URLSearchParams({ q: 'FROM Organization' }),
  } as Received) as {
    json: unknown;
  };
  await using server = await scriptedServer(() => (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(gzipSync(JSON.stringify(json)));
  });
  expect(await connect(server).identify(signal)).toMatchObject({ organisationName: 'Acme' });
  expect(server.received[0]?.headers['accept-encoding']).toBe('gzip');
});

test('nobody at the address is told in a word, and at once', async () => {
  const server = await scriptedServer(() => expired);
  await server[Symbol.asyncDispose]();
  const error = await thrownBy(connect(server).identify(signal));
  expect(error.message).toBe(
    `Salesforce cannot be reached at ${server.url}: nothing answers there (connection refused). Check the network, then try again. Nothing was lost.`,
  );
});

test('a service that stays silent is given up after its time', async () => {
  await using server = await scriptedServer(() => silent);
  const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token-1' }, {}, 200);
  const error = await thrownBy(client.identify(signal));
  expect([error.code, error.data.detail]).toEqual([
    'service-unreachable',
    'there was no answer within 0.2 seconds',
  ]);
  expect(server.received).toHaveLength(1);
});

test('stopping ends a call that waits, and closes its connection', async () => {
  const stop = new AbortController();
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  await using server = await scriptedServer(() => (response) => {
    response.on('close', resolve);
    stop.abort();
  });
  expect((await thrownBy(connect(server).identify(stop.signal))).code).toBe('cancelled');
  await closed;
  expect((await thrownBy(connect(server).identify(stop.signal))).code).toBe('cancelled');
  expect(server.received).toHaveLength(1);
});
