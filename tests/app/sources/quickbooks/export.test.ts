import { describe, expect, test } from 'vitest';
import { connectQuickBooks, type Hooks } from '#app/sources/index.ts';
import { scriptedServer } from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';
import { answerAs, type Company, customerRow } from './company.ts';

const quiet: Hooks = { signal: new AbortController().signal, progress: () => {} };

async function exportOf(company: Company, hooks: Hooks = quiet) {
  await using server = await scriptedServer(answerAs(company));
  const client = connectQuickBooks({ realmId: '123', accessToken: 'token', apiUrl: server.url });
  return { ...(await client.exportCustomers(hooks)), received: server.received };
}

const rows = (count: number) => Array.from({ length: count }, (_, n) => customerRow(n + 1));

describe('an export of customers', () => {
  test('says which company it is of', async () => {
    const { origin } = await exportOf({ customers: [] });
    expect(origin).toEqual({
      kind: 'service',
      organisationId: '123',
      organisationName: 'Acme Books',
      environment: 'production',
      choice: { kind: 'all' },
    });
  });

  test('carries every field of a customer', async () => {
    const row = customerRow(7, {
      SyncToken: '3',
      DisplayName: "O'Hara:Job 1",
      CompanyName: 'O’Hara & Sons',
      GivenName: 'Sean',
      FamilyName: "O'Hara",
      PrintOnCheckName: 'O’Hara',
      PrimaryEmailAddr: { Address: 'a@ohara.ie, b@ohara.ie' },
      PrimaryPhone: { FreeFormNumber: '(555) 0100' },
      Mobile: { FreeFormNumber: '555 0101' },
      AlternatePhone: { FreeFormNumber: '555 0102' },
      Fax: { FreeFormNumber: '555 0103' },
      WebAddr: { URI: 'http://ohara.ie' },
      BillAddr: {
        Id: '9',
        Line1: '1 Main St',
        Line3: 'Suite 2',
        City: 'Cork',
        CountrySubDivisionCode: 'CO',
        PostalCode: 'T12',
        Country: 'Ireland',
        Lat: '51.9',
      },
      Active: false,
      ParentRef: { value: '6' },
      Job: true,
      IsProject: false,
      Level: 1,
      FullyQualifiedName: "O'Hara:Job 1",
      Balance: 12.5,
      BalanceWithJobs: 20,
      CurrencyRef: { value: 'EUR', name: 'Euro' },
      ResaleNum: 'R-1',
      Taxable: false,
      TaxExemptionReasonId: 9,
      Notes: 'pays late',
      MetaData: { CreateTime: '2026-01-02T03:04:05-07:00', LastUpdatedTime: '2026-02-02T03:04:05-07:00' },
    });
    const { customers, problems } = await exportOf({ customers: [row] });
    expect(problems).toEqual([]);
    expect(customers).toEqual([
      {
        id: '7',
        syncToken: '3',
        displayName: "O'Hara:Job 1",
        companyName: 'O’Hara & Sons',
        givenName: 'Sean',
        familyName: "O'Hara",
        printOnCheckName: 'O’Hara',
        email: 'a@ohara.ie, b@ohara.ie',
        phone: '(555) 0100',
        mobile: '555 0101',
        alternatePhone: '555 0102',
        fax: '555 0103',
        website: 'http://ohara.ie',
        billing: {
          street: '1 Main St\nSuite 2',
          city: 'Cork',
          region: 'CO',
          postalCode: 'T12',
          country: 'Ireland',
        },
        shipping: { street: '', city: '', region: '', postalCode: '', country: '' },
        active: false,
        parentId: '6',
        job: true,
        isProject: false,
        level: 1,
        fullyQualifiedName: "O'Hara:Job 1",
        balance: 12.5,
        balanceWithJobs: 20,
        currency: 'EUR',
        resaleNumber: 'R-1',
        taxable: false,
        taxExemptionReason: '9',
        notes: 'pays late',
        createdAt: '2026-01-02T10:04:05.000Z',
        lastModified: '2026-02-02T10:04:05.000Z',
      },
    ]);
  });

  test('takes what QuickBooks leaves out for blank', async () => {
    const { customers } = await exportOf({ customers: [{ Id: '1', SyncToken: '0', DisplayName: 'Bare' }] });
    expect(customers[0]).toMatchObject({
      active: true,
      fullyQualifiedName: 'Bare',
      balance: 0,
      taxable: null,
      level: 0,
      email: '',
    });
  });

  test('asks for pages of a thousand, in the order of ids, inactive customers too', async () => {
    const { customers, received } = await exportOf({ customers: rows(2_500) });
    expect(customers.map(({ id }) => id)).toEqual(rows(2_500).map(({ Id }) => Id));
    const queries = received.map(({ query }) => query.get('query') ?? '');
    const pages = queries.filter(
      (sql) => /^select \* from customer .*\(true,false\) orderby Id asc/.test(sql) && !sql.includes('>='),
    );
    expect(pages).toEqual(
      [1, 1001, 2001].map(
        (start) =>
          `select * from customer where Active IN (true,false) orderby Id asc startposition ${start} maxresults 1000`,
      ),
    );
    const counts = queries.filter((sql) =>
      sql.startsWith('select count(*) from customer where Active IN (true,false)'),
    );
    expect(counts).toHaveLength(2);
  });

  test('names minor version 75 and the company in every call', async () => {
    const { received } = await exportOf({ customers: rows(1) });
    expect(received.map(({ query }) => query.get('minorversion'))).toEqual(received.map(() => '75'));
    expect(received.every(({ path }) => path.startsWith('/v3/company/123/'))).toBe(true);
    expect(received.every(({ headers }) => headers.authorization === 'Bearer token')).toBe(true);
  });

  test('asks for nothing more where there is nobody', async () => {
    const { customers, received } = await exportOf({ customers: [] });
    expect(customers).toEqual([]);
    expect(received.some(({ query }) => query.get('query')?.includes('orderby Id asc'))).toBe(false);
  });

  test('tells how far it is, up to its total', async () => {
    const seen: [number, number | null][] = [];
    const hooks = {
      ...quiet,
      progress: (step: string, done: number, total: number | null) => {
        if (step === 'Reading customers from QuickBooks') seen.push([done, total]);
      },
    };
    await exportOf({ customers: rows(1_500) }, hooks);
    expect(seen.slice(0, 2)).toEqual([
      [0, null],
      [0, 1_500],
    ]);
    expect(seen.at(-1)).toEqual([1_500, 1_500]);
  });
});

