import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { quickbooksOf, salesforceOf, send } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
beforeEach(() => practice.reset());
afterAll(() => practice.close());

const trouble = (id: string) => practice.troubles.list().find((one) => one.id === id);
const stepBy = (count: number, step: () => Promise<unknown>) =>
  Array.from({ length: count }, () => step).reduce<Promise<unknown[]>>(
    async (done, next) => [...(await done), await next()],
    Promise.resolve([]),
  );
const ask = async () => {
  const { ok } = await quickbooksOf(practice)('findCustomers', { count: true });
  return ok;
};
async function someAccounts(count: number): Promise<string[]> {
  const { records } = await salesforceOf(practice).query<{ Id: string }>(
    `SELECT Id FROM Account ORDER BY Id LIMIT ${count}`,
  );
  return records.map(({ Id }) => Id);
}
const write = async (ids: readonly string[]) => {
  const results = await salesforceOf(practice)
    .sobject('Account')
    .update(
      ids.map((Id) => ({ Id, Site: 'here' })),
      { allOrNone: false, allowRecursive: true },
    );
  return results.map((result) =>
    result.success ? 'written' : (result.errors as readonly { statusCode?: string }[])[0]?.statusCode,
  );
};

describe('what goes wrong at the practice company', () => {
  test('is off until it is switched on', () => {
    const all = practice.troubles.list();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.every(({ often, struck, over }) => often === null && struck === 0 && !over)).toBe(true);
  });

  test.each([
    ['once', [true, false, true, true, true, true], true],
    ['thrice', [true, false, false, false, true, true], true],
    ['always', [true, false, false, false, false, false], false],
  ] as const)('strikes %s, and is counted', async (often, answers, over) => {
    practice.troubles.set('qb-wait', often);
    expect(trouble('qb-wait')).toMatchObject({ often, struck: 0, over: false });
    expect(await stepBy(6, ask)).toEqual(answers);
    const struck = answers.filter((ok) => !ok).length;
    expect(trouble('qb-wait')).toMatchObject({ often, struck, over });
    practice.troubles.set('qb-wait', null);
    expect(trouble('qb-wait')).toMatchObject({ often: null, struck: 0 });
    expect(await ask()).toBe(true);
  });

  test('is many things at once, each counted by itself and switched off by itself', async () => {
    practice.troubles.set('qb-wait', 'always');
    practice.troubles.set('qb-session', 'always');
    practice.troubles.set('qb-wait', null);
    await stepBy(3, ask);
    expect(trouble('qb-session')).toMatchObject({ often: 'always', struck: 1 });
    expect(trouble('qb-wait')).toMatchObject({ often: null });
  });

  test('is over once all is switched off, what the control armed too, or the company reset', async () => {
    for (const end of [() => practice.troubles.clear(), () => practice.reset()]) {
      practice.troubles.set('qb-wait', 'always');
      await send(`${practice.salesforceUrl}/practice/faults`, 'POST', [{ match: {}, fault: 'reset-before' }]);
      end();
      expect(practice.troubles.list().every(({ often }) => often === null)).toBe(true);
      expect(await stepBy(3, ask)).toEqual([true, true, true]);
      expect(await someAccounts(1)).toHaveLength(1);
    }
  });

  test('is refused when there is no such thing', () => {
    expect(() => practice.troubles.set('flood', 'once')).toThrow(
      expect.objectContaining({ code: 'input-invalid' }),
    );
  });

  test('needs pages small enough only while it is on', async () => {
    const sizes = async () => (await salesforceOf(practice).query('SELECT Id FROM Account')).records.length;
    const usual = await sizes();
    expect(usual).toBeGreaterThan(200);
    practice.troubles.set('sf-locator', 'once');
    expect(await sizes()).toBe(200);
    practice.troubles.set('sf-locator', null);
    expect(await sizes()).toBe(usual);
  });
});

test('a row that is locked stays so until it was tried twice, and no other row is', async () => {
  const [locked = '', other = ''] = await someAccounts(2);
  practice.troubles.set('sf-lock', 'once');
  const both = [locked, other];
  expect(await write(both)).toEqual(['UNABLE_TO_LOCK_ROW', 'written']);
  expect(trouble('sf-lock')).toMatchObject({ struck: 1, over: false });
  expect(await write(both)).toEqual(['UNABLE_TO_LOCK_ROW', 'written']);
  expect(await write(both)).toEqual(['written', 'written']);
  expect(trouble('sf-lock')).toMatchObject({ struck: 2, over: true });
});

test('every row that is locked clears by itself', async () => {
  const ids = await someAccounts(3);
  practice.troubles.set('sf-lock', 'always');
  for (const outcome of ['UNABLE_TO_LOCK_ROW', 'UNABLE_TO_LOCK_ROW', 'written', 'written']) {
    expect(await write(ids)).toEqual([outcome, outcome, outcome]);
  }
});

test('the account that a call names first is the one that is edited or deleted meanwhile', async () => {
  const [first = '', second = ''] = await someAccounts(2);
  practice.troubles.set('sf-deleted', 'once');
  expect(await write([second, first])).toEqual(['ENTITY_IS_DELETED', 'written']);
  practice.troubles.set('sf-edited', 'always');
  await someAccounts(1);
  expect(trouble('sf-edited')).toMatchObject({ struck: 0 });
  const read = await salesforceOf(practice).retrieve('Account', [first], { fields: ['Site'] });
  expect(read).toMatchObject([{ Site: 'Edited meanwhile' }]);
});

test('the customer that a query names first is the one that is edited meanwhile', async () => {
  const call = quickbooksOf(practice);
  const { body } = (await call('createCustomer', { DisplayName: 'Named' })) as { body: { Id: string } };
  const find = () => call('findCustomers', [{ field: 'Id', value: [body.Id, '1'], operator: 'IN' }]);
  practice.troubles.set('qb-edited', 'once');
  await ask();
  expect(await find()).toMatchObject({
    body: {
      QueryResponse: {
        Customer: expect.arrayContaining([
          expect.objectContaining({ Id: body.Id, Notes: 'Edited meanwhile' }),
        ]),
      },
    },
  });
  practice.troubles.set('qb-merged', 'once');
  await find();
  expect(await call('getCustomer', body.Id)).toMatchObject({ ok: false, status: 400 });
});

test('a sign-in that was lost is made anew, and one that is good is left alone', async () => {
  const before = practice.environment;
  practice.signInAgain();
  expect(practice.environment).toEqual(before);
  await send(`${practice.quickbooksUrl}/practice/sessions/expire`, 'POST', { refresh: true });
  practice.signInAgain();
  expect(practice.environment.SALESFORCE_ACCESS_TOKEN).toBe(before.SALESFORCE_ACCESS_TOKEN);
  expect(practice.environment.QUICKBOOKS_ACCESS_TOKEN).not.toBe(before.QUICKBOOKS_ACCESS_TOKEN);
  expect(await ask()).toBe(true);
});
