import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import {
  connectQuickBooks,
  type Hooks,
  type QuickBooksClient,
  type RefreshedTokens,
  settingsFromEnvironment,
} from '#app/sources/index.ts';
import { thrownBy } from '../service/thrown.ts';

const quiet: Hooks = { signal: new AbortController().signal, progress: () => {} };
const { signal } = quiet;

let practice: PracticeCompany;
let tokens: RefreshedTokens[];
let client: QuickBooksClient;

beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());
beforeEach(() => {
  practice.reset();
  tokens = [];
  const { quickbooks } = settingsFromEnvironment(practice.environment);
  if (quickbooks === null) throw new Error('The practice company has no settings for QuickBooks.');
  client = connectQuickBooks(quickbooks, { onTokens: (renewed) => tokens.push(renewed) });
});

async function control(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${practice.quickbooksUrl}/practice/${path}`, {
    headers: { 'x-practice': '1', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return response.json();
}

const Records = z.looseObject({ Customer: z.array(z.looseObject({ Id: z.string(), Active: z.boolean() })) });

test('an export holds every customer of the company, inactive ones too', async () => {
  const { customers, origin } = await client.exportCustomers(quiet);
  const records = Records.parse(await control('records')).Customer;
  expect(customers.map(({ id }) => id).toSorted()).toEqual(records.map(({ Id }) => Id).toSorted());
  expect(customers.filter(({ active }) => !active).length).toBe(
    records.filter(({ Active }) => !Active).length,
  );
  expect(origin.environment).toBe('practice');
});

test('every customer is read again by id, and found by its names', async () => {
  const { customers } = await client.exportCustomers(quiet);
  const current = await client.readCustomers(
    customers.map(({ id }) => id),
    signal,
  );
  expect([...current.keys()].toSorted()).toEqual(customers.map(({ id }) => id).toSorted());
  const names = customers.flatMap(({ displayName, fullyQualifiedName }) => [displayName, fullyQualifiedName]);
  const found = await client.findByDisplayName(names, signal);
  expect(customers.map(({ displayName }) => found.get(displayName))).toEqual(customers.map(({ id }) => id));
  expect(customers.map((customer) => found.get(customer.fullyQualifiedName))).toEqual(
    customers.map(({ id }) => id),
  );
});

test('a sign-in that ends is renewed, and the rotated refresh token told', async () => {
  await control('sessions/expire', {});
  expect(await client.identify(signal)).toMatchObject({ environment: 'practice' });
  expect(tokens).toEqual([
    {
      accessToken: practice.environment.QUICKBOOKS_ACCESS_TOKEN,
      refreshToken: practice.environment.QUICKBOOKS_REFRESH_TOKEN,
      refreshSeconds: 8_640_000,
    },
  ]);
});

test('an export outlives a cut connection and a moment of being down', async () => {
  await control('faults', [
    { match: { pathIncludes: '/query' }, after: 1, fault: 'reset-before' },
    { match: { pathIncludes: '/companyinfo' }, fault: 'status', status: 503 },
  ]);
  const { customers } = await client.exportCustomers(quiet);
  expect(customers).toHaveLength(Records.parse(await control('records')).Customer.length);
});

// The last one: there is no way back from it but signing in again.
test('a sign-in that cannot be renewed is an error', async () => {
  await control('sessions/expire', { refresh: true });
  expect((await thrownBy(client.identify(signal))).code).toBe('service-session');
});