describe('an export is complete or not at all', () => {
  const counting = (...counts: number[]) => {
    const left = [...counts];
    return () => (left.length > 1 ? left.shift() : left[0]) ?? 0;
  };

  test.each([
    [
      'more are counted than arrive, however often they are read',
      { customers: rows(3), counted: counting(4) },
      4,
      3,
    ],
    ['one arrives twice', { customers: [customerRow(1), customerRow(1)] }, 2, 1],
  ])('it fails when %s', async (_, company, expected, found) => {
    const error = await thrownBy(exportOf(company));
    expect([error.code, error.data]).toEqual([
      'export-count',
      { service: 'QuickBooks', what: 'customers', expected, found, detail: '' },
    ]);
  });

  test('it holds customers that were added or changed meanwhile as they are now', async () => {
    const changed = [customerRow(2, { Notes: 'new' }), customerRow(4)];
    const { customers, received } = await exportOf({ customers: rows(3), changed, counted: counting(3, 4) });
    expect(customers.map(({ id, notes }) => id + notes)).toEqual(['1', '2new', '3', '4']);
    expect(
      received.filter(({ query }) => query.get('query')?.includes('orderby Id asc startp')),
    ).toHaveLength(2);
  });

  test.each([
    ['one went, so that another slipped through between two pages', []],
    ['one went and one was added', [customerRow(1_201)]],
  ])('it reads everything again when %s', async (_, added: ReturnType<typeof customerRow>[]) => {
    const company = { customers: rows(1_200), changed: added };
    const now = [...rows(1_200).slice(1), ...added];
    await using server = await scriptedServer((request) => {
      const reply = answerAs(company)(request);
      if (request.query.get('query')?.includes('orderby Id asc startposition 1 ')) company.customers = now;
      return reply;
    });
    const client = connectQuickBooks({ realmId: '123', accessToken: 'token', apiUrl: server.url });
    const { customers } = await client.exportCustomers(quiet);
    expect(customers.map(({ id }) => id)).toEqual(now.map(({ Id }) => Id));
  });

  test('after a break it reads only the pages that had not arrived', async () => {
    const answer = answerAs({ customers: rows(2_500) });
    let isDown = true;
    await using server = await scriptedServer((request) =>
      isDown && request.query.get('query')?.includes('startposition 2001')
        ? (response) => setTimeout(() => response.writeHead(403).end('{"error":"gone"}'), 4_000)
        : answer(request),
    );
    const client = connectQuickBooks({ realmId: '123', accessToken: 'token', apiUrl: server.url }, {}, 2_000);
    expect((await thrownBy(client.exportCustomers(quiet))).code).toBe('service-unreachable');
    isDown = false;
    const earlier = server.received.length;
    const { customers } = await client.exportCustomers(quiet);
    expect(customers.map(({ id }) => id)).toEqual(rows(2_500).map(({ Id }) => Id));
    const pages = server.received
      .slice(earlier)
      .map(
        ({ query }) =>
          /\(true,false\) orderby Id asc startposition (\d+)/.exec(query.get('query') ?? '')?.[1],
      )
      .filter((start) => start !== undefined);
    expect(pages.filter((start) => start !== '1')).toEqual(['2001']);
  });

  test('it fails when a customer cannot be read, and says why', async () => {
    const error = await thrownBy(exportOf({ customers: [customerRow(1), { Id: '2', SyncToken: '0' }] }));
    expect([error.code, error.data.found]).toEqual(['export-count', 1]);
    expect(error.data.detail).toMatch(/Record 2 of the customers.*DisplayName/s);
  });

  test('a page that fails stops the others', async () => {
    const answer = answerAs({ customers: rows(30_000) });
    await using server = await scriptedServer((request) =>
      /startposition 1 /.test(request.query.get('query') ?? '') &&
      request.query.get('query')?.startsWith('select *')
        ? {
            status: 400,
            json: { Fault: { Error: [{ Message: 'no', code: '4000' }], type: 'ValidationFault' } },
          }
        : answer(request),
    );
    const client = connectQuickBooks({ realmId: '123', accessToken: 'token', apiUrl: server.url });
    expect((await thrownBy(client.exportCustomers(quiet))).code).toBe('service-refused');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    // The first ten calls were on their way when the failure came; none of the other 22 followed.
    expect(server.received.length).toBeLessThanOrEqual(10);
  });
});
