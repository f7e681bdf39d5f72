import { describe, expect, test } from 'vitest';
import { connectSalesforce } from '#app/sources/index.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import { cut, type Received, type Reply, raw, scriptedServer } from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';
import { accountId, accountRow, answerAs, packageFields, type Row } from './organisation.ts';

const signal = new AbortController().signal;
const id = (n: number) => AccountId.parse(accountId(n));
const link = (n: number, customerId = String(n), syncToken = '0') => ({
  accountId: id(n),
  link: { customerId, syncToken },
});

/** Connects to an organisation that answers the write call by `onWrite` and the describe as usual. */
async function organisationThat(onWrite: (request: Received) => Reply, fields = packageFields) {
  const answer = answerAs({ accounts: [], fields });
  const server = await scriptedServer((request) =>
    request.method === 'PATCH' ? onWrite(request) : answer(request),
  );
  const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token' });
  return { server, client, writes: () => server.received.filter(({ method }) => method === 'PATCH') };
}

const saved = (...ns: number[]): Reply => ({
  json: ns.map((n) => ({ id: accountId(n), success: true, errors: [] })),
});

describe('writing links', () => {
  test('is one call that sends the two link fields and nothing else', async () => {
    const { server, client, writes } = await organisationThat(() => saved(1, 2));
    await using _ = server;
    expect(await client.writeLinks([link(1), link(2, '', '')], signal)).toEqual([
      { kind: 'done' },
      { kind: 'done' },
    ]);
    expect(writes().map(({ path, body }) => [path, JSON.parse(body)])).toEqual([
      [
        '/services/data/v65.0/composite/sobjects',
        {
          allOrNone: false,
          records: [
            {
              id: accountId(1),
              attributes: { type: 'Account' },
              qime__QB_ID__c: '1',
              qime__QB_SyncToken__c: '0',
            },
            {
              id: accountId(2),
              attributes: { type: 'Account' },
              qime__QB_ID__c: null,
              qime__QB_SyncToken__c: null,
            },
          ],
        },
      ],
    ]);
  });

  test('writes a number where the package made the field one', async () => {
    const fields = packageFields.map((field) =>
      field.name === 'qime__QB_SyncToken__c' ? { ...field, type: 'double' } : field,
    );
    const { server, client, writes } = await organisationThat(() => saved(1), fields);
    await using _ = server;
    await client.writeLinks([link(1, '58', '3')], signal);
    expect(JSON.parse(writes()[0]?.body ?? '').records[0]).toMatchObject({
      qime__QB_ID__c: '58',
      qime__QB_SyncToken__c: 3,
    });
  });

  test('gives the outcomes in the order of the links, those that failed in the words of a person', async () => {
    const failed = (statusCode: string, message: string) => ({
      success: false,
      errors: [{ statusCode, message, fields: [] }],
    });
    const { server, client } = await organisationThat(() => ({
      json: [
        failed('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record'),
        { id: accountId(2), success: true, errors: [] },
        failed('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Sales region is needed'),
        failed('SOMETHING_NEW', 'a new thing'),
      ],
    }));
    await using _ = server;
    expect(await client.writeLinks([link(1), link(2), link(3), link(4)], signal)).toEqual([
      {
        kind: 'failed',
        code: 'UNABLE_TO_LOCK_ROW',
        serviceMessage: 'unable to obtain exclusive access to this record',
        message: expect.stringMatching(/Write again in a minute/),
        transient: true,
      },
      { kind: 'done' },
      {
        kind: 'failed',
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        serviceMessage: 'Sales region is needed',
        message: expect.stringMatching(/validation rule/),
        transient: false,
      },
      {
        kind: 'failed',
        code: 'SOMETHING_NEW',
        serviceMessage: 'a new thing',
        message: expect.stringMatching(/Its own message says why/),
        transient: false,
      },
    ]);
  });

  test.each([
    'UNABLE_TO_LOCK_ROW',
    'DUPLICATE_VALUE',
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    'ENTITY_IS_DELETED',
    'INVALID_CROSS_REFERENCE_KEY',
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    'STRING_TOO_LONG',
  ])('has words of its own for %s', async (statusCode) => {
    const failed = { success: false, errors: [{ statusCode, message: 'original', fields: [] }] };
    const { server, client } = await organisationThat(() => ({ json: [failed] }));
    await using _ = server;
    const [outcome] = await client.writeLinks([link(1)], signal);
    expect(outcome).toMatchObject({ kind: 'failed', code: statusCode, serviceMessage: 'original' });
    expect(outcome).not.toMatchObject({ message: expect.stringMatching(/Its own message says why/) });
  });

  test('sends nothing when there is nothing, or more than a call takes, or the field may not be edited', async () => {
    const { server, client, writes } = await organisationThat(() => saved());
    await using _ = server;
    expect(await client.writeLinks([], signal)).toEqual([]);
    const tooMany = Array.from({ length: 201 }, (__, n) => link(n));
    expect(await thrownBy(client.writeLinks(tooMany, signal))).toMatchObject({
      code: 'input-invalid',
      data: { sent: 'no' },
    });
    expect(writes()).toEqual([]);

    const readOnly = packageFields.map((field) => ({ ...field, updateable: false }));
    const locked = await organisationThat(() => saved(1), readOnly);
    await using __ = locked.server;
    expect(await thrownBy(locked.client.writeLinks([link(1)], signal))).toMatchObject({
      code: 'package-field-read-only',
      data: { field: 'qime__QB_ID__c', sent: 'no' },
    });
    expect(locked.writes()).toEqual([]);
  });

  test('sends 200 at once', async () => {
    const ns = Array.from({ length: 200 }, (_, n) => n + 1);
    const { server, client, writes } = await organisationThat(() => saved(...ns));
    await using _ = server;
    expect(
      await client.writeLinks(
        ns.map((n) => link(n)),
        signal,
      ),
    ).toHaveLength(200);
    expect(writes()).toHaveLength(1);
  });
});

