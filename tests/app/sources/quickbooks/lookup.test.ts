import { describe, expect, test } from 'vitest';
import { connectQuickBooks } from '#app/sources/index.ts';
import { CustomerId } from '#shared/ids.ts';
import { scriptedServer } from '../service/scripted-server.ts';
import { answerAs, customerRow, type Row } from './company.ts';

const signal = new AbortController().signal;
const id = (text: string) => CustomerId.parse(text);

async function companyWith(customers: readonly Row[]) {
  const server = await scriptedServer(answerAs({ customers }));
  return { server, client: connectQuickBooks({ realmId: '123', accessToken: 'token', apiUrl: server.url }) };
}

describe('customers as they stand now', () => {
  test('are given by id, inactive ones too, and those that are gone left out', async () => {
    const { server, client } = await companyWith([
      customerRow(1),
      customerRow(2, { SyncToken: '4', Active: false, DisplayName: 'Old (deleted)' }),
    ]);
    await using _ = server;
    expect(await client.readCustomers([id('1'), id('2'), id('3')], signal)).toEqual(
      new Map([
        [id('1'), { displayName: 'Customer 1', syncToken: '0', active: true }],
        [id('2'), { displayName: 'Old (deleted)', syncToken: '4', active: false }],
      ]),
    );
    expect(server.received[0]?.query.get('query')).toContain('and Active IN (true,false)');
  });

  test('are asked for in as few calls as fit into an address', async () => {
    const rows = Array.from({ length: 1_500 }, (_, n) => customerRow(n + 1));
    const { server, client } = await companyWith(rows);
    await using _ = server;
    const ids = rows.map(({ Id }) => id(String(Id)));
    expect((await client.readCustomers(ids, signal)).size).toBe(1_500);
    expect(server.received.length).toBeGreaterThan(1);
    expect(Math.max(...server.received.map(({ query }) => String(query).length))).toBeLessThan(8_000);
  });

  test('are not asked for by what is no id', async () => {
    const { server, client } = await companyWith([customerRow(1)]);
    await using _ = server;
    expect(await client.readCustomers([id("Acme') or ('1"), id('Acme')], signal)).toEqual(new Map());
    expect(server.received).toEqual([]);
  });
});

describe('customers by name', () => {
  test.each([
    ['a quote', "O'Hara"],
    ['a backslash', 'Back\\slash'],
    ['both', "\\'"],
    ['signs that an address takes for its own', '50% & more = #1 + ?'],
    ['letters of other scripts', '株式会社 Grünwald'],
  ])('are found with %s in it', async (_, name) => {
    const { server, client } = await companyWith([customerRow(1), customerRow(2, { DisplayName: name })]);
    await using __ = server;
    expect(await client.findByDisplayName([name], signal)).toEqual(new Map([[name, id('2')]]));
  });

  test('are found in another case and with spaces about them, under the name asked for', async () => {
    const { server, client } = await companyWith([customerRow(1, { DisplayName: 'Acme Ltd' })]);
    await using _ = server;
    expect(await client.findByDisplayName(['ACME LTD ', 'Other'], signal)).toEqual(
      new Map([['ACME LTD ', id('1')]]),
    );
  });

  test('are found as "Parent:Child", and only under that parent', async () => {
    const { server, client } = await companyWith([
      customerRow(1, { DisplayName: 'Kitchen', FullyQualifiedName: 'Acme:Kitchen' }),
      customerRow(2, { DisplayName: 'Roof', FullyQualifiedName: 'Roof' }),
    ]);
    await using _ = server;
    expect(await client.findByDisplayName(['Acme:Kitchen', 'Acme:Roof'], signal)).toEqual(
      new Map([['Acme:Kitchen', id('1')]]),
    );
  });
});
