import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { quickbooksOf, salesforceOf, send } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
beforeEach(() => practice.reset());
afterAll(() => practice.close());

const both = () => [practice.salesforceUrl, practice.quickbooksUrl];
const statusWithHost = (url: string, host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('both servers', () => {
  test('serve loopback names only', async () => {
    for (const url of both()) {
      const { port } = new URL(url);
      expect(await statusWithHost(`${url}/practice/log`, `localhost:${port}`)).toBe(200);
      expect(await statusWithHost(`${url}/practice/log`, `[::1]:${port}`)).toBe(200);
      expect(await statusWithHost(`${url}/practice/log`, 'practice.example')).toBe(403);
      expect(await statusWithHost(`${url}/services/data`, `localhost.example:${port}`)).toBe(403);
    }
  });

  test('are changed by nobody without the header, and tell no web page anything', async () => {
    for (const url of both()) {
      for (const [path, method] of [
        ['reset', 'POST'],
        ['faults', 'POST'],
        ['records/1', 'POST'],
        ['records/1', 'DELETE'],
        ['sessions/expire', 'POST'],
      ] as const) {
        const refused = await fetch(`${url}/practice/${path}`, {
          method,
          headers: { origin: 'https://evil.example' },
        });
        expect(refused.status).toBe(403);
        expect(refused.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
  });

  test('say what they do not understand', async () => {
    for (const url of both()) {
      expect(await send(`${url}/practice/faults`, 'POST', [{ match: {}, fault: 'flood' }])).toMatchObject({
        status: 400,
      });
      expect(await send(`${url}/practice/records/none`, 'POST', { changes: {} })).toMatchObject({
        status: 404,
      });
      expect(await send(`${url}/practice/records/none`, 'POST', { change: {} })).toMatchObject({
        status: 400,
      });
      expect(await send(`${url}/practice/records/none`, 'DELETE')).toMatchObject({ status: 404 });
    }
  });
});

test('an account that another user edits has another stamp and another user', async () => {
  const { records } = await salesforceOf(practice).query<{ Id: string; SystemModstamp: string }>(
    'SELECT Id, SystemModstamp FROM Account LIMIT 1',
  );
  const { Id = '', SystemModstamp } = records[0] ?? {};
  const path = `/practice/records/${Id}`;
  const edited = await send(`${practice.salesforceUrl}${path}`, 'POST', { changes: { Name: 'Edited' } });
  expect(edited.json).toMatchObject({ Id, Name: 'Edited', LastModifiedById: '0050000PracUse2AEC' });
  expect((edited.json as (typeof records)[0])?.SystemModstamp).not.toBe(SystemModstamp);
  expect((await send(`${practice.salesforceUrl}/practice/log`)).json).toEqual([
    {
      at: expect.any(String),
      method: 'POST',
      path,
      id: Id,
      changes: expect.objectContaining({ Name: [expect.any(String), 'Edited'] }),
      outcome: 'ok',
    },
  ]);
});

test('a customer that another user edits has the next sync token', async () => {
  const { json } = await send(`${practice.quickbooksUrl}/practice/records`);
  const [customer] = (json as { Customer: { Id: string; SyncToken: string }[] }).Customer;
  const edited = await send(`${practice.quickbooksUrl}/practice/records/${customer?.Id}`, 'POST', {
    changes: { Active: false, Notes: 'gone' },
  });
  expect(edited.json).toMatchObject({
    Active: false,
    Notes: 'gone',
    SyncToken: String(Number(customer?.SyncToken) + 1),
  });
});

test('the log has every write in order, refused ones too, and nothing that was only read', async () => {
  const call = quickbooksOf(practice);
  await call('findCustomers', { count: true });
  await call('createCustomer', { DisplayName: 'Logged' });
  await call('createCustomer', { DisplayName: 'LOGGED' });
  const { json } = await send(`${practice.quickbooksUrl}/practice/log`);
  expect(json).toMatchObject([
    { method: 'POST', outcome: 'ok', changes: { DisplayName: [null, 'Logged'], SyncToken: [null, '0'] } },
    { method: 'POST', outcome: '6240', id: null, changes: {} },
  ]);
});

test('a reset brings back every record, on both sides, and forgets the log, faults and answered requests', async () => {
  const records = () => Promise.all(both().map((url) => send(`${url}/practice/records`)));
  const before = (await records()).map(({ json }) => json);
  const [account] = (before[0] as { Account: { Id: string }[] }).Account;
  await quickbooksOf(practice)('createCustomer', { DisplayName: 'Passing', requestId: 'r' });
  await salesforceOf(practice).sobject('Account').create({ Name: 'Passing' });
  await send(`${practice.salesforceUrl}/practice/records/${account?.Id}`, 'DELETE');
  await send(`${practice.salesforceUrl}/practice/faults`, 'POST', [{ match: {}, fault: 'status' }]);
  await send(`${practice.quickbooksUrl}/practice/reset`, 'POST', {});
  const after = (await records()).map(({ json }) => json);
  const sorted = (all: unknown) =>
    Object.values(all as Record<string, { Id: string }[]>).map((list) =>
      list.sort((a, b) => (a.Id < b.Id ? -1 : 1)),
    );
  expect(after.map(sorted)).toEqual(before.map(sorted));
  for (const url of both()) expect((await send(`${url}/practice/log`)).json).toEqual([]);
  expect((await send(`${practice.salesforceUrl}/practice/faults`)).json).toEqual([]);
  expect(
    await quickbooksOf(practice)('createCustomer', { DisplayName: 'Another', requestId: 'r' }),
  ).toMatchObject({
    body: { DisplayName: 'Another' },
  });
});
