import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { Throttle } from '#app/practice/quickbooks/throttle.ts';
import { quickbooksOf, send } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
beforeEach(() => practice.reset());
afterAll(() => practice.close());

const control = (path: string, method: string, body?: unknown) =>
  send(`${practice.quickbooksUrl}/practice/${path}`, method, body);

describe('change data capture through node-quickbooks', () => {
  test('gives what changed since, of each entity, and what is gone as deleted', async () => {
    const since = new Date();
    const call = quickbooksOf(practice);
    const { body } = (await call('createCustomer', { DisplayName: 'New one' })) as { body: { Id: string } };
    const { json } = await control('records', 'GET');
    const [gone] = (json as { Customer: { Id: string }[] }).Customer;
    await control(`records/${gone?.Id}`, 'DELETE');
    await control('add/Vendor', 'POST', { fields: { DisplayName: 'A vendor' } });
    // Times are in whole seconds.
    const answer = await call(
      'changeDataCapture',
      'Customer,Vendor,Employee',
      new Date(since.getTime() - 1_000),
    );
    expect(answer).toMatchObject({
      ok: true,
      body: {
        CDCResponse: [
          {
            QueryResponse: [
              {
                Customer: expect.arrayContaining([
                  expect.objectContaining({ Id: body.Id, DisplayName: 'New one' }),
                  expect.objectContaining({ Id: gone?.Id, status: 'Deleted' }),
                ]),
                maxResults: 2,
              },
              { Vendor: [{ DisplayName: 'A vendor' }] },
              {},
            ],
          },
        ],
      },
    });
  });

  test('reaches thirty days back', async () => {
    const call = quickbooksOf(practice);
    expect(await call('changeDataCapture', 'Customer', new Date('2020-01-01'))).toMatchObject({
      ok: false,
      status: 400,
    });
  });
});

describe('the limits', () => {
  test('are off until they are set', async () => {
    expect(Array.from({ length: 600 }, () => new Throttle().accepts(0, true))).not.toContain(false);
  });

  test('are of a second, of a minute, and of batches', () => {
    const throttle = new Throttle();
    throttle.set({ perSecond: 2, perMinute: 4, batchesPerMinute: 1 });
    const at = (now: number, isBatch = false) => throttle.accepts(now, isBatch);
    expect([at(0), at(10), at(20), at(1_005), at(1_500, true), at(1_900)]).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect([at(60_020), at(61_000, true), at(61_600, true)]).toEqual([true, false, true]);
  });

  test('answer 429 in the service’s words, until they are lifted', async () => {
    await control('limits', 'POST', { perSecond: 1 });
    const call = quickbooksOf(practice);
    await call('getPreferences');
    expect(await call('getPreferences')).toMatchObject({
      status: 429,
      body: { fault: { error: [{ message: expect.stringContaining('ThrottleExceeded') }] } },
    });
    await control('limits', 'POST', {});
    expect(await call('getPreferences')).toMatchObject({ ok: true });
    expect(await control('limits', 'POST', { perHour: 1 })).toMatchObject({ status: 400 });
  });
});
