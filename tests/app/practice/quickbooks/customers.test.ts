import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PracticeCompany, practiceRealmId, startPractice } from '#app/practice/index.ts';
import { send } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

const call = (path: string, method = 'GET', body?: unknown, realm = practiceRealmId) =>
  send(`${practice.quickbooksUrl}/v3/company/${realm}${path}`, method, body, {
    authorization: `Bearer ${practice.environment.QUICKBOOKS_ACCESS_TOKEN}`,
  });
const post = (body: unknown) => call('/customer?minorversion=75', 'POST', body);
const created = async (body: object) => {
  const { json } = await post(body);
  return (json as { Customer: { Id: string; SyncToken: string; FullyQualifiedName: string } }).Customer;
};

describe('a customer is refused', () => {
  test.each([
    ['an unknown property', { DisplayName: 'A', Email: 'a@b.co' }, '2010', ''],
    ['an unknown part of an address', { DisplayName: 'A', BillAddr: { Street: '1' } }, '2010', ''],
    ['a truth value that is none', { DisplayName: 'A', Taxable: 'sometimes' }, '2010', ''],
    [
      'no name at all',
      { CompanyName: 'A' },
      '2020',
      'DisplayName, or one of Title, GivenName, MiddleName, FamilyName, Suffix',
    ],
    ['a colon in its name', { DisplayName: 'A: B' }, '2040', 'DisplayName'],
    [
      'a tab in its name on checks',
      { DisplayName: 'A', PrintOnCheckName: 'A\tB' },
      '2040',
      'PrintOnCheckName',
    ],
    ['a company name too long', { DisplayName: 'A', CompanyName: 'x'.repeat(101) }, '2050', 'CompanyName'],
    [
      'a phone too long',
      { DisplayName: 'A', PrimaryPhone: { FreeFormNumber: '1'.repeat(31) } },
      '2050',
      'PrimaryPhone',
    ],
    ['a resale number too long', { DisplayName: 'A', ResaleNum: '1'.repeat(17) }, '2050', 'ResaleNum'],
    [
      'a postal code too long',
      { DisplayName: 'A', BillAddr: { PostalCode: '1'.repeat(31) } },
      '2050',
      'PostalCode',
    ],
    [
      'address lines too long together',
      {
        DisplayName: 'A',
        BillAddr: Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`Line${n}`, 'x'.repeat(401)])),
      },
      '2050',
      'Line1',
    ],
    [
      'an exemption reason that is none',
      { DisplayName: 'A', TaxExemptionReasonId: '16' },
      '2030',
      'TaxExemptionReasonId',
    ],
    [
      'an e-mail that is none',
      { DisplayName: 'A', PrimaryEmailAddr: { Address: 'nobody' } },
      '2210',
      'PrimaryEmailAddr',
    ],
    ['a parent that is not there', { DisplayName: 'A', ParentRef: { value: '999999' } }, '2500', 'ParentRef'],
    ['a job without a parent', { DisplayName: 'A', Job: true }, '2020', 'ParentRef'],
    ['an id without a sync token', { Id: '1', DisplayName: 'A' }, '2020', 'SyncToken'],
  ])('for %s', async (_, body, code, element) => {
    const sent = 'Id' in body ? { ...body, Id: (await created({ DisplayName: `Exists ${code}` })).Id } : body;
    expect(await post(sent)).toMatchObject({
      status: 400,
      json: { Fault: { Error: [{ code, element }], type: 'ValidationFault' } },
    });
  });

  test('with the length that was wrong in words', async () => {
    expect(await post({ DisplayName: 'x'.repeat(1_234) })).toMatchObject({
      json: {
        Fault: {
          Error: [
            {
              Message: 'String length is either shorter or longer than supported by specification',
              Detail:
                'String length specified does not match the supported length. Min:0 Max:500 supported. Supplied length:1,234',
            },
          ],
        },
      },
    });
  });
});

