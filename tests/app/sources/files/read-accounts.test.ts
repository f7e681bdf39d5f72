import { describe, expect, test } from 'vitest';
import { loadColumnMap, readAccountsFile } from '#app/sources/files/index.ts';
import { errorOf, fileOf, fixture, quiet } from './support.ts';

describe('the layouts of accounts', () => {
  test('API names give every field, the package’s among them', async () => {
    const { origin, accounts, problems } = await readAccountsFile(
      fixture('salesforce-data-loader.csv'),
      {},
      quiet,
    );
    expect(origin).toEqual({ kind: 'file', fileName: 'salesforce-data-loader.csv', hasIds: true });
    expect(problems).toEqual([]);
    expect(accounts[0]).toEqual({
      id: '0015g00000K1aBcAAJ',
      name: 'Redwood Plumbing, Inc.',
      phone: '(503) 555-0101',
      otherPhones: [],
      emails: ['ap@redwoodplumbing.example'],
      website: 'www.redwoodplumbing.example',
      billing: {
        street: '12 Cedar Way\nSuite 4',
        city: 'Portland',
        region: 'OR',
        postalCode: '97201',
        country: 'USA',
      },
      shipping: { street: '', city: 'Salem', region: '', postalCode: '', country: '' },
      linkedCustomerId: '17',
      syncToken: '3',
      parentId: '',
      owner: 'Dana Reyes',
      type: 'Customer',
      resaleNumber: 'R-100',
      taxable: true,
      taxExemptionReason: '',
      annualRevenue: 1_250_000.5,
      lastModified: '2026-10-01T09:00:00.000Z',
      systemModstamp: '2026-10-01T09:00:01.000Z',
    });
    expect(accounts[1]).toMatchObject({
      name: 'Peña Hermanos "PH" S.A.',
      emails: ['info@penahermanos.example'],
      parentId: '0015g00000K1aBcAAJ',
      taxable: false,
      taxExemptionReason: 'Resale',
      annualRevenue: null,
    });
  });

  test('a report gives its labels, keeps ids and leading zeros, and loses its footer', async () => {
    const { accounts, problems } = await readAccountsFile(fixture('salesforce-report.csv'), {}, quiet);
    expect(accounts.map(({ id, name }) => [id, name])).toEqual([
      ['0015g00000K1aBc', 'Redwood Plumbing, Inc.'],
      ['0015g00000K1aBd', 'Abernathy & Sons Paving'],
    ]);
    expect(accounts[0]).toMatchObject({
      linkedCustomerId: '17',
      owner: 'Dana Reyes',
      annualRevenue: 1_250_000.5,
    });
    expect(accounts[1]?.billing).toMatchObject({ city: 'Salem', region: 'OR', postalCode: '07301' });
    expect(problems).toContain('Lines below the report were skipped (rows 7, 8, 9 and 10).');
  });

  test('a list without Account ID is keyed by the row that Excel shows, and says what that means', async () => {
    const { origin, accounts, problems } = await readAccountsFile(
      fixture('salesforce-report-without-id.csv'),
      {},
      quiet,
    );
    expect(origin.hasIds).toBe(false);
    expect(accounts.map(({ id, name }) => [id, name])).toEqual([
      ['row-2', 'Redwood Plumbing, Inc.'],
      ['row-4', 'Abernathy & Sons Paving'],
    ]);
    expect(problems).toEqual([
      'salesforce-report-without-id.csv has no Account ID, so it serves for matching only: nothing can be written back to Salesforce from it.',
    ]);
  });

  test('a map names columns of one’s own', async () => {
    const map = await loadColumnMap(fixture('german-map.json'));
    const { accounts } = await readAccountsFile(fixture('german.csv'), { map }, quiet);
    expect(accounts[0]).toMatchObject({
      id: 'A-1',
      name: 'Müller & Söhne GmbH',
      emails: ['info@mueller.example', 'rechnung@mueller.example'],
      billing: { city: 'Köln' },
    });
  });
});

