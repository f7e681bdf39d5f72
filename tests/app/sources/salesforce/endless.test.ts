import { expect, test } from 'vitest';
import { connectSalesforce, type SalesforceClient } from '#app/sources/index.ts';
import { AccountId } from '#shared/ids.ts';
import { type Reply, scriptedServer } from '../service/scripted-server.ts';
import { thrownBy } from '../service/thrown.ts';
import { accountId, accountRow } from './organisation.ts';

const { signal } = new AbortController();
const next = '/services/data/v65.0/query/01g-2000';

/** What comes of a call where every answer is the same. */
async function always(reply: (n: number) => Reply, call: (client: SalesforceClient) => Promise<unknown>) {
  let n = 0;
  await using server = await scriptedServer(() => {
    n += 1;
    return reply(n);
  });
  const client = connectSalesforce({ instanceUrl: server.url, accessToken: 'token' });
  const code = await call(client).then(
    () => 'done',
    () => thrownBy(call(client)).then(({ code }) => code),
  );
  return { code, calls: n };
}

test.each([
  ['lead back to the same page', () => next],
  ['go on without holding a record', (n: number) => `${next}-${n}`],
])(
  'pages that %s are told as an answer that cannot be used, and not followed for ever',
  async (_how, address) => {
    const page = (n: number) => ({ totalSize: 2, done: false, nextRecordsUrl: address(n), records: [] });
    const { code, calls } = await always(
      (n) => ({ json: page(n) }),
      (client) => client.readNamesakes(['Acme'], signal),
    );
    expect(code).toBe('service-answer');
    expect(calls).toBeLessThan(50);
  },
);

test('list views whose pages lead back to the same one, likewise', async () => {
  const views = {
    nextRecordsUrl: next,
    listviews: [],
    recordTypeInfos: [],
    done: true,
    totalSize: 0,
    records: [],
  };
  const { code, calls } = await always(
    () => ({ json: views }),
    (client) => client.accountChoices(signal),
  );
  expect(code).toBe('service-answer');
  expect(calls).toBeLessThan(50);
});

test('an account that was merged into one that is never found is not asked for again and again', async () => {
  const row = { ...accountRow(1), IsDeleted: true, MasterRecordId: accountId(2) };
  const page = { totalSize: 1, done: true, records: [row] };
  const { code, calls } = await always(
    () => ({ json: page }),
    (client) => client.readFates([AccountId.parse(accountId(1))], { signal, progress: () => undefined }),
  );
  expect(code).toBe('done');
  expect(calls).toBe(2);
});