describe('a customer', () => {
  test('is called by the parts of a name when it has no display name', async () => {
    expect(await created({ Title: 'Dr.', GivenName: 'Ada', FamilyName: 'Byron' })).toMatchObject({
      DisplayName: 'Dr. Ada Byron',
      PrintOnCheckName: 'Dr. Ada Byron',
    });
  });

  test('ignores what only QuickBooks decides', async () => {
    const customer = await created({
      DisplayName: 'Decided',
      IsProject: true,
      Balance: 5,
      Level: 3,
      FullyQualifiedName: 'X',
    });
    expect(customer).toMatchObject({ IsProject: false, Balance: 0, FullyQualifiedName: 'Decided' });
    expect(Object.keys(customer)).not.toContain('Level');
  });

  test('below another carries its name, and follows when that one is renamed', async () => {
    const parent = await created({ DisplayName: 'Parent & Co' });
    const child = await created({ DisplayName: 'Roof', Job: true, ParentRef: { value: parent.Id } });
    const below = await created({ DisplayName: 'Tiles', ParentRef: { value: child.Id } });
    expect(child).toMatchObject({ FullyQualifiedName: 'Parent & Co:Roof', Level: 1, Job: true });
    expect(below).toMatchObject({ FullyQualifiedName: 'Parent & Co:Roof:Tiles', Level: 2 });
    await post({ Id: parent.Id, SyncToken: '0', sparse: true, DisplayName: 'Renamed' });
    const { json } = await call(`/customer/${below.Id}`);
    expect(json).toMatchObject({ Customer: { FullyQualifiedName: 'Renamed:Roof:Tiles', SyncToken: '0' } });
    expect(
      await post({ Id: parent.Id, SyncToken: '1', sparse: true, ParentRef: { value: below.Id } }),
    ).toMatchObject({
      json: { Fault: { Error: [{ code: '6000' }] } },
    });
  });

  test('may be at most four levels below', async () => {
    let { Id } = await created({ DisplayName: 'Level 0' });
    for (const level of [1, 2, 3, 4]) {
      ({ Id } = await created({ DisplayName: `Level ${level}`, ParentRef: { value: Id } }));
    }
    expect(await post({ DisplayName: 'Level 5', ParentRef: { value: Id } })).toMatchObject({
      json: { Fault: { Error: [{ code: '6000' }] } },
    });
  });

  test('keeps the id of an address that changes, and loses a field that is set blank', async () => {
    const { Id, ...first } = await created({ DisplayName: 'Moved', BillAddr: { City: 'Bend' }, Notes: 'x' });
    const { json } = await post({
      Id,
      SyncToken: '0',
      sparse: true,
      BillAddr: { City: 'Eugene' },
      Notes: '',
    });
    const { Customer } = json as { Customer: Record<string, unknown> };
    expect(Customer.BillAddr).toEqual({
      Id: (first as unknown as { BillAddr: { Id: string } }).BillAddr.Id,
      City: 'Eugene',
    });
    expect(Object.keys(Customer)).not.toContain('Notes');
  });
});

describe('the gate', () => {
  test('sends a transaction id and its own content type', async () => {
    const { headers } = await call('/preferences');
    expect(headers.get('intuit_tid')).toMatch(/^1-[0-9a-f]{8}-[0-9a-f]{24}$/);
    expect(headers.get('content-type')).toBe('application/json;charset=utf-8');
  });

  test('lets nobody in to another company', async () => {
    expect(await call('/preferences', 'GET', undefined, '1')).toMatchObject({
      status: 403,
      json: { fault: { type: 'AUTHORIZATION', error: [{ code: '3100' }] } },
    });
  });

  test('knows no deleting', async () => {
    expect(await call('/customer?operation=delete', 'POST', { Id: '1', SyncToken: '0' })).toMatchObject({
      status: 400,
      json: { Fault: { Error: [{ Message: 'Unsupported Operation' }] } },
    });
  });

  test('gives tokens only to the app that knows its secret', async () => {
    const refused = await fetch(`${practice.quickbooksUrl}/oauth2/v1/tokens/bearer`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'x' }),
    });
    expect([refused.status, await refused.json()]).toEqual([401, { error: 'invalid_client' }]);
  });
});
