import { describe, expect, test } from 'vitest';
import { connectSalesforce, type Hooks } from '#app/sources/index.ts';
import { type AccountChoice, longestClause } from '#shared/account-choice.ts';
import { type Received, type Reply, scriptedServer } from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';
import { accountId, accountRow, answerAs, packageFields } from './organisation.ts';

const quiet: Hooks = { signal: new AbortController().signal, progress: () => {} };
const rows = (count: number) => Array.from({ length: count }, (_, n) => accountRow(n + 1));
const soqlOf = (received: readonly Received[]) =>
  received.map(({ query }) => query.get('q') ?? '').filter((soql) => / FROM Account\b/.test(soql));
const where = (clause: string): AccountChoice => ({ kind: 'where', clause });
const clientOf = ({ url }: { readonly url: string }) =>
  connectSalesforce({ instanceUrl: url, accessToken: 'token' });

describe('an export that broke off', () => {
  /** Breaks off after four of six accounts with one choice, exports with another, and gives what that asked for. */
  async function continuedWith(first: AccountChoice, second: AccountChoice): Promise<string[]> {
    const answer = answerAs({ accounts: rows(6), pageSize: 2 });
    let isDown = true;
    await using server = await scriptedServer((request) =>
      isDown && request.path.endsWith('01gA-4')
        ? { status: 403, json: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'Limit exceeded' }] }
        : answer(request),
    );
    const client = clientOf(server);
    expect((await thrownBy(client.exportAccounts(first, quiet))).code).toBe('service-used-up');
    isDown = false;
    const earlier = server.received.length;
    const { accounts } = await client.exportAccounts(second, quiet);
    expect(accounts.map(({ id }) => id)).toEqual(rows(6).map(({ Id }) => Id));
    return soqlOf(server.received.slice(earlier)).filter((soql) =>
      /^SELECT Id, Name.*ORDER BY Id$/.test(soql),
    );
  }

  test('goes on where it stopped when the same accounts are chosen, its condition in parentheses', async () => {
    const [first] = await continuedWith(
      where("Name = 'a' OR Name = 'b'"),
      where("Name = 'a' OR Name = 'b' "),
    );
    expect(first?.split(' WHERE ')[1]).toBe(
      `((Name = 'a' OR Name = 'b') OR qime__QB_ID__c != null) AND Id > '${accountId(4)}' ORDER BY Id`,
    );
  });

  test.each([
    ['others', where("Name = 'b'")],
    ['all', { kind: 'all' }],
  ] as const)('begins anew when %s are chosen', async (_, second) => {
    const [first] = await continuedWith(where("Name = 'a'"), second);
    expect(first).not.toContain('Id > ');
  });
});

test('a subquery, which may not stand beside OR, has the linked accounts read by themselves, and none is twice', async () => {
  await using server = await scriptedServer(answerAs({ accounts: rows(5), pageSize: 2 }));
  const choice = where('ParentId NOT IN (SELECT Id FROM Asset)');
  const { accounts } = await clientOf(server).exportAccounts(choice, quiet);
  expect(accounts.map(({ id }) => id)).toEqual(rows(5).map(({ Id }) => Id));
  const asked = soqlOf(server.received);
  expect(asked.filter((soql) => / OR /.test(soql))).toEqual([]);
  const read = asked.filter((soql) => /^SELECT Id, Name.*ORDER BY Id$/.test(soql));
  expect(read.some((soql) => soql.includes('WHERE (ParentId NOT IN (SELECT Id FROM Asset)) '))).toBe(true);
  expect(read.some((soql) => soql.includes('WHERE (qime__QB_ID__c != null) '))).toBe(true);
});

test('no address grows beyond what Salesforce takes, however long the condition is', async () => {
  const all = rows(900);
  const answer = answerAs({ accounts: all });
  const empty: Reply = { json: { totalSize: 0, done: true, records: [] } };
  await using server = await scriptedServer((request) =>
    /^SELECT Id, Name(?!.* Id IN ).*ORDER BY Id$/.test(request.query.get('q') ?? '')
      ? empty
      : answer(request),
  );
  const clause = `Name = '${"\\'".repeat((longestClause - 9) / 2)}'`;
  const { accounts } = await clientOf(server).exportAccounts(where(clause), quiet);
  expect(accounts).toHaveLength(900);
  const lengths = server.received.map(
    ({ path, query }) =>
      `${path}?q=${encodeURIComponent(query.get('q') ?? '').replaceAll("'", '%27')}`.length,
  );
  expect(Math.max(...lengths)).toBeLessThan(16_384);
  expect(Math.max(...lengths)).toBeGreaterThan(14_000);
});

