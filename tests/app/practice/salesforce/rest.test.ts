import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { salesforceOf, send } from '../clients.ts';

let practice: PracticeCompany;
let id = '';
beforeAll(async () => {
  practice = await startPractice();
  const { records } = await salesforceOf(practice).query<{ Id: string }>('SELECT Id FROM Account LIMIT 1');
  id = records[0]?.Id ?? '';
});
afterAll(() => practice.close());

const call = (path: string, method = 'GET', body?: unknown, headers: Record<string, string> = {}) =>
  send(`${practice.salesforceUrl}${path}`, method, body, {
    authorization: `Bearer ${practice.environment.SALESFORCE_ACCESS_TOKEN}`,
    ...headers,
  });
const account = () => `/services/data/v60.0/sobjects/Account/${id}`;

describe('the REST API', () => {
  test('lists its versions to anybody and serves no other', async () => {
    const { json } = await send(`${practice.salesforceUrl}/services/data`);
    expect(json).toContainEqual({ label: "Spring '24", url: '/services/data/v60.0', version: '60.0' });
    expect(json).toContainEqual({ label: "Winter '26", url: '/services/data/v65.0', version: '65.0' });
    expect(await call('/services/data/v12.0/limits')).toMatchObject({ status: 404 });
  });

  test('answers in its own content type, with the calls used, and packed when asked', async () => {
    const { headers } = await call('/services/data/v60.0/query?q=SELECT+Id+FROM+Account', 'GET', undefined, {
      'accept-encoding': 'gzip',
    });
    expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(headers.get('sforce-limit-info')).toMatch(/^api-usage=\d+\/100000$/);
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  test('refuses a call without a session', async () => {
    const answer = await call('/services/data/v60.0/limits', 'GET', undefined, {
      authorization: 'Bearer wrong',
    });
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
  });

  test('tells who is signed in', async () => {
    const { json } = await call('/services/oauth2/userinfo');
    expect(json).toMatchObject({
      user_id: expect.stringMatching(/^005/),
      email: 'robin.ashby@practice-company.example',
    });
    const refused = await fetch(`${practice.salesforceUrl}/services/oauth2/userinfo`);
    expect([refused.status, await refused.text()]).toEqual([403, 'Bad_OAuth_Token']);
  });

  test('describes the record types of accounts, gives each account one, and a new one the usual one', async () => {
    const { json } = await call('/services/data/v60.0/sobjects/Account/describe');
    expect(json).toMatchObject({
      recordTypeInfos: [
        { name: 'Customer', active: true, master: false, defaultRecordTypeMapping: true },
        { name: 'Prospect', master: false, defaultRecordTypeMapping: false },
        { name: 'Partner', master: false },
        { name: 'Master', master: true, recordTypeId: '012000000000000AAA' },
      ],
    });
    const created = await call('/services/data/v60.0/sobjects/Account', 'POST', { Name: 'New one' });
    const { totalSize, records } = await salesforceOf(practice).query<{ RecordType: { Name: string } }>(
      `SELECT RecordType.Name FROM Account WHERE Id = '${z.object({ id: z.string() }).parse(created.json).id}'`,
    );
    expect([totalSize, records[0]?.RecordType.Name]).toEqual([1, 'Customer']);
    const without = await salesforceOf(practice).query('SELECT Id FROM Account WHERE RecordTypeId = null');
    expect(without.totalSize).toBe(0);
  });

  test('takes 15 characters for a record and gives 18 back', async () => {
    const { json } = await call(`/services/data/v60.0/sobjects/account/${id.slice(0, 15)}?fields=Name`);
    expect(json).toMatchObject({ attributes: { type: 'Account' }, Id: id, Name: expect.any(String) });
    expect(await call('/services/data/v60.0/sobjects/Account/nothing')).toMatchObject({
      status: 404,
      json: [{ errorCode: 'NOT_FOUND' }],
    });
  });

  test('writes one record only when it is as the client saw it', async () => {
    const before = await call(account());
    const tag = before.headers.get('etag') ?? '';
    const write = (headers: Record<string, string>) => call(account(), 'PATCH', { Site: 'here' }, headers);
    expect(await write({ 'if-match': '"another"' })).toMatchObject({ status: 412 });
    expect(await write({ 'if-match': tag })).toMatchObject({ status: 204, json: null });
    expect(await write({ 'if-match': tag })).toMatchObject({ status: 412 });
    const since = before.headers.get('last-modified') ?? '';
    expect(await write({ 'if-unmodified-since': since })).toMatchObject({ status: 412 });
    const now = await call(account());
    expect(now.json).toMatchObject({ Site: 'here' });
    const again = await call(account(), 'GET', undefined, { 'if-none-match': now.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test.each([
    [{ Nothing__c: 1 }, 400, 'INVALID_FIELD', "No such column 'Nothing__c' on sobject of type Account"],
    [{ Name: null }, 400, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]'],
    [{ ParentId: 'x' }, 400, 'MALFORMED_ID', 'Parent Account ID: id value of incorrect type: x'],
    [{ OwnerId: '005Hs000000zzzzIAA' }, 400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
    [
      { qime__QB_ID__c: 12 },
      400,
      'JSON_PARSER_ERROR',
      'Cannot deserialize instance of string from VALUE_NUMBER value 12',
    ],
    [
      { qime__Taxable__c: 'yes' },
      400,
      'JSON_PARSER_ERROR',
      'Cannot deserialize instance of boolean from VALUE_STRING value "yes"',
    ],
  ])('refuses %j', async (body, status, errorCode, message) => {
    expect(await call(account(), 'PATCH', body)).toMatchObject({ status, json: [{ errorCode, message }] });
  });

  test('answers an unknown path, a wrong method and a lost locator as Salesforce does', async () => {
    expect(await call('/services/data/v60.0/nothing')).toMatchObject({
      status: 404,
      json: [{ errorCode: 'NOT_FOUND' }],
    });
    expect(await call(account(), 'PUT', {})).toMatchObject({
      status: 405,
      json: [{ errorCode: 'METHOD_NOT_ALLOWED' }],
    });
    expect(await call('/services/data/v60.0/query/01gHs0000000001IAA-2000')).toMatchObject({
      status: 400,
      json: [{ errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' }],
    });
  });

  test('gives a record that another user deleted to nobody', async () => {
    const { records } = await salesforceOf(practice).query<{ Id: string }>(
      'SELECT Id FROM Account ORDER BY Name DESC LIMIT 1',
    );
    const gone = records[0]?.Id ?? '';
    await send(`${practice.salesforceUrl}/practice/records/${gone}`, 'DELETE');
    const query = `SELECT Id FROM Account WHERE Id = '${gone}'`;
    expect((await salesforceOf(practice).query(query)).totalSize).toBe(0);
    expect((await salesforceOf(practice).query(query, { scanAll: true })).totalSize).toBe(1);
    expect(
      await salesforceOf(practice)
        .sobject('Account')
        .update([{ Id: gone, Site: 'x' }], { allOrNone: false }),
    ).toMatchObject([
      { success: false, errors: [{ statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }] },
    ]);
  });
});
