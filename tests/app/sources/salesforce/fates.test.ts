import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { connectSalesforce } from '#app/sources/index.ts';
import { AccountId } from '#shared/ids.ts';
import { salesforceOf, send } from '../../practice/clients.ts';

const hooks = { signal: new AbortController().signal, progress: () => undefined };

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

test('an account that an export no longer has was deleted, merged, or only left out', async () => {
  const { records } = await salesforceOf(practice).query<{ Id: string }>(
    'SELECT Id FROM Account ORDER BY Id LIMIT 5',
  );
  const [first, second, third, deleted, there] = records.map(({ Id }) => AccountId.parse(Id));
  const merge = (master: unknown, loser: unknown) =>
    send(`${practice.salesforceUrl}/practice/merge/Account`, 'POST', { master, loser });
  await merge(second, first);
  await merge(third, second);
  await send(`${practice.salesforceUrl}/practice/records/${deleted}`, 'DELETE');

  const client = connectSalesforce({
    instanceUrl: practice.salesforceUrl,
    accessToken: practice.environment.SALESFORCE_ACCESS_TOKEN ?? '',
  });
  const nobody = AccountId.parse('001000000000000AAA');
  const ofFile = AccountId.parse('row-7');
  const asked = [first, second, deleted, there, nobody, ofFile].filter((id) => id !== undefined);
  const fates = await client.readFates(asked, hooks);
  expect(asked.map((id) => fates.get(id))).toEqual([
    // Merged into one that was merged itself: told is the one that is left.
    { kind: 'merged', into: third },
    { kind: 'merged', into: third },
    { kind: 'deleted' },
    { kind: 'left-out' },
    { kind: 'unknown' },
    { kind: 'unknown' },
  ]);
});

test('many are asked for in as many queries as fit', async () => {
  const { records } = await salesforceOf(practice).query<{ Id: string }>(
    'SELECT Id FROM Account ORDER BY Id',
  );
  const ids = records.map(({ Id }) => AccountId.parse(Id));
  const client = connectSalesforce({
    instanceUrl: practice.salesforceUrl,
    accessToken: practice.environment.SALESFORCE_ACCESS_TOKEN ?? '',
  });
  const fates = await client.readFates(ids, hooks);
  expect(fates.size).toBeGreaterThan(900);
  expect([...fates.values()].every(({ kind }) => kind === 'left-out')).toBe(true);
});
