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
});