describe('a write that failed as a whole', () => {
  const failure = (status: number, errorCode: string): Reply => ({
    status,
    json: [{ errorCode, message: 'in its own words' }],
  });

  test.each<[string, Reply, string]>([
    ['a refusal', failure(400, 'INVALID_FIELD'), 'service-refused'],
    ['a used-up limit', failure(403, 'REQUEST_LIMIT_EXCEEDED'), 'service-used-up'],
    ['an ended session', failure(401, 'INVALID_SESSION_ID'), 'service-session'],
    ['an error inside Salesforce', failure(500, 'UNKNOWN_EXCEPTION'), 'service-answer'],
    ['a web page', raw(503, 'text/html', '<html><body>Down for maintenance</body></html>'), 'service-answer'],
    ['JSON that breaks off', raw(200, 'application/json', '[{"id":"001","succ'), 'service-answer'],
    ['too few outcomes', { json: [] }, 'service-answer'],
    ['a cut connection', cut, 'service-unreachable'],
  ])('%s says whether anything was written, and is sent once only', async (_, reply, code) => {
    const { server, client, writes } = await organisationThat(() => reply);
    await using __ = server;
    const error = await thrownBy(client.writeLinks([link(1)], signal));
    expect(error.code).toBe(code);
    expect(error.data.sent).toBeUndefined();
    expect(writes()).toHaveLength(1);
  });

  test('says that nothing was sent when nobody answers at the address', async () => {
    const server = await scriptedServer(() => saved(1));
    await server[Symbol.asyncDispose]();
    const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token' });
    expect(await thrownBy(client.writeLinks([link(1)], signal))).toMatchObject({
      code: 'service-unreachable',
      data: { service: 'Salesforce', address: server.url, sent: 'no' },
    });
  });

  test('says so too when the fields could not be looked at before', async () => {
    await using server = await scriptedServer(() => cut);
    const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token' });
    const error = await thrownBy(client.writeLinks([link(1)], signal));
    expect([error.code, error.data.sent]).toEqual(['service-unreachable', 'no']);
  });

  test('says so too when the connection is refused between the look at the fields and the write', async () => {
    const { server, client } = await organisationThat(() => saved(1));
    await client.writeLinks([link(1)], signal);
    await server[Symbol.asyncDispose]();
    const error = await thrownBy(client.writeLinks([link(1)], signal));
    expect([error.code, error.data.sent]).toEqual(['service-unreachable', 'no']);
    expect(error.data.detail).toBe('nothing answers there (connection refused)');
  });

  test('does not say so when it was stopped while under way', async () => {
    const stop = new AbortController();
    const { server, client } = await organisationThat(() => () => stop.abort());
    await using _ = server;
    const error = await thrownBy(client.writeLinks([link(1)], stop.signal));
    expect([error.code, error.data.sent]).toEqual(['cancelled', undefined]);
    const before = await thrownBy(client.writeLinks([link(1)], stop.signal));
    expect([before.code, before.data.sent]).toEqual(['cancelled', 'no']);
  });
});

