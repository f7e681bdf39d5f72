import { describe, expect, test } from 'vitest';
import { connectQuickBooks, type QuickBooksClient, type RefreshedTokens } from '#app/sources/index.ts';
import { bodyOf } from '../../../../app/sources/quickbooks/failure.ts';
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
import { answerAs } from './company.ts';

const signal = new AbortController().signal;
const answer = answerAs({ customers: [] });
const tokenPath = '/oauth2/v1/tokens/bearer';
const isTokenRequest = ({ path }: Received) => path === tokenPath;
const carried = ({ headers }: Received) => headers.authorization;

const fault = (code: string, Message: string, Detail = '') => ({
  Fault: { Error: [{ Message, Detail, code }], type: 'ValidationFault' },
  time: '2026-01-02T03:04:05.000-08:00',
});
const lowerCaseFault = (code: string, message: string) => ({
  warnings: null,
  fault: {
    error: [{ message, detail: 'Token expired: token-1', code, element: null }],
    type: 'AUTHENTICATION',
  },
});
const expired: Reply = {
  status: 401,
  json: lowerCaseFault('3200', 'message=AuthenticationFailed; errorCode=003200; statusCode=401'),
};

function connect(
  server: ScriptedServer,
  more: object = {},
  tokens: RefreshedTokens[] = [],
): QuickBooksClient {
  return connectQuickBooks(
    {
      realmId: '123',
      accessToken: 'token-1',
      apiUrl: server.url,
      tokenUrl: `${server.url}${tokenPath}`,
      ...more,
    },
    { onTokens: (renewed) => tokens.push(renewed) },
    5_000,
  );
}

const renewing = { refreshToken: 'refresh-1', clientId: 'client', clientSecret: 'secret-1' };
const renewed = (n: number): Reply => ({
  json: { access_token: `token-${n}`, refresh_token: `refresh-${n}`, expires_in: 3600, token_type: 'bearer' },
});

describe('an expired sign-in', () => {
  test('is renewed once with the keys of the app, and the call made again', async () => {
    await using server = await scriptedServer((request) => {
      if (isTokenRequest(request)) return renewed(2);
      return carried(request) === 'Bearer token-2' ? answer(request) : expired;
    });
    const tokens: RefreshedTokens[] = [];
    expect(await connect(server, renewing, tokens).identify(signal)).toMatchObject({
      organisationName: 'Acme Books',
    });
    expect(tokens).toEqual([{ accessToken: 'token-2', refreshToken: 'refresh-2' }]);
    const request = server.received.find(isTokenRequest);
    expect(request?.body).toBe('grant_type=refresh_token&refresh_token=refresh-1');
    expect(request?.headers.authorization).toBe(`Basic ${Buffer.from('client:secret-1').toString('base64')}`);
  });

  test('is renewed with the rotated refresh token the next time', async () => {
    let renewals = 1;
    let valid = 'none';
    await using server = await scriptedServer((request) => {
      if (!isTokenRequest(request)) return carried(request) === `Bearer ${valid}` ? answer(request) : expired;
      renewals += 1;
      valid = `token-${renewals}`;
      return renewed(renewals);
    });
    const client = connect(server, renewing);
    await client.identify(signal);
    valid = 'none';
    await client.identify(signal);
    const sent = server.received
      .filter(isTokenRequest)
      .map(({ body }) => new URLSearchParams(body).get('refresh_token'));
    expect(sent).toEqual(['refresh-1', 'refresh-2']);
  });

  test('is renewed once for calls that meet it together', async () => {
    await using server = await scriptedServer((request) => {
      if (isTokenRequest(request)) return renewed(2);
      return carried(request) === 'Bearer token-2' ? answer(request) : expired;
    });
    const client = connect(server, renewing);
    await Promise.all([1, 2, 3].map(() => client.identify(signal)));
    expect(server.received.filter(isTokenRequest)).toHaveLength(1);
  });

  test('that stays expired after the renewal is an error, not a loop', async () => {
    await using server = await scriptedServer((request) => (isTokenRequest(request) ? renewed(2) : expired));
    const error = await thrownBy(connect(server, renewing).identify(signal));
    expect([error.code, error.data]).toEqual(['service-session', { service: 'QuickBooks' }]);
    expect(server.received).toHaveLength(3);
  });

  test('is an error at once without a refresh token', async () => {
    await using server = await scriptedServer(() => expired);
    expect((await thrownBy(connect(server).identify(signal))).code).toBe('service-session');
    expect(server.received).toHaveLength(1);
  });

  test('is an error when the refresh token is no longer valid', async () => {
    await using server = await scriptedServer((request) =>
      isTokenRequest(request)
        ? { status: 400, json: { error: 'invalid_grant', error_description: 'Token invalid' } }
        : expired,
    );
    expect((await thrownBy(connect(server, renewing).identify(signal))).code).toBe('service-session');
  });

  test('is an error when the renewal brings no token', async () => {
    await using server = await scriptedServer((request) =>
      isTokenRequest(request) ? { json: {} } : expired,
    );
    expect((await thrownBy(connect(server, renewing).identify(signal))).code).toBe('service-answer');
    expect(server.received.filter(isTokenRequest)).toHaveLength(1);
  });

  test('is not renewed a second time when the renewal got no answer, for the token may be used up', async () => {
    await using server = await scriptedServer((request) => (isTokenRequest(request) ? cut : expired));
    expect((await thrownBy(connect(server, renewing).identify(signal))).code).toBe('service-unreachable');
    expect(server.received.filter(isTokenRequest)).toHaveLength(1);
  });
});

