import { describe, expect, test } from 'vitest';
import { connectQuickBooks, type Hooks } from '#app/sources/index.ts';
import { type Received, type Reply, scriptedServer } from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';
import { answerAs, type Company, customerRow } from './company.ts';

const quiet: Hooks = { signal: new AbortController().signal, progress: () => {} };
const refusal: Reply = {
  status: 403,
  json: { Fault: { Error: [{ Message: 'Permission Denied Error', Detail: 'No access', code: '5020' }] } },
};
const vendorRows = (count: number) =>
  Array.from({ length: count }, (_, n) => customerRow(n + 1, { DisplayName: `Vendor ${n + 1}` }));
const asks = ({ query }: Received, words: string) => query.get('query')?.includes(words) ?? false;

function clientOf({ url }: { readonly url: string }) {
  return connectQuickBooks({ realmId: '123', accessToken: 'token', apiUrl: url });
}

async function exportOf(company: Company, answer = answerAs(company)) {
  await using server = await scriptedServer(answer);
  const result = await clientOf(server).exportCustomers(quiet);
  return { ...result, received: server.received };
}

describe('the names that customers share their space with', () => {
  test('those of vendors and employees are read, inactive ones too', async () => {
    const { otherNames, problems } = await exportOf({
      customers: [],
      vendors: [
        customerRow(3, { DisplayName: 'Acme  Supplies ' }),
        customerRow(4, { Active: false, Balance: 3 }),
      ],
      employees: [customerRow(5, { DisplayName: 'Ann Lee' })],
    });
    expect(otherNames).toEqual({
      vendor: [
        { id: '3', displayName: 'Acme  Supplies ', active: true },
        { id: '4', displayName: 'Customer 4', active: false },
      ],
      employee: [{ id: '5', displayName: 'Ann Lee', active: true }],
    });
    expect(problems).toEqual([]);
  });

  test('nobody there is not the same as not read', async () => {
    expect((await exportOf({ customers: [] })).otherNames).toEqual({ vendor: [], employee: [] });
  });

  test('an employee without a display name is called by its parts', async () => {
    const row = { Id: '5', GivenName: 'Ann', MiddleName: 'B', FamilyName: 'Lee' };
    const { otherNames } = await exportOf({ customers: [], employees: [row] });
    expect(otherNames.employee).toEqual([{ id: '5', displayName: 'Ann B Lee', active: true }]);
  });

  test('many come in pages of a thousand, of both kinds of Active, and are counted before and after', async () => {
    const { otherNames, received } = await exportOf({ customers: [], vendors: vendorRows(2_100) });
    expect(otherNames.vendor?.map(({ id }) => id)).toEqual(vendorRows(2_100).map(({ Id }) => Id));
    const vendors = received.filter((request) => asks(request, 'from vendor'));
    expect(vendors.every((request) => asks(request, 'Active IN (true,false)'))).toBe(true);
    expect(vendors.filter((request) => asks(request, 'count(*)'))).toHaveLength(3);
    const pages = vendors.filter(
      (request) => asks(request, 'true,false) orderby Id asc') && !asks(request, '>='),
    );
    expect(pages).toHaveLength(3);
  });

  test('those that fit into a page take two calls', async () => {
    const { received } = await exportOf({ customers: [], vendors: vendorRows(1_000) });
    expect(received.filter((request) => asks(request, 'from vendor'))).toHaveLength(2);
  });

  test('a page that is not what was counted is not trusted', async () => {
    const company = { customers: [], vendors: vendorRows(3) };
    await using server = await scriptedServer((request) => {
      const reply = answerAs(company)(request);
      if (asks(request, 'count(*) from vendor')) company.vendors = vendorRows(4);
      return reply;
    });
    const { otherNames } = await clientOf(server).exportCustomers(quiet);
    expect(otherNames.vendor).toHaveLength(4);
    expect(server.received.filter((request) => asks(request, 'count(*) from vendor'))).toHaveLength(3);
  });

  test.each([
    ['vendor', { vendor: null, employee: [] }],
    ['employee', { vendor: [], employee: null }],
  ])('where the %s list may not be read, all else is exported and it is said', async (list, names) => {
    const company = { customers: [customerRow(1)] };
    const { otherNames, customers, problems } = await exportOf(company, (request) =>
      asks(request, `from ${list}`) ? refusal : answerAs(company)(request),
    );
    expect(otherNames).toEqual(names);
    expect(customers).toHaveLength(1);
    expect(problems).toEqual([
      `The names of ${list}s could not be read, so it is not known which of them a new customer may not bear: Permission Denied Error: No access (5020).`,
    ]);
  });

  test('a name that cannot be read ends the export, and it says why', async () => {
    const vendors = [customerRow(1), { Id: 'none', DisplayName: 'x' }];
    const error = await thrownBy(exportOf({ customers: [], vendors }));
    expect([error.code, error.data.what]).toEqual(['export-count', 'vendors']);
    expect(error.data.detail).toMatch(/Record 2 of the vendors.*Id/s);
  });

  test('after a break among the vendors neither customers nor the pages that arrived are read again', async () => {
    const answer = answerAs({ customers: [customerRow(1)], vendors: vendorRows(2_100) });
    let isDown = true;
    await using server = await scriptedServer((request) =>
      isDown && asks(request, 'startposition 2001') ? (response) => response.destroy() : answer(request),
    );
    const client = clientOf(server);
    expect((await thrownBy(client.exportCustomers(quiet))).code).toBe('service-unreachable');
    isDown = false;
    const earlier = server.received.length;
    const { customers, otherNames } = await client.exportCustomers(quiet);
    expect([customers.length, otherNames.vendor?.length]).toEqual([1, 2_100]);
    const pages = server.received
      .slice(earlier)
      .map(({ query }) => query.get('query') ?? '')
      .filter((sql) => /\(true,false\) orderby Id asc startposition/.test(sql) && !sql.includes('>='));
    expect(pages).toEqual([
      'select * from vendor where Active IN (true,false) orderby Id asc startposition 2001 maxresults 1000',
    ]);
  });
});