describe('reading links', () => {
  /** Answers retrieves and `WHERE field IN (…)` from rows. */
  async function organisationWith(rows: readonly Row[]) {
    const plain = answerAs({ accounts: [] });
    const server = await scriptedServer((request) => {
      if (request.path.endsWith('/composite/sobjects/Account')) {
        const { ids }: { ids: string[] } = JSON.parse(request.body);
        const found = (wanted: string) => rows.find(({ Id }) => String(Id).startsWith(wanted)) ?? null;
        return { json: ids.map(found) };
      }
      const list = /WHERE (\w+) IN \((.*)\)$/.exec(request.query.get('q') ?? '');
      if (list === null) return plain(request);
      const [, field = '', values = ''] = list;
      const wanted = new Set(
        [...values.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, v = '']) => v.replace(/\\(.)/g, '$1')),
      );
      const records = rows.filter((row) => {
        const value = String(row[field]);
        return wanted.has(value);
      });
      return { json: { totalSize: records.length, done: true, records } };
    });
    return { server, client: connectSalesforce({ instanceUrl: server.url, accessToken: 'token' }) };
  }

  test('gives what stands now, and leaves out what is gone', async () => {
    const { server, client } = await organisationWith([
      accountRow(1, { qime__QB_ID__c: '58', qime__QB_SyncToken__c: '2' }),
      accountRow(2),
    ]);
    await using _ = server;
    const systemModstamp = '2026-01-02T03:04:05.000Z';
    expect(await client.readLinks([id(1), id(2), id(3)], signal)).toEqual(
      new Map([
        [id(1), { link: { customerId: '58', syncToken: '2' }, systemModstamp }],
        [id(2), { link: { customerId: '', syncToken: '' }, systemModstamp }],
      ]),
    );
  });

  test('takes any number of ids, 2,000 to a call', async () => {
    const rows = Array.from({ length: 4001 }, (_, n) => accountRow(n + 1));
    const { server, client } = await organisationWith(rows);
    await using _ = server;
    expect(
      (
        await client.readLinks(
          rows.map((_row, n) => id(n + 1)),
          signal,
        )
      ).size,
    ).toBe(4001);
    expect(server.received).toHaveLength(3);
  });

  test('answers under the id asked for, and asks for nothing that is no id', async () => {
    const { server, client } = await organisationWith([accountRow(1)]);
    await using _ = server;
    const short = AccountId.parse(accountId(1).slice(0, 15));
    const strange = AccountId.parse("x') OR (Name != '");
    expect([...(await client.readLinks([short, strange], signal)).keys()]).toEqual([short]);
    expect(await client.readLinks([strange], signal)).toEqual(new Map());
    expect(server.received).toHaveLength(1);
  });

  test('looks for the carriers of any number of customers, in queries that fit into an address', async () => {
    const { server, client } = await organisationWith([accountRow(1, { qime__QB_ID__c: '10900' })]);
    await using _ = server;
    const ids = Array.from({ length: 2_000 }, (_none, n) => CustomerId.parse(String(10_000 + n)));
    expect([...(await client.readHolders(ids, signal)).keys()]).toEqual(['10900']);
    const queries = server.received.filter(({ query }) => query.get('q') !== null);
    expect(queries).toHaveLength(3);
    for (const { query } of queries) {
      const address = encodeURIComponent(query.get('q') ?? '').replaceAll("'", '%27');
      expect(address.length).toBeLessThan(15_000);
    }
  });

  test('finds the accounts that carry a customer', async () => {
    const { server, client } = await organisationWith([
      accountRow(1, { qime__QB_ID__c: '58' }),
      accountRow(2, { qime__QB_ID__c: '58' }),
      accountRow(3, { qime__QB_ID__c: "O'7\\" }),
    ]);
    await using _ = server;
    const ids = ['58', "O'7\\", '9'].map((text) => CustomerId.parse(text));
    expect(await client.readHolders(ids, signal)).toEqual(
      new Map([
        [ids[0], [id(1), id(2)]],
        [ids[1], [id(3)]],
      ]),
    );
  });
});