describe('contacts', () => {
  test('bring their addresses to the account, by the short and the long form of its id', async () => {
    const { accounts, problems } = await readAccountsFile(
      fixture('salesforce-data-loader.csv'),
      { contacts: fixture('salesforce-contacts.csv') },
      quiet,
    );
    expect(accounts[0]?.emails).toEqual([
      'ap@redwoodplumbing.example',
      'amy@redwoodplumbing.example',
      'AP@redwoodplumbing.example',
      'cy@redwoodplumbing.example',
    ]);
    expect(problems).toEqual([
      'salesforce-contacts.csv has 1 contact of accounts that were not read.',
      'salesforce-contacts.csv: A contact without an e-mail address was left out (row 3).',
      'salesforce-contacts.csv: A contact without an Account ID was left out (row 6).',
    ]);
  });

  test('need a column with the Account ID', async () => {
    const contacts = await fileOf('contacts.csv', 'Id,Email\n003,a@a.example\n');
    const error = await errorOf(readAccountsFile(fixture('salesforce-data-loader.csv'), { contacts }, quiet));
    expect(error.code).toBe('file-no-key');
    expect(error.message).toContain("names the contact's account");
  });
});

describe('what is wrong with single rows is told with its rows', () => {
  test('cells too many and too few, no name, no id, a damaged amount', async () => {
    const path = await fileOf(
      'accounts.csv',
      [
        'Id,Name,Phone,Annual Revenue',
        '1,Acme,555,12,surplus',
        '2,Beta',
        '3,,555,12',
        ',Gamma,555,12',
        ',,555,12',
        '4,Delta,555,a lot',
        '5,Blank surplus,555,12,,',
        '',
      ].join('\n'),
    );
    const { accounts, problems } = await readAccountsFile(path, {}, quiet);
    expect(accounts.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
    expect(problems).toEqual([
      'More cells than headings; those without a heading were left out (row 2).',
      'Fewer cells than headings; the missing ones were taken as blank (row 3).',
      'No name (row 4).',
      'Neither an id nor a name; the row was left out (row 6).',
      'What is no amount was left out (column “Annual Revenue”, row 7).',
      'No id where the other rows have one; the row was left out (row 5).',
    ]);
  });

  test('what is neither yes nor no, and no amount, is left out', async () => {
    const path = await fileOf('accounts.csv', 'Id,Name,Taxable,Annual Revenue\n1,Acme,perhaps,some\n');
    const { accounts, problems } = await readAccountsFile(path, {}, quiet);
    expect(accounts[0]).toMatchObject({ taxable: null, annualRevenue: null });
    expect(problems).toEqual([
      'What is neither yes nor no was left out (column “Taxable”, row 2).',
      'What is no amount was left out (column “Annual Revenue”, row 2).',
    ]);
  });

  test('many rows of one kind make one sentence', async () => {
    const rows = Array.from({ length: 1234 }, (_, i) => `${i},`);
    const path = await fileOf('accounts.csv', `Id,Name\n${rows.join('\n')}\n`);
    const { problems } = await readAccountsFile(path, {}, quiet);
    expect(problems).toEqual(['No name (rows 2, 3, 4, 5, 6 and 1,229 more).']);
  });

  test('an id that Excel has shortened is noticed', async () => {
    const path = await fileOf('accounts.csv', 'Id,Name\n1.00E+14,Acme\n');
    const { problems } = await readAccountsFile(path, {}, quiet);
    expect(problems).toEqual([
      'The id looks like a number that Excel has shortened; export again without opening it (column “Id”, row 2).',
    ]);
  });

  test('the company “Total” with an address is an account, the report’s total is not', async () => {
    const path = await fileOf(
      'accounts.csv',
      'Account Name,Billing City,Annual Revenue\nTotal,Houston,12\nTOTAL,,"1,234.00"\nGrand Totals (2 records),,\n',
    );
    const { accounts, problems } = await readAccountsFile(path, {}, quiet);
    expect(accounts.map(({ name }) => name)).toEqual(['Total']);
    expect(problems).toContain('Totals of the report were skipped (rows 3 and 4).');
  });
});

describe('files that cannot be used', () => {
  const failing = async (name: string, content: string | Uint8Array) =>
    await errorOf(readAccountsFile(await fileOf(name, content), {}, quiet));

  test('a file that is not there', async () => {
    const error = await errorOf(readAccountsFile('/nowhere/accounts.csv', {}, quiet));
    expect(error.code).toBe('file-not-found');
  });

  test('a folder, and a wrong ending', async () => {
    expect((await errorOf(readAccountsFile(fixture('../files'), {}, quiet))).code).toBe('file-unreadable');
    expect((await failing('accounts.txt', 'Id,Name\n1,Acme\n')).code).toBe('file-type');
  });

  test('an empty file, blank rows, headings alone', async () => {
    expect((await failing('a.csv', '')).code).toBe('file-empty');
    expect((await failing('a.csv', '\n\n , \n')).code).toBe('file-empty');
    expect((await failing('a.csv', 'Id,Name,Phone\n')).code).toBe('file-empty');
    expect((await failing('a.csv', 'Id,Name,Phone\n,,\n')).code).toBe('file-empty');
  });

  test('neither an id nor a name: the error says what was expected and what was found', async () => {
    const error = await failing('a.csv', 'Phone,Ort\n555,Bonn\n');
    expect(error.code).toBe('file-no-key');
    expect(error.data).toMatchObject({
      record: 'account',
      expected: 'Id, Account ID, Name, Account Name',
      found: '“Phone”, “Ort”',
    });
  });

  test('doubled ids are named with their rows, and the two forms of an id are one', async () => {
    const error = await failing(
      'a.csv',
      'Id,Name\n7,Acme\n8,Beta\n7,Acme Ltd\n7,Acme Inc\n0015g00000K1aBc,Short\n0015g00000K1aBcAAJ,Long\n',
    );
    expect(error.code).toBe('file-duplicate-ids');
    expect(error.data.ids).toBe('7 (rows 2, 4 and 5); 0015g00000K1aBcAAJ (rows 6 and 7)');
  });

  test('a report of accounts with their contacts has an account several times: the first row is taken, the rest told', async () => {
    const path = await fileOf(
      'a.csv',
      'Account ID,Account Name,Email\n7,Acme,a@acme.example\n7,Acme,b@acme.example\n8,Beta,\n',
    );
    const { accounts, problems } = await readAccountsFile(path, {}, quiet);
    expect(accounts.map(({ id, emails }) => [id, emails])).toEqual([
      ['7', ['a@acme.example']],
      ['8', []],
    ]);
    expect(problems).toEqual(['The id and the name of an earlier row; the row was left out (row 3).']);
  });

  test('a map whose column is not there', async () => {
    const path = await fileOf('a.csv', 'Id,Name\n1,Acme\n');
    const error = await errorOf(readAccountsFile(path, { map: { accounts: { phone: 'Telefon' } } }, quiet));
    expect(error.code).toBe('file-map-column');
    expect(error.data).toMatchObject({ column: 'Telefon', field: 'phone', found: '“Id”, “Name”' });
  });

  test('a person who stops', async () => {
    const stopped = { ...quiet, signal: AbortSignal.abort() };
    const error = await errorOf(readAccountsFile(fixture('salesforce-report.csv'), {}, stopped));
    expect(error.code).toBe('cancelled');
  });
});

test('progress counts the rows', async () => {
  const told: (readonly [string, number, number | null])[] = [];
  const hooks = {
    ...quiet,
    progress: (step: string, done: number, total: number | null) => told.push([step, done, total]),
  };
  const rows = Array.from({ length: 4500 }, (_, i) => `${i},Company ${i}`);
  const path = await fileOf('accounts.csv', `Id,Name\n${rows.join('\n')}\n`);
  await readAccountsFile(path, {}, hooks);
  expect(told).toEqual([
    ['Reading accounts.csv', 2000, null],
    ['Reading accounts.csv', 4000, null],
    ['Reading accounts.csv', 4500, 4500],
  ]);
});
