import { describe, expect, test } from 'vitest';
import { readCustomersFile } from '#app/sources/files/index.ts';
import { errorOf, fileOf, fixture, quiet } from '../support.ts';

describe('an .iif file of QuickBooks Desktop', () => {
  test('gives its customers and jobs, and nothing of its other lists', async () => {
    const { origin, customers } = await readCustomersFile(fixture('quickbooks-desktop.iif'), {}, quiet);
    expect(origin.hasIds).toBe(false);
    expect(customers.map(({ id, active }) => [id, active])).toEqual([
      ['Redwood Plumbing', true],
      ['Redwood Plumbing:Kitchen', true],
      ['Café René', false],
    ]);
    expect(customers[0]).toMatchObject({
      companyName: 'Redwood Plumbing Inc',
      givenName: 'Amy',
      familyName: 'Reyes',
      phone: '503-555-0101',
      alternatePhone: '503-555-0190',
      email: 'ap@redwoodplumbing.example',
      billing: { street: '12 Cedar Way', city: 'Portland', region: 'OR', postalCode: '07301' },
      resaleNumber: 'R-100',
      taxable: true,
      notes: 'pays on time, always',
    });
    expect(customers[1]).toMatchObject({ displayName: 'Kitchen', parentId: 'Redwood Plumbing', job: true });
    expect(customers[2]?.phone).toBe('00123');
  });

  test('two exports one below the other are one list', async () => {
    const path = await fileOf('c.iif', '!CUST\tNAME\nCUST\tAcme\n!CUST\tNAME\nCUST\tBeta\n');
    const { customers } = await readCustomersFile(path, {}, quiet);
    expect(customers.map(({ id }) => id)).toEqual(['Acme', 'Beta']);
  });

  test('without a list of customers says so', async () => {
    const path = await fileOf('v.iif', '!VEND\tNAME\nVEND\tOffice Depot\n');
    const error = await errorOf(readCustomersFile(path, {}, quiet));
    expect(error.data.detail).toBe('it is an .iif file without a list of customers (!CUST)');
  });
});