describe('a fault is found wherever it stands', () => {
  test.each<[string, Reply, string, string | undefined]>([
    [
      'a 400',
      { status: 400, json: fault('4000', 'Error parsing query', 'QueryParserError') },
      'service-refused',
      'Error parsing query: QueryParserError (4000)',
    ],
    [
      'a 200',
      { json: fault('4000', 'Error parsing query') },
      'service-refused',
      'Error parsing query (4000)',
    ],
    [
      'a 200 in lower case',
      { json: lowerCaseFault('500', 'Odd') },
      'service-refused',
      'Odd: Token expired: (hidden) (500)',
    ],
    [
      'a 200 about the sign-in',
      { json: lowerCaseFault('3200', 'AuthenticationFailed') },
      'service-session',
      undefined,
    ],
    [
      'a 403',
      { status: 403, json: fault('3100', 'ApplicationAuthorizationFailed') },
      'service-refused',
      'ApplicationAuthorizationFailed (3100)',
    ],
  ])('%s', async (_, reply, code, detail) => {
    await using server = await scriptedServer(() => reply);
    const error = await thrownBy(connect(server).identify(signal));
    expect([error.code, error.data.detail]).toEqual([code, detail]);
    expect(server.received).toHaveLength(1);
  });

  test.each<[string, Reply]>([
    ['of a query', { json: lowerCaseFault('500', 'Odd') }],
    ['of a count', { json: fault('500', 'Odd') }],
  ])('in the 200 %s, which node-quickbooks itself trips over', async (_, reply) => {
    await using server = await scriptedServer(() => reply);
    const error = await thrownBy(connect(server).findByDisplayName(['Acme'], signal));
    expect([error.code, error.data.serviceCode]).toEqual(['service-refused', '500']);
  });
});

describe('too many calls', () => {
  const tooMany = (retryAfter: string): Reply => ({
    status: 429,
    headers: { 'retry-after': retryAfter },
    json: fault('3001', 'ThrottleExceeded', 'Wait a minute.'),
  });

  test('are made again after the wait that QuickBooks asks for, which is told in words', async () => {
    let answered = 0;
    await using server = await scriptedServer((request) => {
      answered += 1;
      return answered === 1 ? tooMany('2') : answer(request);
    });
    const told: string[] = [];
    const progress = (step: string) => told.push(step);
    await connect(server).exportCustomers({ signal, progress });
    expect([...new Set(told.filter((step) => step.includes('wait')))]).toEqual([
      'QuickBooks asks us to wait 2 s',
      'QuickBooks asks us to wait 1 s',
    ]);
  });

  test.each([
    ['You have reached the monthly limit of API calls', 'this month', 'Go on next month'],
    ['The daily quota of this app is used up', 'today', 'Go on tomorrow'],
  ])('of a whole day or month are not waited for: %s', async (words, period, again) => {
    await using server = await scriptedServer(() => ({ status: 429, json: fault('3001', words) }));
    const error = await thrownBy(connect(server).identify(signal));
    expect([error.code, error.data.period]).toEqual(['service-used-up', period]);
    expect(error.message).toContain(again);
    expect(error.message).not.toMatch(/later/i);
    expect(server.received).toHaveLength(1);
  });

  test('end the work when waiting does not help', async () => {
    await using server = await scriptedServer(() => tooMany('0'));
    const error = await thrownBy(connect(server).identify(signal));
    expect([error.code, error.data.detail]).toEqual([
      'service-limit',
      'ThrottleExceeded: Wait a minute (3001)',
    ]);
    expect(server.received).toHaveLength(4);
  });

  test.each([
    ['says nothing', '', 60],
    ['says an hour', '3600', 120],
    ['names a moment that is over', 'Thu, 01 Jan 2026 00:00:00 GMT', 0],
  ])('are waited out as long as is sensible where the answer %s', (_, retryAfter, seconds) => {
    const service = { name: 'QuickBooks', address: 'https://quickbooks.example' } as const;
    const answered = { status: 429, body: 'no words', retryAfter };
    expect(() => bodyOf(service, { signal, answer: answered, broken: null }, [])).toThrow(
      expect.objectContaining({
        code: 'service-limit',
        data: expect.objectContaining({ detail: 'too many calls in a minute', waitSeconds: seconds }),
      }),
    );
  });
});

