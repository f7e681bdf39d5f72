import { describe, expect, test } from 'vitest';
import { connectQuickBooks, quickBooksOAuth } from '#app/sources/index.ts';
import { noAddress } from '#shared/records.ts';
import { replaying } from '../../../support/recorded.ts';
import type { Received, ScriptedServer } from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';

const { signal } = new AbortController();
const hooks = { signal, progress: () => undefined };

const clientOf = (server: ScriptedServer, more: object = {}) =>
  connectQuickBooks(
    {
      realmId: '4620816365000000000',
      accessToken: 'token-1',
      apiUrl: server.url,
      tokenUrl: `${server.url}/oauth2/v1/tokens/bearer`,
      ...more,
    },
    {},
    5_000,
  );

/** What an export asks for, by the names of recorded answers. */
function companyOf(count: string, page: string): (request: Received) => string {
  return ({ path, query }) => {
    if (path.includes('/companyinfo/')) return 'quickbooks/company-info';
    const sql = query.get('query') ?? '';
    if (!/from customer/i.test(sql)) {
      return sql.includes('count(*)') ? 'quickbooks/count-none' : 'quickbooks/page-empty';
    }
    if (sql.includes('count(*)')) return `quickbooks/${count}`;
    if (/ desc /.test(sql) && page !== 'page-empty') return 'quickbooks/newest';
    return sql.includes('MetaData.LastUpdatedTime >=') ? 'quickbooks/page-empty' : `quickbooks/${page}`;
  };
}

describe('an export', () => {
  test('takes customers as QuickBooks really writes them', async () => {
    await using server = await replaying(companyOf('count', 'page'));
    const { origin, customers, problems } = await clientOf(server).exportCustomers(hooks);
    expect(origin.organisationName).toBe('Harbour & Söhne, Inc.');
    expect(problems).toEqual([]);
    expect(customers).toMatchObject([
      {
        id: '1',
        syncToken: '12',
        displayName: "Amélie's Bird Sanctuary",
        familyName: "O'Neill",
        email: 'birds@amelie.example, office@amelie.example',
        phone: '(650) 555-0111',
        website: 'http://amelie.example',
        billing: { street: '4581 Finch Rd.\nUnit 7', city: 'Bayside', region: 'CA', postalCode: '94326' },
        shipping: noAddress,
        balance: 639.1,
        balanceWithJobs: 724.1,
        currency: 'USD',
        taxable: true,
        parentId: '',
        createdAt: '2015-10-01T23:48:43.000Z',
        lastModified: '2026-01-04T14:02:35.000Z',
      },
      {
        id: '8',
        parentId: '1',
        job: true,
        level: 1,
        companyName: '',
        email: '',
        fullyQualifiedName: "Amélie's Bird Sanctuary:0969 Ocean View Road",
      },
      { id: '60', displayName: 'Cool Carts (deleted)', active: false, createdAt: '2015-11-05T13:45:17.000Z' },
    ]);
  });

  test('takes an empty page for no customers', async () => {
    await using server = await replaying(companyOf('count-none', 'page-empty'));
    expect((await clientOf(server).exportCustomers(hooks)).customers).toEqual([]);
  });
});

describe('an error', () => {
  test.each([
    ['expired-401', 'service-session', undefined],
    ['expired-200', 'service-session', undefined],
    ['expired-xml', 'service-session', undefined],
    [
      'throttled-429',
      'service-limit',
      'message=ThrottleExceeded; errorCode=003001; statusCode=429: The request limit was reached. Try again later (3001)',
    ],
    [
      'throttled-xml',
      'service-limit',
      'message=ThrottleExceeded; errorCode=003001; statusCode=403: The request limit was reached. Try again later (3001)',
    ],
    [
      'duplicate-lower-case',
      'service-refused',
      'Duplicate Name Exists Error: The name supplied already exists. : null (6240)',
    ],
    [
      'two-errors',
      'service-refused',
      'Invalid ID: Id should be a valid number. Supplied value:1.5 (2030); Error parsing query: QueryParserError: Encountered " "<" "< "" at line 1, column 30 (4000)',
    ],
    [
      'system-failure-200',
      'service-refused',
      'An application error has occurred while processing your request: System Failure Error: null (10000)',
    ],
    ['unsupported-xml', 'service-refused', 'Unsupported Operation: Operation "a & b" is not supported (500)'],
  ])('as of %s is %s', async (name, code, detail) => {
    await using server = await replaying(() => `quickbooks/${name}`);
    const error = await thrownBy(clientOf(server).identify(signal));
    expect([error.code, error.data.detail]).toEqual([code, detail]);
    expect(JSON.stringify([error.message, error.data])).not.toContain('token-1');
  });

  test('of an access token that ended leads to a new one', async () => {
    for (const expired of ['expired-401', 'expired-200', 'expired-xml']) {
      await using server = await replaying(({ path, headers }) => {
        if (path.includes('/tokens/')) return 'quickbooks/tokens';
        return `quickbooks/${headers.authorization === 'Bearer token-2' ? 'company-info' : expired}`;
      });
      const keys = { refreshToken: 'refresh-1', clientId: 'client', clientSecret: 'secret' };
      const { organisationName } = await clientOf(server, keys).identify(signal);
      expect([expired, organisationName]).toEqual([expired, 'Harbour & Söhne, Inc.']);
    }
  });

  test('of a refresh token that is refused is the end of the sign-in', async () => {
    await using server = await replaying(
      ({ path }) => `quickbooks/${path.includes('/tokens/') ? 'refresh-refused' : 'expired-401'}`,
    );
    const keys = { refreshToken: 'refresh-1', clientId: 'client', clientSecret: 'secret' };
    expect((await thrownBy(clientOf(server, keys).identify(signal))).code).toBe('service-session');
  });
});

describe('signing in', () => {
  const exchange = ({ url }: ScriptedServer) =>
    quickBooksOAuth.exchange(
      { authorizeUrl: `${url}/connect/oauth2`, tokenUrl: `${url}/token`, revokeUrl: `${url}/revoke` },
      { clientId: 'client', clientSecret: 'secret' },
      'code-1',
      'http://localhost:8417/callback',
      signal,
    );

  test('takes the tokens, and how long the refresh token lasts', async () => {
    await using server = await replaying(() => 'quickbooks/tokens');
    expect(await exchange(server)).toEqual({
      accessToken: 'token-2',
      refreshToken: 'refresh-2',
      refreshSeconds: 8_726_400,
    });
  });

  test.each([
    ['code-refused', 'sign-in-late'],
    ['keys-refused', 'sign-in-keys'],
  ])('answered by %s is %s', async (name, code) => {
    await using server = await replaying(() => `quickbooks/${name}`);
    expect((await thrownBy(exchange(server))).code).toBe(code);
  });
});
