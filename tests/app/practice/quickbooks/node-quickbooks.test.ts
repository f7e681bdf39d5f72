import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeCompany, practiceRealmId, startPractice } from '#app/practice/index.ts';
import { quickbooksOf, send } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
beforeEach(() => practice.reset());
afterAll(() => practice.close());

const everyone = [
  { field: 'Active', value: [true, false], operator: 'IN' },
  { field: 'asc', value: 'Id' },
  { field: 'fetchAll', value: true },
];
const fault = (code: string, Detail: unknown = expect.any(String)) => ({
  ok: false,
  status: 400,
  body: {
    Fault: { type: 'ValidationFault', Error: [{ code, Detail }] },
    time: expect.stringMatching(/-07:00$/),
  },
});
const stored = async (): Promise<
  { Id: string; Active: boolean; DisplayName: string; SyncToken: string }[]
> => {
  const { json } = await send(`${practice.quickbooksUrl}/practice/records`);
  return (json as { Customer: [] }).Customer;
};
const any = async () => {
  const [customer] = (await stored()).filter(({ Active }) => Active);
  if (customer === undefined) throw new Error('no customer');
  return customer;
};

describe('node-quickbooks', () => {
  test('fetches all customers, inactive ones too, over several pages, in the order of their ids', async () => {
    const answer = await quickbooksOf(practice)('findCustomers', [
      ...everyone,
      { field: 'limit', value: 300 },
    ]);
    const all = await stored();
    const ids = (
      answer as unknown as { body: { QueryResponse: { Customer: { Id: string }[] } } }
    ).body.QueryResponse.Customer.map(({ Id }) => Number(Id));
    expect(ids).toEqual(all.map(({ Id }) => Number(Id)).sort((a, b) => a - b));
    expect(all.some(({ Active }) => !Active)).toBe(true);
  });

  test('leaves inactive customers out unless it asks for them', async () => {
    const all = await stored();
    expect(await quickbooksOf(practice)('findCustomers', { count: true })).toMatchObject({
      body: { QueryResponse: { totalCount: all.filter(({ Active }) => Active).length } },
    });
    expect(
      await quickbooksOf(practice)('findCustomers', [
        { count: true },
        { field: 'Active', value: [true, false], operator: 'IN' },
      ]),
    ).toMatchObject({ body: { QueryResponse: { totalCount: all.length } } });
  });

  test('is given nothing at all for an empty page', async () => {
    const answer = await quickbooksOf(practice)('findCustomers', { DisplayName: "Nobody's name" });
    expect(answer).toEqual({ ok: true, body: { QueryResponse: {}, time: expect.any(String) } });
  });

  test('finds a name with a quote in it', async () => {
    await quickbooksOf(practice)('createCustomer', { DisplayName: "Rosie's #1 + Co & Sons = 100%" });
    expect(
      await quickbooksOf(practice)('findCustomers', { DisplayName: "Rosie's #1 + Co & Sons = 100%" }),
    ).toMatchObject({ body: { QueryResponse: { maxResults: 1, startPosition: 1 } } });
  });

  test('reads the company and its preferences', async () => {
    expect(await quickbooksOf(practice)('getCompanyInfo', practiceRealmId)).toMatchObject({
      body: { CompanyName: 'Practice company', Country: 'US' },
    });
    expect(await quickbooksOf(practice)('getPreferences')).toMatchObject({
      body: { CurrencyPrefs: { MultiCurrencyEnabled: false } },
    });
  });

  test('creates a customer and gets what follows from what it sent, and nothing that is empty', async () => {
    const answer = await quickbooksOf(practice)('createCustomer', {
      DisplayName: ' Fresh Start ',
      PrimaryPhone: { FreeFormNumber: '(503) 555-0101' },
      BillAddr: { Line1: '1 Main St', City: '', PostalCode: '97209' },
      Notes: '',
    });
    expect(answer).toEqual({
      ok: true,
      body: {
        Taxable: true,
        BillAddr: { Id: expect.any(String), Line1: '1 Main St', PostalCode: '97209' },
        Job: false,
        BillWithParent: false,
        Balance: 0,
        BalanceWithJobs: 0,
        CurrencyRef: { value: 'USD', name: 'United States Dollar' },
        PreferredDeliveryMethod: 'Print',
        IsProject: false,
        domain: 'QBO',
        sparse: false,
        Id: expect.stringMatching(/^\d+$/),
        SyncToken: '0',
        MetaData: {
          CreateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-07:00$/),
          LastUpdatedTime: expect.any(String),
        },
        Active: true,
        PrimaryPhone: { FreeFormNumber: '(503) 555-0101' },
        DisplayName: 'Fresh Start',
        FullyQualifiedName: 'Fresh Start',
        PrintOnCheckName: 'Fresh Start',
      },
    });
  });

  test('creates once for one request id, whatever becomes of the answer', async () => {
    const create = () =>
      quickbooksOf(practice)('createCustomer', { DisplayName: 'Only once', requestId: 'r-1' });
    const first = await create();
    expect(await create()).toMatchObject({ ok: true, body: (first as { body: object }).body });
    expect((await stored()).filter(({ DisplayName }) => DisplayName === 'Only once')).toHaveLength(1);
    expect(
      await quickbooksOf(practice)('createCustomer', { DisplayName: 'Only once', requestId: 'r-2' }),
    ).toMatchObject(fault('6240'));
  });

  test('may not use a name that a customer, vendor or employee has, active or not, whatever its case and spaces', async () => {
    const { json } = await send(`${practice.quickbooksUrl}/practice/records`);
    const lists = json as Record<
      'Customer' | 'Vendor' | 'Employee',
      { DisplayName: string; Active: boolean }[]
    >;
    const inactive = lists.Customer.find(({ Active }) => !Active);
    for (const taken of [lists.Vendor[0], lists.Employee[0], lists.Customer[0], inactive]) {
      const DisplayName = `  ${taken?.DisplayName.toUpperCase().replaceAll(' ', '  ')} `;
      expect(await quickbooksOf(practice)('createCustomer', { DisplayName })).toMatchObject(
        fault('6240', expect.stringContaining('The name supplied already exists.')),
      );
    }
  });

  test('updates with the sync token, and is refused with an old one', async () => {
    const { Id, SyncToken, DisplayName } = await any();
    const update = (Notes: string, token: string) =>
      quickbooksOf(practice)('updateCustomer', { Id, SyncToken: token, Notes });
    expect(await update('one', SyncToken)).toMatchObject({
      ok: true,
      body: { Notes: 'one', DisplayName, SyncToken: String(Number(SyncToken) + 1) },
    });
    expect(await update('two', SyncToken)).toMatchObject(
      fault('5010', expect.stringContaining('were working on this at the same time')),
    );
    expect(await quickbooksOf(practice)('updateCustomer', { Id: '999999', SyncToken: '0' })).toMatchObject(
      fault('610'),
    );
    expect(await quickbooksOf(practice)('getCustomer', '999999')).toMatchObject(fault('610'));
  });

  test('clears what a full update leaves out', async () => {
    const created = await quickbooksOf(practice)('createCustomer', {
      DisplayName: 'Full',
      Notes: 'keep',
      CompanyName: 'F',
    });
    const { Id } = (created as unknown as { body: { Id: string } }).body;
    const answer = await quickbooksOf(practice)('updateCustomer', {
      Id,
      SyncToken: '0',
      sparse: false,
      DisplayName: 'Full',
    });
    expect(answer).toMatchObject({ ok: true, body: { Id, SyncToken: '1', PrintOnCheckName: 'Full' } });
    expect(Object.keys((answer as { body: object }).body)).not.toEqual(expect.arrayContaining(['Notes']));
  });

  test('sends up to 30 items in a batch, each answered for itself', async () => {
    const { Id, SyncToken } = await any();
    const answer = await quickbooksOf(practice)('batch', [
      { bId: 'a', operation: 'create', Customer: { DisplayName: 'Batched' } },
      { bId: 'b', operation: 'update', Customer: { Id, SyncToken: '9999', sparse: true } },
      { bId: 'c', operation: 'update', Customer: { Id, SyncToken, sparse: true, Notes: 'n' } },
      { bId: 'd', Query: 'select count(*) from Customer' },
      { bId: 'e', operation: 'delete', Customer: { Id, SyncToken } },
    ]);
    expect(answer).toMatchObject({
      ok: true,
      body: {
        BatchItemResponse: [
          { bId: 'a', Customer: { DisplayName: 'Batched' } },
          { bId: 'b', Fault: { Error: [{ code: '5010' }] } },
          { bId: 'c', Customer: { Id, Notes: 'n' } },
          { bId: 'd', QueryResponse: { totalCount: expect.any(Number) } },
          { bId: 'e', Fault: { Error: [{ code: '500' }] } },
        ],
      },
    });
    const tooMany = Array.from({ length: 31 }, (_, n) => ({ bId: String(n), Query: 'select * from Vendor' }));
    expect(await quickbooksOf(practice)('batch', tooMany)).toMatchObject(fault('6000'));
  });

  test('is refused in lower case when its token has ended, and refreshes with tokens that change each time', async () => {
    const { environment } = practice;
    await send(`${practice.quickbooksUrl}/practice/sessions/expire`, 'POST', {});
    expect(
      await quickbooksOf(practice, environment.QUICKBOOKS_ACCESS_TOKEN)('getCustomer', '1'),
    ).toMatchObject({
      ok: false,
      status: 401,
      body: { fault: { type: 'AUTHENTICATION', error: [{ code: '3200' }] } },
    });
    const former = environment.QUICKBOOKS_REFRESH_TOKEN;
    const stale = quickbooksOf(practice);
    expect(await quickbooksOf(practice)('refreshAccessToken')).toMatchObject({
      ok: true,
      body: { token_type: 'bearer', expires_in: 3600 },
    });
    expect(practice.environment.QUICKBOOKS_REFRESH_TOKEN).not.toBe(former);
    expect(await quickbooksOf(practice)('findCustomers', { count: true })).toMatchObject({ ok: true });
    expect(await stale('refreshAccessToken')).toEqual({
      ok: false,
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Incorrect or invalid refresh token' },
    });
  });
});
