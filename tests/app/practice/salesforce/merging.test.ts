import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { salesforceOf, send } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
beforeEach(() => practice.reset());
afterAll(() => practice.close());

interface AccountRow {
  readonly Id: string;
  readonly Name: string;
  readonly IsDeleted: boolean;
  readonly MasterRecordId: string | null;
  readonly SystemModstamp: string;
}
const control = (path: string, method: string, body?: unknown) =>
  send(`${practice.salesforceUrl}/practice/${path}`, method, body);
const rows = async <T extends object>(soql: string, scanAll = false) =>
  (await salesforceOf(practice).query<T>(soql, { scanAll })).records;
const accounts = (condition: string, scanAll = false) =>
  rows<AccountRow>(
    `SELECT Id, Name, IsDeleted, MasterRecordId, SystemModstamp FROM Account WHERE ${condition}`,
    scanAll,
  );
/** An account that has a contact and, where asked, children; and another without relation to it. */
async function two(condition = 'AccountId != null') {
  const [contact] = await rows<{ AccountId: string }>(
    `SELECT AccountId FROM Contact WHERE ${condition} ORDER BY Id LIMIT 1`,
  );
  const loser = contact?.AccountId ?? '';
  const [master] = await accounts(`Id != '${loser}' AND ParentId = null ORDER BY Id LIMIT 1`);
  return { loser, master: master?.Id ?? '', before: master };
}

describe('an account that is merged into another', () => {
  test('is gone from queries, and seen by queryAll with the id of its master', async () => {
    const { loser, master, before } = await two();
    expect(await control('merge/Account', 'POST', { master, loser })).toMatchObject({
      status: 200,
      json: { master: { Id: master, IsDeleted: false }, loser: { Id: loser, MasterRecordId: master } },
    });
    expect(await accounts(`Id = '${loser}'`)).toEqual([]);
    expect(await accounts(`Id = '${loser}'`, true)).toMatchObject([
      { IsDeleted: true, MasterRecordId: master },
    ]);
    expect(await accounts('IsDeleted = true AND MasterRecordId != null', true)).toMatchObject([
      { Id: loser },
    ]);
    const [after] = await accounts(`Id = '${master}'`);
    expect(after).toMatchObject({ Name: before?.Name, IsDeleted: false, MasterRecordId: null });
    expect(after?.SystemModstamp).not.toBe(before?.SystemModstamp);
  });

  test('leaves its contacts and its children to the master', async () => {
    const [child] = await rows<{ Id: string; ParentId: string }>(
      'SELECT Id, ParentId FROM Account WHERE ParentId != null ORDER BY Id LIMIT 1',
    );
    const loser = child?.ParentId ?? '';
    const { master } = await two();
    await salesforceOf(practice).sobject('Contact').create({ LastName: 'Moves', AccountId: loser });
    await control('merge/Account', 'POST', { master, loser });
    expect(await rows(`SELECT Id FROM Contact WHERE AccountId = '${loser}'`, true)).toEqual([]);
    expect(
      await rows(`SELECT Id FROM Contact WHERE AccountId = '${master}' AND LastName = 'Moves'`),
    ).toHaveLength(1);
    expect(await rows(`SELECT ParentId FROM Account WHERE Id = '${child?.Id}'`)).toMatchObject([
      { ParentId: master },
    ]);
  });

  test('can be the master’s own parent', async () => {
    const [child] = await rows<{ Id: string; ParentId: string }>(
      'SELECT Id, ParentId FROM Account WHERE ParentId != null ORDER BY Id LIMIT 1',
    );
    await control('merge/Account', 'POST', { master: child?.Id, loser: child?.ParentId });
    expect(await rows(`SELECT ParentId FROM Account WHERE Id = '${child?.Id}'`)).toMatchObject([
      { ParentId: null },
    ]);
  });

  test('is refused to whoever reads or writes it by its id', async () => {
    const { loser, master } = await two();
    await control('merge/Account', 'POST', { master, loser });
    const connection = salesforceOf(practice);
    const refusal = { errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' };
    await expect(connection.retrieve('Account', loser)).rejects.toMatchObject(refusal);
    await expect(connection.sobject('Account').update({ Id: loser, Name: 'Late' })).rejects.toMatchObject(
      refusal,
    );
    const [result] = await connection
      .sobject('Account')
      .update([{ Id: loser, Name: 'Late' }], { allOrNone: false, allowRecursive: true });
    expect(result).toMatchObject({ success: false, errors: [{ statusCode: 'ENTITY_IS_DELETED' }] });
    expect(await control('merge/Account', 'POST', { master, loser })).toMatchObject({ status: 404 });
  });
});

test('an account that is deleted takes its contacts with it, and names no master', async () => {
  const { loser } = await two();
  const contacts = `SELECT Id FROM Contact WHERE AccountId = '${loser}'`;
  const { length } = await rows(contacts);
  expect(length).toBeGreaterThan(0);
  await control(`records/${loser}`, 'DELETE');
  expect(await rows(contacts)).toEqual([]);
  expect(await rows(contacts, true)).toHaveLength(length);
  expect(await accounts(`Id = '${loser}'`, true)).toMatchObject([{ IsDeleted: true, MasterRecordId: null }]);
});

test('a merge wants two accounts', async () => {
  const { loser, master } = await two();
  const [contact] = await rows<{ Id: string }>('SELECT Id FROM Contact LIMIT 1');
  expect(await control('merge/Account', 'POST', { master, loser: master })).toMatchObject({ status: 400 });
  expect(await control('merge/Account', 'POST', { master, loser: contact?.Id })).toMatchObject({
    status: 404,
  });
  expect(await control('merge/User', 'POST', { master, loser })).toMatchObject({ status: 404 });
});

test('somebody can merge two accounts while a query is read', async () => {
  const { loser, master } = await two();
  await control('faults', 'POST', [
    {
      match: { pathIncludes: '/query' },
      fault: 'meanwhile',
      changes: [{ kind: 'merge', entity: 'Account', master, loser }],
    },
  ]);
  expect(await accounts(`Id IN ('${loser}', '${master}')`)).toMatchObject([{ Id: master }]);
});
