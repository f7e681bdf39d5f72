import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { quickbooksOf, salesforceOf } from '../clients.ts';

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
beforeEach(() => practice.reset());
afterAll(() => practice.close());

interface Account {
  readonly Id: string;
  readonly Name: string;
  readonly Phone: string | null;
  readonly IsDeleted: boolean;
  readonly MasterRecordId: string | null;
  readonly qime__QB_ID__c: string | null;
}
interface Customer {
  readonly Id: string;
  readonly DisplayName: string;
  readonly Active: boolean;
}

/** Both sides as the real clients see them, deleted accounts too. */
async function both() {
  const { records } = await salesforceOf(practice).query<Account>(
    'SELECT Id, Name, Phone, IsDeleted, MasterRecordId, qime__QB_ID__c FROM Account',
    { scanAll: true, autoFetch: true, maxFetch: 100_000 },
  );
  const answer = await quickbooksOf(practice)('findCustomers', [
    { field: 'Active', value: [true, false], operator: 'IN' },
    { field: 'asc', value: 'Id' },
    { field: 'fetchAll', value: true },
  ]);
  const { QueryResponse } = answer.body as { QueryResponse: { Customer: Customer[] } };
  return {
    accounts: new Map(records.map((record) => [record.Id, record])),
    customers: new Map(QueryResponse.Customer.map((record) => [record.Id, record])),
  };
}

/** What a change did: the records that are no longer as they were, with what they were, and those that are new. */
async function differences(id: string) {
  const before = await both();
  const said = practice.changes.make(id);
  const after = await both();
  const between = <T>(was: Map<string, T>, is: Map<string, T>) =>
    [...new Set([...was.keys(), ...is.keys()])]
      .map((key) => ({ was: was.get(key), is: is.get(key) }))
      .filter((pair) => JSON.stringify(pair.was) !== JSON.stringify(pair.is));
  return {
    said,
    before,
    accounts: between(before.accounts, after.accounts),
    customers: between(before.customers, after.customers),
  };
}

test('each kind of change has its own id', () => {
  const ids = practice.changes.list().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(() => practice.changes.make('flood')).toThrow(expect.objectContaining({ code: 'input-invalid' }));
});

test('renames twenty accounts, and twenty others the next time', async () => {
  const { accounts, customers, said } = await differences('rename-accounts');
  expect(accounts).toHaveLength(20);
  expect(accounts.every(({ was, is }) => is?.Name === `${was?.Name} Holdings`)).toBe(true);
  expect(customers).toEqual([]);
  expect(said).toContain('and 17 more');
  expect(said).toContain('20 accounts');
  const again = await differences('rename-accounts');
  expect(again.accounts.map(({ is }) => is?.Id)).not.toEqual(accounts.map(({ is }) => is?.Id));
});

test('gives twenty accounts another phone number', async () => {
  const { accounts } = await differences('edit-accounts');
  expect(accounts.length).toBe(20);
  expect(accounts.every(({ was, is }) => was?.Phone !== is?.Phone && was?.Name === is?.Name)).toBe(true);
});

test('merges a linked account into another one', async () => {
  const { accounts, said } = await differences('merge-accounts');
  expect(accounts).toHaveLength(1);
  const [{ is, was } = { is: undefined, was: undefined }] = accounts;
  expect(is).toMatchObject({ IsDeleted: true, MasterRecordId: expect.stringMatching(/^001/) });
  expect(was?.qime__QB_ID__c).toMatch(/^\d+$/);
  expect(said).toContain(`“${was?.Name}”`);
});

test('deletes a linked account', async () => {
  const { accounts } = await differences('delete-account');
  expect(accounts).toMatchObject([
    {
      was: { qime__QB_ID__c: expect.stringMatching(/^\d+$/) },
      is: { IsDeleted: true, MasterRecordId: null },
    },
  ]);
});

test('adds five accounts, and five customers', async () => {
  const inSalesforce = await differences('add-accounts');
  expect(inSalesforce.accounts.map(({ was }) => was)).toEqual(Array.from({ length: 5 }));
  const inQuickbooks = await differences('add-customers');
  expect(inQuickbooks.customers.map(({ was }) => was)).toEqual(Array.from({ length: 5 }));
});

test('links an account by hand to a customer that nobody has, and empties a link', async () => {
  const { accounts, before } = await differences('link-account');
  expect(accounts).toMatchObject([{ was: { qime__QB_ID__c: null } }]);
  const id = accounts[0]?.is?.qime__QB_ID__c ?? '';
  expect(before.customers.has(id)).toBe(true);
  expect([...before.accounts.values()].some((account) => account.qime__QB_ID__c === id)).toBe(false);
  const emptied = await differences('unlink-account');
  expect(emptied.accounts).toMatchObject([
    { was: { qime__QB_ID__c: expect.stringMatching(/^\d+$/) }, is: { qime__QB_ID__c: null } },
  ]);
});

test('renames twenty customers', async () => {
  const { customers } = await differences('rename-customers');
  expect(customers).toHaveLength(20);
  expect(customers.every(({ is }) => is?.DisplayName.includes('Holdings'))).toBe(true);
});

test('merges a customer, to which an account is linked, into another one', async () => {
  const { customers, before, said } = await differences('merge-customers');
  const gone = customers.filter(({ is }) => is === undefined).map(({ was }) => was?.Id);
  expect(gone).toHaveLength(1);
  expect([...before.accounts.values()].map((account) => account.qime__QB_ID__c)).toContain(gone[0]);
  expect(said).toContain(`(${gone[0]})`);
});

test('makes a customer inactive to which an account is linked', async () => {
  const { customers, before } = await differences('inactivate-customer');
  expect(customers).toMatchObject([{ was: { Active: true }, is: { Active: false } }]);
  const linked = [...before.accounts.values()].map((account) => account.qime__QB_ID__c);
  expect(linked).toContain(customers[0]?.is?.Id);
});

test('ends with a word, not an error, where there is nothing left', () => {
  const said = Array.from({ length: 400 }, () => practice.changes.make('unlink-account'));
  expect(said[0]).toContain('no longer linked');
  expect(said.at(-1)).toBe('There is no record left to do that to.');
});
