import { describe, expect, test } from 'vitest';
import { connectSalesforce, type Hooks } from '#app/sources/index.ts';
import { allAccounts } from '#shared/account-choice.ts';
import { scriptedServer } from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';
import { accountId, accountRow, answerAs, type Organisation, packageFields } from './organisation.ts';

const quiet: Hooks = { signal: new AbortController().signal, progress: () => {} };

async function exportOf(organisation: Organisation, hooks: Hooks = quiet) {
  await using server = await scriptedServer(answerAs(organisation));
  const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token' });
  const result = await client.exportAccounts(allAccounts, hooks);
  return { ...result, received: server.received };
}

const rows = (count: number) => Array.from({ length: count }, (_, n) => accountRow(n + 1));
const withField = (name: string, type: string, updateable = true) => ({ name, type, updateable });

describe('an export of accounts', () => {
  test('says which organisation it is of', async () => {
    const { origin } = await exportOf({ accounts: [] });
    expect(origin).toEqual({
      kind: 'service',
      organisationId: '00D000000000001AAA',
      organisationName: 'Acme',
      environment: 'sandbox',
      choice: allAccounts,
    });
  });

  test('carries every field that the organisation has, and blanks for the rest', async () => {
    const row = accountRow(1, {
      Name: 'Grünwald & Söhne',
      Phone: '+1 415 555 0100',
      Fax: '+1 415 555 0101',
      BillingStreet: '1 Main St\r\nSuite 2',
      BillingCity: 'Springfield',
      BillingState: 'Illinois',
      Owner: { attributes: { type: 'User' }, Name: 'Ada' },
      AnnualRevenue: 12.5,
      LastModifiedDate: '2026-01-02T04:04:05.000+0100',
      qime__QB_ID__c: '58',
      qime__QB_SyncToken__c: '0',
      qime__Taxable__c: true,
    });
    const { accounts, problems } = await exportOf({ accounts: [row] });
    expect(accounts).toEqual([
      {
        id: accountId(1),
        name: 'Grünwald & Söhne',
        phone: '+1 415 555 0100',
        otherPhones: ['+1 415 555 0101'],
        emails: [],
        website: '',
        billing: {
          street: '1 Main St\nSuite 2',
          city: 'Springfield',
          region: 'Illinois',
          postalCode: '',
          country: '',
        },
        shipping: { street: '', city: '', region: '', postalCode: '', country: '' },
        linkedCustomerId: '58',
        syncToken: '0',
        parentId: '',
        owner: 'Ada',
        type: '',
        resaleNumber: '',
        taxable: true,
        taxExemptionReason: '',
        annualRevenue: 12.5,
        lastModified: '2026-01-02T03:04:05.000Z',
        systemModstamp: '2026-01-02T03:04:05.000Z',
      },
    ]);
    expect(problems).toEqual([]);
  });

  test('asks for no field that the organisation does not have', async () => {
    const { received } = await exportOf({ accounts: rows(1) });
    const soql = received
      .map(({ query }) => query.get('q') ?? '')
      .find((q) => q.endsWith('FROM Account ORDER BY Id'));
    expect(soql).toBe(
      'SELECT Id, Name, SystemModstamp, qime__QB_ID__c, qime__QB_SyncToken__c, Phone, BillingStreet, BillingCity, ' +
        'BillingState, AnnualRevenue, qime__Taxable__c, LastModifiedDate, Owner.Name, Fax FROM Account ORDER BY Id',
    );
  });

  test('takes the code of the state where state picklists are on', async () => {
    const { accounts } = await exportOf({
      accounts: [accountRow(1, { BillingState: 'California', BillingStateCode: 'CA' })],
      fields: [...packageFields, withField('BillingStateCode', 'picklist')],
    });
    expect(accounts[0]?.billing.region).toBe('CA');
  });

  test('gathers the phones and e-mails of person accounts and of own fields', async () => {
    const { accounts } = await exportOf({
      accounts: [
        accountRow(1, {
          Invoices__c: 'bills@acme.com',
          PersonEmail: 'ada@acme.com',
          PersonMobilePhone: '555 0102',
          PersonAssistantPhone: '555 0199',
        }),
      ],
      fields: [
        ...packageFields,
        withField('Invoices__c', 'email'),
        withField('PersonEmail', 'email'),
        withField('PersonMobilePhone', 'phone'),
        withField('PersonAssistantPhone', 'phone'),
      ],
    });
    expect(accounts[0]?.emails).toEqual(['ada@acme.com', 'bills@acme.com']);
    expect(accounts[0]?.otherPhones).toEqual(['555 0102']);
  });

  test('joins the e-mails of contacts to their accounts, none twice', async () => {
    const contact = (n: number, account: number, email: string) => ({
      Id: `003${String(n).padStart(15, '0')}`,
      AccountId: accountId(account),
      Email: email,
    });
    const { accounts } = await exportOf({
      accounts: rows(2),
      contacts: [
        contact(1, 2, 'a@two.com'),
        contact(2, 1, 'a@one.com'),
        contact(3, 2, 'A@two.com'),
        contact(4, 2, 'b@two.com'),
      ],
      pageSize: 2,
    });
    expect(accounts.map(({ emails }) => emails)).toEqual([['a@one.com'], ['a@two.com', 'b@two.com']]);
  });

  test('follows every page, asking for the largest ones', async () => {
    const { accounts, received } = await exportOf({ accounts: rows(11), pageSize: 2 });
    expect(accounts.map(({ id }) => id)).toEqual(rows(11).map(({ Id }) => Id));
    expect(received.filter(({ path }) => /\/query\/01gA/.test(path))).toHaveLength(5);
    const first = received.find(({ query }) => /FROM Account ORDER BY Id/.test(query.get('q') ?? ''));
    expect(first?.headers['sforce-query-options']).toBe('batchSize=2000');
  });

  test('goes beyond the ten thousand records at which jsforce stops by itself', async () => {
    const { accounts } = await exportOf({ accounts: rows(12_001) });
    expect(accounts).toHaveLength(12_001);
  });

  test('names version 65.0 of the API in every call', async () => {
    const { received } = await exportOf({ accounts: rows(3), pageSize: 2 });
    expect(received.every(({ path }) => path.startsWith('/services/data/v65.0/'))).toBe(true);
  });

  test('tells how far it is, up to its total', async () => {
    const seen: [number, number | null][] = [];
    const hooks = {
      ...quiet,
      progress: (_: string, done: number, total: number | null) => seen.push([done, total]),
    };
    await exportOf({ accounts: rows(5), pageSize: 2 }, hooks);
    expect(seen[0]).toEqual([0, null]);
    expect(seen.slice(1)).toContainEqual([2, 5]);
    expect(seen.at(-1)).toEqual([5, 5]);
  });
});

