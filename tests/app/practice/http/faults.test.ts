import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FaultRule } from '#app/practice/http/fault-rule.ts';
import { Faults } from '#app/practice/http/faults.ts';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { quickbooksOf, salesforceOf, send } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
beforeEach(() => practice.reset());
afterAll(() => practice.close());

const arm = (url: string, ...rules: object[]) => send(`${url}/practice/faults`, 'POST', rules);
const log = async () => (await send(`${practice.quickbooksUrl}/practice/log`)).json;
const create = (DisplayName: string) => quickbooksOf(practice)('createCustomer', { DisplayName });

describe('a fault', () => {
  test('meets the requests that match, after some and for some of them', () => {
    const faults = new Faults();
    const rule = (input: object) => FaultRule.parse(input);
    faults.arm([
      rule({
        match: { method: 'post', pathIncludes: 'customer' },
        after: 1,
        times: 2,
        fault: 'reset-before',
      }),
      rule({ match: {}, after: 5, fault: 'delay' }),
    ]);
    const met = Array.from(
      { length: 6 },
      () => faults.next('request', { method: 'POST', path: '/v3/company/1/customer' })?.fault ?? null,
    );
    expect(met).toEqual([null, 'reset-before', 'reset-before', null, null, 'delay']);
    expect(faults.next('request', { method: 'GET', path: '/v3/company/1/customer/1' })).toBeNull();
    expect(faults.armed().map(({ matched }) => matched)).toEqual([6, 7]);
  });

  test('of a status answers in the words of the service and does nothing', async () => {
    await arm(practice.quickbooksUrl, { match: { pathIncludes: '/customer' }, fault: 'status', status: 401 });
    expect(await create('Refused')).toMatchObject({
      status: 401,
      body: { fault: { error: [{ code: '3200' }] } },
    });
    expect(await log()).toEqual([]);
    expect(await create('Refused')).toMatchObject({ ok: true });
    await arm(practice.salesforceUrl, { match: { method: 'PATCH' }, fault: 'status', status: 403 });
    await expect(
      salesforceOf(practice)
        .sobject('Account')
        .update([{ Id: '001Hs0000000001IAA' }]),
    ).rejects.toMatchObject({ errorCode: 'REQUEST_LIMIT_EXCEEDED' });
  });

  test('answers with a body of its own, as a page when it is text', async () => {
    const url = practice.quickbooksUrl;
    await arm(url, {
      match: {},
      fault: 'status',
      status: 200,
      body: { Fault: { Error: [{ code: '10000' }], type: 'SystemFault' } },
    });
    expect(await quickbooksOf(practice)('getCustomer', '1')).toMatchObject({ ok: false });
    await arm(url, { match: {}, fault: 'status', status: 503, body: '<html>down</html>' });
    const page = await fetch(`${url}/v3/company/1/preferences`);
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      503,
      'text/html',
      '<html>down</html>',
    ]);
  });

  test('that cuts the connection before leaves nothing done', async () => {
    await arm(practice.quickbooksUrl, { match: { method: 'POST' }, fault: 'reset-before' });
    expect(await create('Cut')).toMatchObject({ ok: false, status: 0 });
    expect(await log()).toEqual([]);
  });

  test('that cuts the connection after leaves it done, and nobody was told', async () => {
    await arm(practice.quickbooksUrl, { match: { method: 'POST' }, fault: 'reset-after' });
    expect(await create('Cut')).toMatchObject({ ok: false, status: 0 });
    expect(await log()).toMatchObject([{ outcome: 'ok', changes: { DisplayName: [null, 'Cut'] } }]);
    expect(await create('Cut')).toMatchObject({
      status: 400,
      body: { Fault: { Error: [{ code: '6240' }] } },
    });
  });

  test('of delay lets others pass meanwhile', async () => {
    await arm(practice.quickbooksUrl, { match: { method: 'POST' }, fault: 'delay', ms: 300 });
    const finished: string[] = [];
    await Promise.all([
      create('Slow').then(() => finished.push('slow')),
      quickbooksOf(practice)('getPreferences').then(() => finished.push('quick')),
    ]);
    expect(finished).toEqual(['quick', 'slow']);
  });

  test('of chance is the same for the same seed, and about as frequent as it should be', () => {
    const metBy = (seed: number) => {
      const faults = new Faults();
      faults.arm([
        FaultRule.parse({ match: {}, fault: 'reset-before', times: 1_000, probability: 0.25, seed }),
      ]);
      return Array.from({ length: 400 }, () => faults.next('request', { method: 'GET', path: '/' }) !== null);
    };
    expect(metBy(3)).toEqual(metBy(3));
    expect(metBy(3)).not.toEqual(metBy(4));
    const met = metBy(3).filter(Boolean).length;
    expect(met).toBeGreaterThan(60);
    expect(met).toBeLessThan(140);
  });

  test('by record meets what names it, in the address or in the body', async () => {
    const account = '001Hs00000AAAAAAA0';
    await arm(practice.salesforceUrl, { match: { record: account }, fault: 'status', status: 503, times: 2 });
    const update = (Id: string) => salesforceOf(practice).sobject('Account').update([{ Id }]);
    await expect(update(account)).rejects.toMatchObject({ errorCode: 'SERVER_UNAVAILABLE' });
    await expect(update('001Hs00000AAAAAAB0')).resolves.toMatchObject([{ success: false }]);
    const url = `${practice.salesforceUrl}/services/data/v60.0/sobjects/Account/${account}`;
    expect((await fetch(url)).status).toBe(503);
  });

  test('of a record refuses it alone, in whatever call it comes', async () => {
    const connection = salesforceOf(practice);
    const { records } = await connection.query<{ Id: string }>('SELECT Id FROM Account LIMIT 2');
    const [first = '', second = ''] = records.map(({ Id }) => Id);
    const rule = { match: { record: first }, times: 2, code: 'UNABLE_TO_LOCK_ROW', message: 'locked' };
    await arm(practice.salesforceUrl, { ...rule, fault: 'record-error' });
    const both = [
      { Id: first, Site: 'a' },
      { Id: second, Site: 'b' },
    ];
    expect(await connection.sobject('Account').update(both)).toMatchObject([
      { success: false, errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW' }] },
      { success: true },
    ]);
    await expect(connection.sobject('Account').update({ Id: first, Site: 'a' })).rejects.toMatchObject({
      errorCode: 'UNABLE_TO_LOCK_ROW',
    });
    expect(await connection.sobject('Account').update(both)).toMatchObject([
      { success: true },
      { success: true },
    ]);
  });

  test('of what others do meanwhile is done before the request, and logged', async () => {
    const changes = [{ kind: 'add', entity: 'Vendor', fields: { DisplayName: 'Taken' } }];
    await arm(practice.quickbooksUrl, { match: { method: 'POST' }, fault: 'meanwhile', changes });
    expect(await create('taken')).toMatchObject({ status: 400 });
    expect(await log()).toMatchObject([{ method: 'FAULT', outcome: 'ok' }, { outcome: '6240' }]);
  });

  test('of the body: half of it, a part and then the end of the connection, or keys in lower case', async () => {
    const url = `${practice.quickbooksUrl}/v3/company/1/preferences`;
    const headers = { 'accept-encoding': 'identity' };
    const whole = await (await fetch(url, { headers })).text();
    await arm(practice.quickbooksUrl, { match: {}, fault: 'truncated-body' });
    const half = await (await fetch(url, { headers })).text();
    expect(whole.slice(0, 20)).toBe(half.slice(0, 20));
    expect(() => JSON.parse(half)).toThrow();
    await arm(practice.quickbooksUrl, { match: {}, fault: 'cut-body' });
    await expect((await fetch(url, { headers })).text()).rejects.toThrow();
    await arm(practice.quickbooksUrl, { match: { method: 'POST' }, fault: 'lowercase-fault' });
    expect(await create('')).toMatchObject({ body: { fault: { error: [{ code: '2020' }] } } });
  });

  test('of tokens and of cursors ends them', async () => {
    await arm(practice.quickbooksUrl, { match: {}, fault: 'expire-token' });
    expect(await create('Never')).toMatchObject({ status: 401 });
    const connection = salesforceOf(practice);
    await send(`${practice.salesforceUrl}/practice/limits`, 'POST', { rowsPerPage: 250 });
    const { nextRecordsUrl = '' } = await connection.query('SELECT Id FROM Account');
    await arm(practice.salesforceUrl, { match: { pathIncludes: '/query/' }, fault: 'forget-cursors' });
    await expect(Promise.resolve(connection.queryMore(nextRecordsUrl))).rejects.toMatchObject({
      errorCode: 'INVALID_QUERY_LOCATOR',
    });
  });

  test('of the day’s calls answers 403 once they are used up', async () => {
    await send(`${practice.salesforceUrl}/practice/limits`, 'POST', { daily: 1 });
    const count = () => Promise.resolve(salesforceOf(practice).query('SELECT COUNT() FROM Account'));
    await count();
    await expect(count()).rejects.toMatchObject({ errorCode: 'REQUEST_LIMIT_EXCEEDED' });
  });
});
