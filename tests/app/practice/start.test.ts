import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { practiceOrganisationId, practiceRealmId, startPractice } from '#app/practice/index.ts';
import { quickbooksOf, salesforceOf, send, withPractice } from './clients.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const tokensOf = ({ QUICKBOOKS_ACCESS_TOKEN = '' }: Readonly<Record<string, string>>) => ({
  QUICKBOOKS_ACCESS_TOKEN,
});

describe('the practice company', () => {
  test('gives every setting by which the program reaches it, on loopback addresses', async () => {
    await withPractice(async ({ environment, salesforceUrl, quickbooksUrl }) => {
      expect(environment).toEqual({
        SALESFORCE_INSTANCE_URL: salesforceUrl,
        SALESFORCE_LOGIN_URL: salesforceUrl,
        SALESFORCE_CLIENT_ID: expect.any(String),
        SALESFORCE_ACCESS_TOKEN: expect.stringMatching(`^${practiceOrganisationId.slice(0, 15)}!`),
        SALESFORCE_REFRESH_TOKEN: expect.any(String),
        QUICKBOOKS_API_URL: quickbooksUrl,
        QUICKBOOKS_TOKEN_URL: `${quickbooksUrl}/oauth2/v1/tokens/bearer`,
        QUICKBOOKS_REALM_ID: practiceRealmId,
        QUICKBOOKS_CLIENT_ID: expect.any(String),
        QUICKBOOKS_CLIENT_SECRET: expect.any(String),
        QUICKBOOKS_ACCESS_TOKEN: expect.any(String),
        QUICKBOOKS_REFRESH_TOKEN: expect.any(String),
      });
      for (const url of [salesforceUrl, quickbooksUrl]) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    });
  });

  test('says which port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const stateFile = join(folder, 'state.db');
    await expect(startPractice({ quickbooksPort: port, stateFile })).rejects.toMatchObject({
      code: 'port-in-use',
      data: { port },
    });
    other.close();
    await withPractice(async ({ quickbooksUrl }) => expect(new URL(quickbooksUrl).port).toBe(String(port)), {
      quickbooksPort: port,
      stateFile,
    });
  });

  test('the second company is another organisation and another realm, with ids that the first one has too', async () => {
    await withPractice(async (first) =>
      withPractice(
        async (second) => {
          const idsOf = async ({ salesforceUrl, quickbooksUrl }: typeof first) => {
            const read = async (url: string) =>
              (await send(`${url}/practice/records`)).json as Record<string, { Id: string }[]>;
            const [salesforce, quickbooks] = [await read(salesforceUrl), await read(quickbooksUrl)];
            return {
              organisation: salesforce.Organization?.[0]?.Id,
              accounts: new Set(salesforce.Account?.map(({ Id }) => Id)),
              customers: new Set(quickbooks.Customer?.map(({ Id }) => Id)),
            };
          };
          const [one, two] = [await idsOf(first), await idsOf(second)];
          expect(one.organisation).toBe(practiceOrganisationId);
          expect(two.organisation).not.toBe(practiceOrganisationId);
          expect(second.environment.QUICKBOOKS_REALM_ID).not.toBe(practiceRealmId);
          expect(one.accounts.intersection(two.accounts).size).toBeGreaterThan(50);
          expect(one.customers.intersection(two.customers).size).toBeGreaterThan(500);
          // One company's tokens open nothing of the other's.
          const asFirst = { environment: { ...second.environment, ...tokensOf(first.environment) } };
          expect(await quickbooksOf({ ...second, ...asFirst })('getPreferences')).toMatchObject({
            status: 401,
          });
        },
        { second: true },
      ),
    );
  });

  test('another seed is another company', async () => {
    const first = (seed: number) =>
      withPractice(
        async (practice) =>
          (
            await salesforceOf(practice).query<{ Name: string }>(
              'SELECT Name FROM Account ORDER BY Name LIMIT 5',
            )
          ).records.map(({ Name }) => Name),
        { seed },
      );
    expect(await first(1)).not.toEqual(await first(2));
  });

  test('goes on with its records, log, tokens and answered requests from the same file', async () => {
    const stateFile = join(folder, 'state.db');
    const before = await withPractice(
      async (practice) => {
        await quickbooksOf(practice)('createCustomer', { DisplayName: 'Kept', requestId: 'r' });
        await quickbooksOf(practice)('refreshAccessToken');
        return practice.environment;
      },
      { stateFile },
    );
    await withPractice(
      async (practice) => {
        for (const name of [
          'QUICKBOOKS_ACCESS_TOKEN',
          'QUICKBOOKS_REFRESH_TOKEN',
          'SALESFORCE_ACCESS_TOKEN',
        ]) {
          expect(practice.environment[name]).toBe(before[name]);
        }
        expect(await quickbooksOf(practice)('findCustomers', { DisplayName: 'Kept' })).toMatchObject({
          body: { QueryResponse: { maxResults: 1 } },
        });
        expect(
          await quickbooksOf(practice)('createCustomer', { DisplayName: 'Not again', requestId: 'r' }),
        ).toMatchObject({ body: { DisplayName: 'Kept' } });
        expect((await send(`${practice.quickbooksUrl}/practice/log`)).json).toHaveLength(1);
      },
      { stateFile, seed: 5 },
    );
  });

  test('loses nothing that it answered when it is killed', async () => {
    const stateFile = join(folder, 'state.db');
    const script = fileURLToPath(new URL('./run-practice.ts', import.meta.url));
    const child = spawn(process.execPath, [script, stateFile], { stdio: ['ignore', 'pipe', 'inherit'] });
    const killed = once(child, 'exit');
    const [line] = await once(child.stdout, 'data');
    const environment: Record<string, string> = JSON.parse(String(line));
    const running = {
      environment,
      salesforceUrl: environment.SALESFORCE_INSTANCE_URL ?? '',
      quickbooksUrl: environment.QUICKBOOKS_API_URL ?? '',
      reset: () => undefined,
      close: async () => undefined,
    };
    const { records } = await salesforceOf(running).query<{ Id: string }>('SELECT Id FROM Account LIMIT 100');
    await salesforceOf(running)
      .sobject('Account')
      .update(
        records.map(({ Id }) => ({ Id, Site: 'before the end' })),
        { allOrNone: false },
      );
    child.kill('SIGKILL');
    await killed;
    await withPractice(
      async (practice) => {
        const written = await salesforceOf(practice).query(
          "SELECT Id FROM Account WHERE Site = 'before the end'",
        );
        expect(written.totalSize).toBe(100);
        expect((await send(`${practice.salesforceUrl}/practice/log`)).json).toHaveLength(100);
        expect(practice.environment.SALESFORCE_ACCESS_TOKEN).toBe(environment.SALESFORCE_ACCESS_TOKEN);
      },
      { stateFile },
    );
  });
});
