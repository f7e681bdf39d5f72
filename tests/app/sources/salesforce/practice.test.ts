import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import {
  connectSalesforce,
  type Hooks,
  type RefreshedTokens,
  type SalesforceClient,
  settingsFromEnvironment,
} from '#app/sources/index.ts';
import { allAccounts } from '#shared/account-choice.ts';
import { CustomerId } from '#shared/ids.ts';
import { thrownBy } from '../service/thrown.ts';

const quiet: Hooks = { signal: new AbortController().signal, progress: () => {} };
const { signal } = quiet;

let practice: PracticeCompany;
let tokens: RefreshedTokens[];
let client: SalesforceClient;

beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());
beforeEach(() => {
  practice.reset();
  tokens = [];
  const { salesforce } = settingsFromEnvironment(practice.environment);
  if (salesforce === null) throw new Error('The practice company has no settings for Salesforce.');
  client = connectSalesforce(salesforce, { onTokens: (renewed) => tokens.push(renewed) });
});

async function control(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${practice.salesforceUrl}/practice/${path}`, {
    headers: { 'x-practice': '1', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return response.json();
}

const Records = z.looseObject({ Account: z.array(z.looseObject({ Id: z.string() })) });

async function unlinkedAccounts() {
  const { accounts } = await client.exportAccounts(allAccounts, quiet);
  return accounts.filter(({ linkedCustomerId }) => linkedCustomerId === '');
}

test('an export holds every account of the organisation', async () => {
  const { accounts, origin, problems } = await client.exportAccounts(allAccounts, quiet);
  const records = Records.parse(await control('records'));
  expect(accounts.map(({ id }) => id).toSorted()).toEqual(records.Account.map(({ Id }) => Id).toSorted());
  expect(origin.environment).toBe('practice');
  expect(problems).toEqual([]);
});

test('links that were written are read back, and the accounts found by them', async () => {
  const [first, second] = await unlinkedAccounts();
  if (first === undefined || second === undefined)
    throw new Error('The practice company has too few accounts.');
  const links = [
    { accountId: first.id, link: { customerId: '900001', syncToken: '0' } },
    { accountId: second.id, link: { customerId: '900002', syncToken: '7' } },
  ];
  expect(await client.writeLinks(links, signal)).toEqual([{ kind: 'done' }, { kind: 'done' }]);
  const current = await client.readLinks([second.id, first.id], signal);
  expect(links.map(({ accountId }) => current.get(accountId)?.link)).toEqual(links.map(({ link }) => link));
  expect(current.get(first.id)?.systemModstamp).not.toBe(first.systemModstamp);
  const id = CustomerId.parse('900002');
  expect(await client.readHolders([id], signal)).toEqual(new Map([[id, [second.id]]]));

  const log = JSON.stringify(await control('log'));
  expect(
    log.match(/\b[A-Z]\w+__c\b|\bqime__\w+/g)?.every((name) => /^qime__QB_(ID|SyncToken)__c$/.test(name)),
  ).toBe(true);
});

test('a session that ends in the middle of the work is renewed, and the new tokens told', async () => {
  const [account] = await unlinkedAccounts();
  if (account === undefined) throw new Error('The practice company has too few accounts.');
  await control('sessions/expire', {});
  const write = [{ accountId: account.id, link: { customerId: '900003', syncToken: '0' } }];
  expect(await client.writeLinks(write, signal)).toEqual([{ kind: 'done' }]);
  expect(tokens.map(({ accessToken }) => accessToken)).toEqual([
    practice.environment.SALESFORCE_ACCESS_TOKEN,
  ]);
});

test('a write that was carried out and never answered is told as unknown, and is not made again', async () => {
  const [account] = await unlinkedAccounts();
  if (account === undefined) throw new Error('The practice company has too few accounts.');
  await control('faults', [{ match: { method: 'PATCH' }, fault: 'reset-after', times: 5 }]);
  const link = { customerId: '900004', syncToken: '0' };
  const error = await thrownBy(client.writeLinks([{ accountId: account.id, link }], signal));
  expect([error.code, error.data.sent]).toEqual(['service-unreachable', undefined]);
  expect((await client.readLinks([account.id], signal)).get(account.id)?.link).toEqual(link);
  expect(z.array(z.unknown()).parse(await control('log'))).toHaveLength(1);
});
