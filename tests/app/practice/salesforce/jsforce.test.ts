import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeCompany, practiceOrganisationId, startPractice } from '#app/practice/index.ts';
import { salesforceOf, send } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
beforeEach(() => practice.reset());
afterAll(() => practice.close());

const log = async () => (await send(`${practice.salesforceUrl}/practice/log`)).json;
const accountsOf = (fields: string, rest: string) =>
  salesforceOf(practice).query<{
    Id: string;
    Name: string;
    SystemModstamp: string;
    qime__QB_ID__c: string | null;
  }>(`SELECT Id, ${fields} FROM Account ${rest}`, { autoFetch: true, maxFetch: 100_000 });

describe('jsforce', () => {
  test('learns who is signed in and where', async () => {
    const connection = salesforceOf(practice);
    const identity = await connection.identity();
    expect(identity.organization_id).toBe(practiceOrganisationId);
    const { records } = await connection.query(
      'SELECT Id, Name, IsSandbox, OrganizationType FROM Organization',
    );
    expect(records).toMatchObject([
      {
        Id: practiceOrganisationId,
        Name: 'Practice company',
        IsSandbox: true,
        OrganizationType: 'Enterprise Edition',
      },
    ]);
  });

  test('describes Account: the fields of the package, and no e-mail', async () => {
    const { fields, updateable } = await salesforceOf(practice).describe('Account');
    const field = (name: string) => fields.find((candidate) => candidate.name === name);
    expect(updateable).toBe(true);
    expect(field('qime__QB_ID__c')).toMatchObject({
      type: 'string',
      updateable: true,
      externalId: true,
      unique: false,
      custom: true,
    });
    expect(field('qime__QB_SyncToken__c')).toMatchObject({ type: 'string', updateable: true });
    expect(field('Phone')).toMatchObject({ type: 'phone', length: 40 });
    expect(fields.filter(({ type }) => type === 'email')).toEqual([]);
    const contact = await salesforceOf(practice).describe('Contact');
    expect(contact.fields.filter(({ type }) => type === 'email').map(({ name }) => name)).toEqual(['Email']);
  });

  test('fetches every page, in pages of the size asked for', async () => {
    const connection = salesforceOf(practice);
    const count = await connection.sobject('Account').count();
    const first = await connection.query('SELECT Id FROM Account', {
      autoFetch: false,
      headers: { 'Sforce-Query-Options': 'batchSize=200' },
    });
    expect(first).toMatchObject({ totalSize: count, done: false });
    expect(first.records).toHaveLength(200);
    const all = await connection.query<{ Id: string }>('SELECT Id FROM Account', {
      autoFetch: true,
      maxFetch: 100_000,
      headers: { 'Sforce-Query-Options': 'batchSize=200' },
    });
    expect(all.done).toBe(true);
    expect(new Set(all.records.map(({ Id }) => Id)).size).toBe(count);
  });

  test('gets a last page that is full as the last', async () => {
    const headers = { 'Sforce-Query-Options': 'batchSize=200' };
    const soql = 'SELECT Id FROM Account LIMIT 400';
    const first = await salesforceOf(practice).query(soql, { autoFetch: false, headers });
    expect(first.nextRecordsUrl).toMatch(/-200$/);
    const last = await salesforceOf(practice).request<object>(first.nextRecordsUrl ?? '');
    expect(last).toEqual({ totalSize: 400, done: true, records: expect.any(Array) });
    expect(last).toHaveProperty('records.length', 200);
  });

  test('reads every field that a describe names', async () => {
    const connection = salesforceOf(practice);
    const { fields } = await connection.describe('Account');
    const [account] = await connection
      .sobject('Account')
      .find({ ParentId: { $ne: null } }, '*')
      .limit(1);
    for (const { name } of fields) expect(account).toHaveProperty(name);
    const again = await connection.retrieve('Account', [account?.Id ?? '']);
    expect(again).toEqual([account]);
  });

  test('follows a reference, and gets null where there is none', async () => {
    const parents = async (condition: string) =>
      (
        await salesforceOf(practice).query<{ Parent: unknown }>(
          `SELECT Parent.Name, Parent.Owner.Name FROM Account WHERE ${condition} LIMIT 1`,
        )
      ).records[0]?.Parent;
    expect(await parents('ParentId = null')).toBeNull();
    expect(await parents('ParentId != null')).toMatchObject({
      attributes: { type: 'Account' },
      Name: expect.any(String),
      Owner: { attributes: { type: 'User' }, Name: expect.any(String) },
    });
  });

  test('never sees a page of more than 2,000 or fewer than 200', async () => {
    const sizes = async (batchSize: number) => {
      const headers = { 'Sforce-Query-Options': `batchSize=${batchSize}` };
      const result = await salesforceOf(practice).query('SELECT Id FROM Contact', {
        autoFetch: false,
        headers,
      });
      return result.records.length;
    };
    const contacts = await salesforceOf(practice).sobject('Contact').count();
    expect(await sizes(1)).toBe(200);
    expect(await sizes(5_000)).toBe(Math.min(2_000, contacts));
  });

  test('reads related records and empty fields', async () => {
    const { records } = await salesforceOf(practice).query<{ Owner: { Name: string }; Fax: string | null }>(
      'SELECT Owner.Name, Fax, BillingAddress FROM Account WHERE Fax = null LIMIT 1',
    );
    expect(records).toEqual([
      {
        attributes: {
          type: 'Account',
          url: expect.stringMatching(/^\/services\/data\/v60\.0\/sobjects\/Account\/001/),
        },
        Owner: { attributes: { type: 'User', url: expect.any(String) }, Name: expect.any(String) },
        Fax: null,
        BillingAddress: expect.toSatisfy((value) => value === null || typeof value === 'object'),
      },
    ]);
  });

  test('reports a missing field in the words of Salesforce', async () => {
    await expect(salesforceOf(practice).query('SELECT Nothing__c FROM Account')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: expect.stringContaining("No such column 'Nothing__c' on entity 'Account'."),
    });
  });

  test('writes links for many accounts, each with its own result in the order sent', async () => {
    const { records } = await accountsOf('Name, SystemModstamp', 'WHERE qime__QB_ID__c = null LIMIT 450');
    const results = await salesforceOf(practice)
      .sobject('Account')
      .update(
        records.map(({ Id }, index) => ({
          Id,
          qime__QB_ID__c: index === 3 ? '9'.repeat(41) : String(index),
        })),
        { allOrNone: false, allowRecursive: true },
      );
    expect(results).toHaveLength(450);
    expect(results[3]).toEqual({
      success: false,
      errors: [
        {
          statusCode: 'STRING_TOO_LONG',
          message: `QB Id: data value too large: ${'9'.repeat(41)} (max length=40)`,
          fields: ['qime__QB_ID__c'],
        },
      ],
    });
    for (const [index, { Id }] of records.entries()) {
      if (index !== 3) expect(results[index]).toEqual({ id: Id, success: true, errors: [] });
    }
    const after = new Map(
      (await accountsOf('qime__QB_ID__c, SystemModstamp', 'WHERE qime__QB_ID__c != null')).records.map(
        (record) => [record.Id, record],
      ),
    );
    for (const [index, { Id, SystemModstamp }] of records.entries()) {
      if (index === 3) continue;
      expect(after.get(Id)?.qime__QB_ID__c).toBe(String(index));
      expect(after.get(Id)?.SystemModstamp).not.toBe(SystemModstamp);
    }
    expect(await log()).toHaveLength(450);
  });

  test('with all or none, one failure takes the others back', async () => {
    const { records } = await accountsOf('SystemModstamp', 'LIMIT 2');
    const [first, second] = records;
    const results = await salesforceOf(practice)
      .sobject('Account')
      .update(
        [
          { Id: first?.Id ?? '', Site: 'changed' },
          { Id: second?.Id ?? '', CreatedDate: '2026-01-01T00:00:00Z' },
        ],
        { allOrNone: true },
      );
    expect(results).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      {
        success: false,
        errors: [{ statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['CreatedDate'] }],
      },
    ]);
    expect((await accountsOf('SystemModstamp', 'LIMIT 2')).records).toEqual(records);
    expect(await log()).toMatchObject([
      { outcome: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' },
      { outcome: 'INVALID_FIELD_FOR_INSERT_UPDATE' },
    ]);
  });

  test('cannot send more than 200 at once', async () => {
    const { records } = await accountsOf('Name', 'LIMIT 201');
    await expect(
      salesforceOf(practice)
        .sobject('Account')
        .update(records.map(({ Id }) => ({ Id, Site: 'x' }))),
    ).rejects.toMatchObject({
      errorCode: 'EXCEEDED_ID_LIMIT',
      message: 'record limit reached. cannot submit more than 200 records into this call',
    });
    expect(await log()).toEqual([]);
  });

  test('retrieves records by 15 or 18 characters, in the order asked for, null for those that are not there', async () => {
    const { records } = await accountsOf('Name', 'LIMIT 2');
    const [first, second] = records;
    const ids = [second?.Id.slice(0, 15) ?? '', '001Hs000000zzzzIAA', first?.Id ?? ''];
    const retrieved = await salesforceOf(practice).retrieve('Account', ids, { fields: ['Id', 'Name'] });
    expect(retrieved).toMatchObject([{ Id: second?.Id, Name: second?.Name }, null, { Id: first?.Id }]);
  });

  test('creates and reads one account', async () => {
    const connection = salesforceOf(practice);
    const created = await connection.sobject('Account').create({ Name: ' Fresh Start ', Phone: '' });
    const id = created.id ?? '';
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({
      Id: id,
      Name: 'Fresh Start',
      Phone: null,
      qime__Taxable__c: false,
      CreatedDate: expect.stringMatching(/\.000\+0000$/),
    });
    await expect(connection.sobject('Account').create({ Phone: '1' })).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Name]',
    });
  });

  test('is told when its session has ended, and goes on with a new token when it may refresh', async () => {
    const { environment } = practice;
    const url = `${practice.salesforceUrl}/practice/sessions/expire`;
    await send(url, 'POST', {});
    const stranded = salesforceOf(practice, { accessToken: environment.SALESFORCE_ACCESS_TOKEN });
    await expect(stranded.query('SELECT Id FROM Organization')).rejects.toMatchObject({
      errorCode: 'INVALID_SESSION_ID',
      message: 'Session expired or invalid',
    });
    const refreshing = salesforceOf(practice, {
      accessToken: environment.SALESFORCE_ACCESS_TOKEN,
      refreshToken: environment.SALESFORCE_REFRESH_TOKEN,
      oauth2: { clientId: environment.SALESFORCE_CLIENT_ID, loginUrl: environment.SALESFORCE_LOGIN_URL },
    });
    expect((await refreshing.query('SELECT Id FROM Organization')).totalSize).toBe(1);
    expect(practice.environment.SALESFORCE_ACCESS_TOKEN).toBe(refreshing.accessToken);
    await send(url, 'POST', { refresh: true });
    await expect(refreshing.query('SELECT Id FROM Organization')).rejects.toThrow(
      'expired access/refresh token',
    );
  });

  test('sees how many calls are left', async () => {
    const connection = salesforceOf(practice);
    await connection.query('SELECT Id FROM Organization');
    const limits = await connection.limits();
    expect(connection.limitInfo.apiUsage).toEqual({ used: 2, limit: 100_000 });
    expect(limits.DailyApiRequests).toEqual({ Max: 100_000, Remaining: 99_998 });
  });
});