describe('an export is complete or not at all', () => {
  const counting = (...counts: number[]) => {
    const left = [...counts];
    return (object: string) => (object === 'Contact' ? 0 : ((left.length > 1 ? left.shift() : left[0]) ?? 0));
  };

  test('it fails when the organisation counts more than arrived', async () => {
    const error = await thrownBy(exportOf({ accounts: rows(3), counted: counting(4, 4) }));
    expect([error.code, error.data]).toEqual([
      'export-count',
      { service: 'Salesforce', what: 'accounts', expected: 4, found: 3, detail: '' },
    ]);
  });

  test('it fails when the organisation counts fewer than arrived', async () => {
    const error = await thrownBy(exportOf({ accounts: rows(3), counted: counting(2, 2) }));
    expect([error.code, error.data.expected, error.data.found]).toEqual(['export-count', 2, 3]);
  });

  test('it fails when a record arrived twice in place of another', async () => {
    const error = await thrownBy(exportOf({ accounts: [accountRow(1), accountRow(1)] }));
    expect([error.code, error.data.expected, error.data.found]).toEqual(['export-count', 2, 1]);
  });

  test('it fails when the pages end early, though the counts would bear it', async () => {
    const answer = answerAs({ accounts: rows(4), pageSize: 2, counted: counting(4, 2) });
    await using server = await scriptedServer((request) =>
      /\/query\/01g/.test(request.path)
        ? { json: { totalSize: 4, done: true, records: [] } }
        : answer(request),
    );
    const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token' });
    const error = await thrownBy(client.exportAccounts(allAccounts, quiet));
    expect([error.code, error.data.expected, error.data.found]).toEqual(['export-count', 4, 2]);
  });

  test('it fails when a record has no id, though the counts would bear it, and says so', async () => {
    const accounts = [accountRow(1), { ...accountRow(2), Id: null }];
    const error = await thrownBy(exportOf({ accounts, counted: counting(2, 1) }));
    expect([error.code, error.data.expected, error.data.found]).toEqual(['export-count', 2, 1]);
    expect(error.data.detail).toMatch(/Record 2 of the accounts.*Id/s);
  });

  test('it fails when contacts are short', async () => {
    const error = await thrownBy(
      exportOf({ accounts: rows(1), counted: (object) => (object === 'Contact' ? 2 : 1) }),
    );
    expect([error.code, error.data.what]).toEqual(['export-count', 'contacts']);
  });

  test('it holds accounts that were added or changed meanwhile as they are now', async () => {
    const changed = [accountRow(2, { Name: 'Renamed' }), accountRow(4)];
    const { accounts, problems } = await exportOf({ accounts: rows(3), changed, counted: counting(3, 4) });
    expect(accounts.map(({ name }) => name)).toEqual(['Account 1', 'Renamed', 'Account 3', 'Account 4']);
    expect(problems).toEqual([]);
  });

  test('it leaves out accounts that went meanwhile, and reads what it missed', async () => {
    const now = [1, 3, 4, 5].map((n) => accountRow(n));
    const first = answerAs({ accounts: [1, 2, 3].map((n) => accountRow(n)) });
    const then = answerAs({ accounts: now });
    await using server = await scriptedServer((request) => {
      const soql = request.query.get('q') ?? '';
      return soql.endsWith('FROM Account ORDER BY Id') && soql.includes('Name')
        ? first(request)
        : then(request);
    });
    const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token' });
    const { accounts } = await client.exportAccounts(allAccounts, quiet);
    expect(accounts.map(({ id }) => id)).toEqual(now.map(({ Id }) => Id));
  });

  test('after a break it goes on after the last account that arrived', async () => {
    const answer = answerAs({ accounts: rows(6), pageSize: 2 });
    let isDown = true;
    await using server = await scriptedServer((request) =>
      isDown && request.path.endsWith('01gA-4')
        ? { status: 403, json: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'Limit exceeded' }] }
        : answer(request),
    );
    const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token' });
    expect((await thrownBy(client.exportAccounts(allAccounts, quiet))).code).toBe('service-used-up');
    isDown = false;
    const earlier = server.received.length;
    const { accounts } = await client.exportAccounts(allAccounts, quiet);
    expect(accounts.map(({ id }) => id)).toEqual(rows(6).map(({ Id }) => Id));
    const pages = server.received
      .slice(earlier)
      .map(({ query }) => query.get('q') ?? '')
      .filter((q) => q.includes('Name') && q.endsWith('ORDER BY Id'));
    expect(pages.map((q) => q.split(' WHERE ')[1]?.slice(0, 28))).toContain(`Id > '${accountId(4)}' OR`);
    expect(pages.some((q) => q.endsWith('FROM Account ORDER BY Id'))).toBe(false);
  });

  test('it begins again after the last account that arrived when Salesforce has dropped the cursor', async () => {
    const answer = answerAs({ accounts: rows(4), pageSize: 2 });
    let lost = 0;
    await using server = await scriptedServer((request) => {
      if (!/\/query\/01g/.test(request.path) || lost > 0) return answer(request);
      lost += 1;
      return {
        status: 400,
        json: [{ errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' }],
      };
    });
    const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token' });
    const { accounts } = await client.exportAccounts(allAccounts, quiet);
    expect(accounts.map(({ id }) => id)).toEqual(rows(4).map(({ Id }) => Id));
    const again = server.received.map(({ query }) => query.get('q') ?? '').filter((q) => q.includes('Id > '));
    expect(again.map((q) => q.split(' WHERE ')[1])).toEqual([`Id > '${accountId(2)}' ORDER BY Id`]);
  });
});

