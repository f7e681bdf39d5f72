import { describe, expect, test } from 'vitest';
import { readCustomersFile } from '#app/sources/files/index.ts';
import { errorOf, fileOf, fixture, quiet } from './support.ts';

const read = (name: string) => readCustomersFile(fixture(name), {}, quiet);

describe('the layouts of customers', () => {
  test('property names give every field', async () => {
    const { origin, customers, problems } = await read('quickbooks-api.csv');
    expect(origin).toEqual({ kind: 'file', fileName: 'quickbooks-api.csv', hasIds: true });
    expect(problems).toEqual([]);
    expect(customers[0]).toEqual({
      id: '17',
      syncToken: '3',
      displayName: 'Redwood Plumbing',
      companyName: 'Redwood Plumbing Inc',
      givenName: 'Amy',
      familyName: 'Reyes',
      printOnCheckName: 'Redwood Plumbing',
      email: 'ap@redwoodplumbing.example, amy@redwoodplumbing.example',
      phone: '503-555-0101',
      mobile: '503-555-0190',
      alternatePhone: '',
      fax: '',
      website: 'https://redwoodplumbing.example',
      billing: {
        street: '12 Cedar Way\nSuite 4',
        city: 'Portland',
        region: 'OR',
        postalCode: '97201',
        country: 'USA',
      },
      shipping: { street: '1 Dock St', city: 'Salem', region: '', postalCode: '', country: '' },
      active: true,
      parentId: '',
      job: false,
      isProject: false,
      level: 0,
      fullyQualifiedName: 'Redwood Plumbing',
      balance: 1240,
      balanceWithJobs: 1440.5,
      currency: 'USD',
      resaleNumber: 'R-100',
      taxable: true,
      taxExemptionReason: '',
      notes: 'Net 30',
      createdAt: '',
      lastModified: '',
    });
    expect(customers[1]).toMatchObject({
      id: '18',
      parentId: '17',
      job: true,
      level: 1,
      taxable: false,
      taxExemptionReason: '9',
    });
    expect(customers[2]).toMatchObject({ id: '100000000000019', active: false, taxable: null });
  });

  test('property names with dots mean the same', async () => {
    const { customers } = await read('quickbooks-api-dotted.csv');
    expect(customers).toHaveLength(1);
    expect(customers[0]).toMatchObject({
      id: '17',
      email: 'ap@redwoodplumbing.example',
      phone: '503-555-0101',
      mobile: '503-555-0190',
      website: 'https://redwoodplumbing.example',
      billing: { street: '12 Cedar Way\nSuite 4', city: 'Portland', region: 'OR', postalCode: '97201' },
      shipping: { street: '1 Dock St' },
      currency: 'USD',
      createdAt: '2019-03-01T08:00:00-08:00',
      lastModified: '2026-10-02T10:00:00-07:00',
    });
  });

  test('QuickBooks Online’s list is keyed by name; a sub-customer by its whole path', async () => {
    const { origin, customers, problems } = await read('quickbooks-online-customers.csv');
    expect(origin.hasIds).toBe(false);
    expect(customers.map(({ id }) => id)).toEqual([
      'Redwood Plumbing',
      'Redwood Plumbing:Kitchen',
      'Zelinski, Mark',
    ]);
    expect(customers[0]).toMatchObject({
      companyName: 'Redwood Plumbing Inc',
      balance: 1240,
      billing: {
        street: '12 Cedar Way',
        city: 'Portland',
        region: 'OR',
        postalCode: '97201',
        country: 'USA',
      },
    });
    expect(customers[1]).toMatchObject({
      displayName: 'Kitchen',
      fullyQualifiedName: 'Redwood Plumbing:Kitchen',
      parentId: 'Redwood Plumbing',
      job: true,
      level: 1,
      balance: 200.5,
    });
    expect(customers[2]).toMatchObject({ balance: -12, phone: '(716) 555-0155' });
    expect(problems).toEqual([
      'quickbooks-online-customers.csv has no customer ids, so customers are known by their names; the ids are looked up in QuickBooks before anything is written.',
    ]);
  });

  test('the Customer Contact List loses title, total and time, and gives phones, person and address', async () => {
    const { customers, problems } = await read('quickbooks-online-contact-list.csv');
    expect(customers).toHaveLength(2);
    expect(customers[0]).toMatchObject({
      id: "Amy's Bird Sanctuary",
      phone: '(650) 555-0311',
      mobile: '(650) 555-0312',
      givenName: 'Amy',
      familyName: 'Lauterbach',
      billing: { street: '4581 Finch St.', city: 'Bayshore', region: 'CA', postalCode: '94326' },
      balance: 239,
    });
    expect(customers[1]).toMatchObject({
      givenName: 'Bill',
      familyName: 'Lucchini',
      billing: { street: '12 Ocean Dr.', city: 'Half Moon Bay', region: 'CA', postalCode: '94213' },
    });
    expect(problems).toContain('Totals of the report were skipped (row 9).');
    expect(problems).toContain('Lines below the report were skipped (row 12).');
  });

  test('QuickBooks Desktop’s list, in Windows-1252', async () => {
    const { customers } = await read('quickbooks-desktop-customers.csv');
    expect(customers[0]).toMatchObject({
      id: 'Café René',
      companyName: 'Café René LLC',
      email: 'rene@cafe.example, books@cafe.example',
      phone: '555-0120',
      fax: '555-0121',
      alternatePhone: '555-0122',
      billing: { street: '9 Rue St.', city: 'Albany', region: 'NY', postalCode: '12207', country: 'USA' },
      resaleNumber: 'R-9',
      notes: 'old friend',
      balance: 0,
      balanceWithJobs: 1500,
      active: true,
    });
    expect(customers[1]).toMatchObject({ displayName: 'Terrace', parentId: 'Café René', job: true });
    expect(customers[2]).toMatchObject({
      id: 'Smith´s Diner',
      active: false,
      givenName: 'Jo',
      familyName: 'Smith',
    });
  });
});

