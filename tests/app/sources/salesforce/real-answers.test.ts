import { describe, expect, test } from 'vitest';
import { connectSalesforce, readAccountsFile, salesforceOAuth } from '#app/sources/index.ts';
import { allAccounts } from '#shared/account-choice.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { answerFile, replaying } from '../../../support/recorded.ts';
import type { Received, ScriptedServer } from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';

const { signal } = new AbortController();
const hooks = { signal, progress: () => undefined };
const ids = ['0015g00000AbCdEAAV', '0015g00000AbCdFAAV', '0015g00000AbCdGAAV'];

const clientOf = ({ url }: ScriptedServer, more: object = {}) =>
  connectSalesforce({ instanceUrl: url, accessToken: 'token-1', ...more }, {}, 5_000);

/** What an export asks for, by the names of recorded answers; its organisation has no contacts. */
function organisation({ path, query }: Received): string {
  if (path.endsWith('/describe')) return 'salesforce/describe';
  if (path.endsWith('/query/01g5g00000AbCdEAAV-2')) return 'salesforce/page-2';
  const soql = query.get('q') ?? '';
  if (soql.includes('FROM Organization')) return 'salesforce/organization';
  if (/FROM Contact|SystemModstamp >=/.test(soql)) return 'salesforce/none';
  return soql.startsWith('SELECT COUNT()') ? 'salesforce/count' : 'salesforce/page-1';
}

test('an export takes accounts as Salesforce really writes them', async () => {
  await using server = await replaying(organisation);
  const { origin, accounts } = await clientOf(server).exportAccounts(allAccounts, hooks);
  expect(origin).toMatchObject({ organisationId: '00D5g00000ABcdEEAT', environment: 'sandbox' });
  expect(accounts).toMatchObject([
    {
      id: ids[0],
      name: "Amélie's Bird Sanctuary",
      website: '',
      billing: { street: '4581 Finch Rd.\nUnit 7', region: 'CA' },
      annualRevenue: 12_500_000,
      owner: 'Dana Whitlock',
      linkedCustomerId: '1',
      syncToken: '12',
      taxable: true,
      lastModified: '2026-01-04T14:02:35.000Z',
      systemModstamp: '2026-01-04T14:02:36.000Z',
    },
    {
      id: ids[1],
      phone: '',
      owner: '',
      linkedCustomerId: '',
      syncToken: '',
      annualRevenue: null,
      taxable: false,
      systemModstamp: '2026-01-04T14:02:35.000Z',
    },
    { id: ids[2], annualRevenue: 0, taxable: null },
  ]);
});

describe('a read of links', () => {
  test('answers under ids of 15 characters and of 18, and leaves out what is gone', async () => {
    await using server = await replaying((request) =>
      request.path.endsWith('/composite/sobjects/Account') ? 'salesforce/retrieve' : organisation(request),
    );
    const [long = '', gone = '', short = ''] = [ids[0], ids[1], ids[2]?.slice(0, 15)];
    const found = await clientOf(server).readLinks(
      [long, gone, short].map((id) => AccountId.parse(id)),
      signal,
    );
    expect([...found.keys()]).toEqual([long, short]);
    expect(found.get(AccountId.parse(long))).toEqual({
      link: { customerId: '1', syncToken: '12' },
      systemModstamp: '2026-01-04T14:02:36.000Z',
    });
  });
});

describe('an error', () => {
  test.each([
    ['session-401', 'service-session', undefined],
    [
      'invalid-field-400',
      'service-refused',
      "SELECT Id, qime__QB_ID__c FROM Account ^ ERROR at Row:1:Column:12 No such column 'qime__QB_ID__c' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name",
    ],
    [
      'bare-error-400',
      'service-refused',
      "Json Deserialization failed on token 'null' and has left off in the middle of parsing a row",
    ],
    ['bare-limit-403', 'service-used-up', 'TotalRequests Limit exceeded'],
    ['limit-403', 'service-used-up', 'TotalRequests Limit exceeded'],
    ['deleted-404', 'service-refused', 'entity is deleted'],
    [
      'two-errors-400',
      'service-refused',
      'Required fields are missing: [LastName]; FIELD_INTEGRITY_EXCEPTION',
    ],
    ['maintenance-503', 'service-answer', 'a web page instead of data (status 503)'],
  ])('as of %s is %s', async (name, code, detail) => {
    await using server = await replaying(() => `salesforce/${name}`);
    const error = await thrownBy(clientOf(server).identify(signal));
    expect([error.code, error.data.detail]).toEqual([code, detail]);
  });

  test('without a list around it says of a write, too, that nothing was done', async () => {
    await using server = await replaying((request) =>
      request.method === 'PATCH' ? 'salesforce/bare-error-400' : organisation(request),
    );
    const link = { customerId: CustomerId.parse('1'), syncToken: '0' };
    const accountId = AccountId.parse(ids[0]);
    const error = await thrownBy(clientOf(server).writeLinks([{ accountId, link }], signal));
    expect([error.code, error.data.serviceCode]).toEqual(['service-refused', 'INVALID_FIELD']);
  });
});

test('a write that is saved in part is told record by record, in its order', async () => {
  await using server = await replaying((request) =>
    request.method === 'PATCH' ? 'salesforce/saved-in-part' : organisation(request),
  );
  const links = ids.map((id) => ({
    accountId: AccountId.parse(id),
    link: { customerId: CustomerId.parse('1'), syncToken: '0' },
  }));
  expect(await clientOf(server).writeLinks(links, signal)).toMatchObject([
    { kind: 'done' },
    { kind: 'failed', code: 'UNABLE_TO_LOCK_ROW', transient: true },
    { kind: 'failed', code: 'ENTITY_IS_DELETED', transient: false, serviceMessage: 'entity is deleted' },
  ]);
});

describe('signing in', () => {
  const exchange = ({ url }: ScriptedServer) =>
    salesforceOAuth.exchange(
      { loginUrl: url, clientId: 'client', redirect: 'http://localhost:8416/callback' },
      { verifier: 'v'.repeat(64), state: 's' },
      'code-1',
      signal,
    );

  test('takes the organisation’s own address and both tokens', async () => {
    await using server = await replaying(() => 'salesforce/tokens');
    expect(await exchange(server)).toEqual({
      instanceUrl: 'https://harbour--uat.sandbox.my.salesforce.com',
      accessToken: '00D5g00000ABcdE!token-2',
      refreshToken: 'refresh-2',
    });
  });

  test('that was refused to an app without the administrator says so', async () => {
    await using server = await replaying(() => 'salesforce/app-not-installed');
    expect((await thrownBy(exchange(server))).code).toBe('sign-in-not-installed');
  });

  test('is to be done again when the refresh token has ended', async () => {
    await using server = await replaying(
      ({ path }) => `salesforce/${path.endsWith('/oauth2/token') ? 'refresh-refused' : 'session-401'}`,
    );
    const renewing = { refreshToken: 'refresh-1', clientId: 'client' };
    expect((await thrownBy(clientOf(server, renewing).identify(signal))).code).toBe('service-session');
  });
});

test('results of a bulk query, saved as a file, are read as accounts', async () => {
  const { accounts } = await readAccountsFile(answerFile('salesforce/bulk-query.csv'), {}, hooks);
  expect(accounts).toMatchObject([
    {
      id: ids[0],
      name: 'Amélie\'s "Bird" Sanctuary',
      billing: { street: '4581 Finch Rd.\nUnit 7' },
      linkedCustomerId: '1',
    },
    { id: ids[1], phone: '', linkedCustomerId: '' },
  ]);
});