describe('an answer that cannot be used', () => {
  test.concurrent.each<[string, Reply]>([
    ['JSON that breaks off', raw(200, 'application/json', '{"CompanyInfo":{"Comp')],
    ['a web page', raw(503, 'text/html', '<html>Down</html>')],
    ['a connection cut before the answer', cut],
    ['a connection cut within the answer', cutWithinBody],
    [
      'an error inside QuickBooks',
      { status: 500, json: fault('10000', 'An application error has occurred') },
    ],
  ])('%s, once, does not stop a read', async (_, reply) => {
    let answered = 0;
    await using server = await scriptedServer((request) => {
      answered += 1;
      return answered === 1 ? reply : answer(request);
    });
    expect(await connect(server).identify(signal)).toMatchObject({ organisationName: 'Acme Books' });
    expect(server.received).toHaveLength(2);
  });

  test.concurrent.each<[string, Reply, string, string]>([
    [
      'JSON that breaks off',
      raw(200, 'application/json', '{"CompanyInfo":{"Comp'),
      'service-answer',
      'it broke off or is not JSON (status 200)',
    ],
    ['nothing', raw(200, 'application/json', ''), 'service-answer', 'it was empty (status 200)'],
    [
      'a web page',
      raw(200, 'text/html', '<!DOCTYPE html>'),
      'service-answer',
      'a web page instead of data (status 200)',
    ],
    [
      'a web page of a server that is down',
      raw(503, 'text/html', '<html>'),
      'service-answer',
      'a web page instead of data (status 503)',
    ],
    [
      'JSON of another form',
      { json: { hello: 'there' } },
      'service-answer',
      expect.stringMatching(/^CompanyInfo/),
    ],
    ['a cut connection', cut, 'service-unreachable', 'the connection was cut'],
    ['a cut within the answer', cutWithinBody, 'service-unreachable', 'the connection was cut'],
  ])('%s, again and again, is an error after three attempts', async (_, reply, code, detail) => {
    await using server = await scriptedServer(() => reply);
    const error = await thrownBy(connect(server).identify(signal));
    expect([error.code, error.data.detail]).toEqual([code, detail]);
    expect(server.received).toHaveLength(3);
  });
});

test('no error shows a token or a secret', async () => {
  await using server = await scriptedServer(() => ({
    status: 400,
    json: fault('1', 'token-1 with secret-1, refresh-1'),
  }));
  const error = await thrownBy(connect(server, renewing).identify(signal));
  expect(error.data.detail).toBe('(hidden) with (hidden), (hidden) (1)');
  expect(error.cause).toBeUndefined();
});

test('nobody at the address is told in a word, and at once', async () => {
  const server = await scriptedServer(() => expired);
  await server[Symbol.asyncDispose]();
  const error = await thrownBy(connect(server).identify(signal));
  expect(error.message).toBe(
    `QuickBooks cannot be reached at ${server.url}: nothing answers there (connection refused). Check the network, then try again. Nothing was lost.`,
  );
  expect(error.data.sent).toBe('no');
  expect(error.cause).toBeUndefined();
});

test('a service that stays silent is given up after its time', async () => {
  await using server = await scriptedServer(() => silent);
  const settings = { realmId: '123', accessToken: 'token-1', apiUrl: server.url };
  const error = await thrownBy(connectQuickBooks(settings, {}, 200).identify(signal));
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
});

test('clients of two companies do not meet, though the library keeps its addresses for the whole process', async () => {
  await using one = await scriptedServer(answer);
  await using two = await scriptedServer(answer);
  const first = connectQuickBooks({ realmId: '1', accessToken: 'a', apiUrl: one.url });
  const second = connectQuickBooks({ realmId: '2', accessToken: 'b', apiUrl: two.url });
  await Promise.all([first.identify(signal), second.identify(signal), first.identify(signal)]);
  expect(one.received.map(({ path }) => path)).toEqual(Array(2).fill('/v3/company/1/companyinfo/1'));
  expect(two.received.map(({ path }) => path)).toEqual(['/v3/company/2/companyinfo/2']);
});

test('production is the address by default', () => {
  expect(connectQuickBooks({ realmId: '1', accessToken: 'a' }).address).toBe(
    'https://quickbooks.api.intuit.com',
  );
});