test('a parent that is named is referred to by its id where the file has ids', async () => {
  const path = await fileOf('c.csv', 'Id,Customer\n1,Acme\n2,Acme:Roof\n3,Stray:Roof\n');
  const { customers } = await readCustomersFile(path, {}, quiet);
  expect(customers.map(({ parentId }) => parentId)).toEqual(['', '1', 'Stray']);
});

test('a nameless customer is no one’s parent', async () => {
  const path = await fileOf('c.csv', 'Id,DisplayName\n1,\n2,Acme\n');
  const { customers } = await readCustomersFile(path, {}, quiet);
  expect(customers.map(({ parentId }) => parentId)).toEqual(['', '']);
});

test('flags and amounts that are none are told and take their usual value', async () => {
  const path = await fileOf('c.csv', 'Id,Name,Active,Balance\n1,Acme,maybe,some\n');
  const { customers, problems } = await readCustomersFile(path, {}, quiet);
  expect(customers[0]).toMatchObject({ active: true, balance: 0 });
  expect(problems).toEqual([
    'What is no amount was left out (column “Balance”, row 2).',
    'What is neither yes nor no was left out (column “Active”, row 2).',
  ]);
});

test('a column of ids in which nothing is filled counts as none', async () => {
  const path = await fileOf('c.csv', 'Id,Name\n,Acme\n,Beta\n');
  const { origin, customers } = await readCustomersFile(path, {}, quiet);
  expect(origin.hasIds).toBe(false);
  expect(customers.map(({ id }) => id)).toEqual(['Acme', 'Beta']);
});

test('doubled names are an error where the name is the key, and no matter where it is not', async () => {
  const doubled = await fileOf('c.csv', 'Customer,Phone\nAcme,1\nAcme,2\n');
  const error = await errorOf(readCustomersFile(doubled, {}, quiet));
  expect(error.code).toBe('file-duplicate-ids');
  expect(error.data).toMatchObject({ key: 'name', ids: 'Acme (rows 2 and 3)' });
  const withIds = await fileOf('c.csv', 'Id,Customer\n1,Acme\n2,Acme\n');
  expect((await readCustomersFile(withIds, {}, quiet)).customers).toHaveLength(2);
});

test('a name too long to be a key leaves its row out', async () => {
  const path = await fileOf('c.csv', `Customer,Phone\n${'x'.repeat(501)},1\nAcme,2\n`);
  const { customers, problems } = await readCustomersFile(path, {}, quiet);
  expect(customers.map(({ id }) => id)).toEqual(['Acme']);
  expect(problems[1]).toBe('An id or a name of more than 500 characters; the row was left out (row 2).');
});
