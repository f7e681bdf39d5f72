import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { quickbooksOf, send } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
beforeEach(() => practice.reset());
afterAll(() => practice.close());

interface CustomerRecord {
  readonly Id: string;
  readonly DisplayName: string;
  readonly Balance: number;
  readonly SyncToken: string;
}
const control = (path: string, method: string, body?: unknown) =>
  send(`${practice.quickbooksUrl}/practice/${path}`, method, body);
async function customer(name: string, parent?: string): Promise<CustomerRecord> {
  const { json } = await control('add/Customer', 'POST', {
    fields: {
      DisplayName: name,
      ...(parent === undefined ? {} : { Job: true, ParentRef: { value: parent } }),
    },
  });
  return json as CustomerRecord;
}
/** Two customers that owe something, so that the sum is told from either. */
async function owing(): Promise<[CustomerRecord, CustomerRecord]> {
  const { json } = await control('records', 'GET');
  const parents = new Set(
    (json as { Customer: { ParentRef?: { value: string } }[] }).Customer.map(
      ({ ParentRef }) => ParentRef?.value,
    ),
  );
  const [first, second] = (json as { Customer: CustomerRecord[] }).Customer.filter(
    ({ Balance, Id }) => Balance > 0 && !parents.has(Id),
  );
  if (first === undefined || second === undefined) throw new RangeError('nobody owes anything');
  return [first, second];
}

describe('a customer that is merged into another', () => {
  test('is found no more, is told as deleted, and leaves what it owes to the other', async () => {
    const since = new Date(Date.now() - 1_000);
    const [master, loser] = await owing();
    const { status } = await control('merge/Customer', 'POST', { master: master.Id, loser: loser.Id });
    expect(status).toBe(200);
    const call = quickbooksOf(practice);
    expect(await call('getCustomer', loser.Id)).toMatchObject({
      ok: false,
      status: 400,
      body: { Fault: { Error: [{ code: '610', Message: 'Object Not Found' }] } },
    });
    const found = await call('findCustomers', [
      { field: 'Active', value: [true, false], operator: 'IN' },
      { field: 'Id', value: [master.Id, loser.Id], operator: 'IN' },
    ]);
    expect(found).toMatchObject({
      body: {
        QueryResponse: {
          Customer: [
            {
              Id: master.Id,
              DisplayName: master.DisplayName,
              Balance: Math.round((master.Balance + loser.Balance) * 100) / 100,
              SyncToken: String(Number(master.SyncToken) + 1),
            },
          ],
          maxResults: 1,
        },
      },
    });
    expect(await call('changeDataCapture', 'Customer', since)).toMatchObject({
      body: {
        CDCResponse: [
          {
            QueryResponse: [
              {
                Customer: expect.arrayContaining([
                  expect.objectContaining({ Id: master.Id, DisplayName: master.DisplayName }),
                  expect.objectContaining({ Id: loser.Id, status: 'Deleted' }),
                ]),
              },
            ],
          },
        ],
      },
    });
  });

  test('gives its name free', async () => {
    const [master, loser] = [await customer('Stays'), await customer('Goes')];
    await control('merge/Customer', 'POST', { master: master.Id, loser: loser.Id });
    expect(await quickbooksOf(practice)('createCustomer', { DisplayName: 'Goes' })).toMatchObject({
      ok: true,
    });
  });

  test('must have no sub-customers', async () => {
    const [master, loser] = [await customer('Stays'), await customer('Has a job')];
    await customer('The job', loser.Id);
    expect(await control('merge/Customer', 'POST', { master: master.Id, loser: loser.Id })).toMatchObject({
      status: 400,
      json: { Fault: { Error: [{ code: '6000' }] } },
    });
    expect(await quickbooksOf(practice)('getCustomer', loser.Id)).toMatchObject({ ok: true });
  });
});

test('a merge wants two customers', async () => {
  const master = await customer('Alone');
  expect(await control('merge/Customer', 'POST', { master: master.Id, loser: master.Id })).toMatchObject({
    status: 400,
  });
  expect(await control('merge/Customer', 'POST', { master: master.Id, loser: 'none' })).toMatchObject({
    status: 404,
  });
  expect(await control('merge/Vendor', 'POST', { master: master.Id, loser: master.Id })).toMatchObject({
    status: 400,
  });
});