describe('a list view', () => {
  const view = { kind: 'list-view', id: '00B000000000001AAA', name: 'Key accounts' } as const;

  /** How many accounts the view takes, and the condition that they were counted with. */
  async function checked(describe: Reply | { query: string; scope?: string | null }) {
    const answer = answerAs({ accounts: rows(3) });
    await using server = await scriptedServer((request) => {
      if (request.path.endsWith('/userinfo')) return { json: { user_id: '005000000000001AAA' } };
      if (!/\/listviews\/\w+\/describe$/.test(request.path)) return answer(request);
      return typeof describe === 'object' && 'query' in describe ? { json: describe } : describe;
    });
    const result = await clientOf(server).checkChoice(view, quiet.signal);
    const [soql = ''] = soqlOf(server.received);
    return { result, condition: soql.split(' WHERE ')[1] ?? '' };
  }

  test.each([
    ['SELECT Name, toLabel(Type) FROM Account ORDER BY Name ASC NULLS FIRST', null, ''],
    ['SELECT Name FROM Account USING SCOPE everything', 'everything', ''],
    [
      "SELECT Name FROM Account WHERE Name = ' ORDER BY (' ORDER BY Name LIMIT_ASC",
      null,
      "(Name = ' ORDER BY (')",
    ],
    [
      "SELECT Name FROM Account WHERE A = 1 OR (B = 2 AND C IN ('x')) ORDER BY Name",
      null,
      "(A = 1 OR (B = 2 AND C IN ('x')))",
    ],
    ['SELECT Id FROM Account USING SCOPE mine ORDER BY Name', 'mine', "(OwnerId = '005000000000001AAA')"],
    [
      'SELECT Id FROM Account WHERE A = 1 OR B = 2',
      'mine',
      "(OwnerId = '005000000000001AAA' AND (A = 1 OR B = 2))",
    ],
    [
      'SELECT Id FROM Account USING SCOPE Mine WHERE A = 1',
      null,
      "(OwnerId = '005000000000001AAA' AND (A = 1))",
    ],
  ])('%s, scope %s', async (query, scope, expected) => {
    const { result, condition } = await checked({ query, scope });
    expect(result.kind).toBe('counted');
    expect(condition).toBe(expected);
  });

  test.each([
    [
      'shows a team’s accounts',
      { query: 'SELECT Id FROM Account USING SCOPE team' },
      /team, territory or queue/,
    ],
    [
      'has a scope told apart from its query',
      { query: 'SELECT Id FROM Account', scope: 'queue_owned' },
      /queue/,
    ],
    [
      'ends after so many rows',
      { query: 'SELECT Id FROM Account WHERE A = 1 LIMIT 200' },
      /Write the condition/,
    ],
    ['has a query that is cut off', { query: "SELECT Id FROM Account WHERE A = 'x" }, /Write the condition/],
    [
      'is gone',
      { status: 404, json: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] },
      /“Key accounts” is no longer there/,
    ],
  ])('that %s is refused in words', async (_, describe, message) => {
    expect((await checked(describe)).result).toEqual({
      kind: 'refused',
      message: expect.stringMatching(message),
    });
  });
});

test('what is offered leaves out the master record type, inactive ones and list views without a query, over all pages', async () => {
  const info = (n: number, name: string, active: boolean, master: boolean) => ({
    recordTypeId: `012000000000${String(n).padStart(3, '0')}AAA`,
    name,
    active,
    available: false,
    master,
  });
  const recordTypeInfos = [
    info(0, 'Master', true, true),
    info(1, 'Customer', true, false),
    info(2, 'Old', false, false),
  ];
  const listView = (n: number, soqlCompatible: boolean) => ({
    id: `00B00000000000${n}AAA`,
    label: `View ${n}`,
    developerName: `View_${n}`,
    soqlCompatible,
  });
  await using server = await scriptedServer(({ path, query }) => {
    if (path.endsWith('/describe'))
      return { json: { name: 'Account', fields: packageFields, recordTypeInfos } };
    if (path.endsWith('/listviews')) {
      const nextRecordsUrl = '/services/data/v65.0/sobjects/Account/listviews/more';
      return { json: { done: false, nextRecordsUrl, listviews: [listView(1, true), listView(2, false)] } };
    }
    if (path.endsWith('/more'))
      return { json: { done: true, nextRecordsUrl: null, listviews: [listView(3, true)] } };
    expect(query.get('q')).toContain('GROUP BY OwnerId');
    const records = [
      { attributes: { type: 'AggregateResult' }, OwnerId: '005000000000001AAA', Name: 'Ada', accounts: 7 },
    ];
    return { json: { totalSize: 1, done: true, records } };
  });
  expect(await clientOf(server).accountChoices(quiet.signal)).toEqual({
    recordTypes: [{ id: '012000000000001AAA', name: 'Customer' }],
    owners: [{ id: '005000000000001AAA', name: 'Ada', accounts: 7 }],
    listViews: [
      { id: '00B000000000001AAA', name: 'View 1' },
      { id: '00B000000000003AAA', name: 'View 3' },
    ],
  });
});