describe('the managed package', () => {
  test('is missing when a link field is not there', async () => {
    const fields = packageFields.filter(({ name }) => name !== 'qime__QB_SyncToken__c');
    const error = await thrownBy(exportOf({ accounts: [], fields }));
    expect([error.code, error.data]).toEqual(['package-missing', { field: 'qime__QB_SyncToken__c' }]);
  });

  test('may be read where it may not be edited, which the export says', async () => {
    const fields = packageFields.map((field) =>
      field.name === 'qime__QB_ID__c' ? { ...field, updateable: false } : field,
    );
    const { problems } = await exportOf({ accounts: [], fields });
    expect(problems).toEqual([expect.stringContaining('may not edit qime__QB_ID__c')]);
  });
});

test('without access to contacts an export has no e-mails of theirs, and says so', async () => {
  const answer = answerAs({ accounts: rows(1) });
  await using server = await scriptedServer((request) =>
    /FROM Contact/.test(request.query.get('q') ?? '')
      ? {
          status: 400,
          json: [{ errorCode: 'INVALID_TYPE', message: "sObject type 'Contact' is not supported." }],
        }
      : answer(request),
  );
  const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token' });
  const { accounts, problems } = await client.exportAccounts(allAccounts, quiet);
  expect(accounts).toHaveLength(1);
  expect(problems).toEqual([
    "The contacts could not be read, so their e-mail addresses are missing: sObject type 'Contact' is not supported.",
  ]);
});
