import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { send } from '../app/practice/clients.ts';
import { temporaryFolder } from '../support/folder.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/first-real-run.md', root), 'utf8');
const [preparation = '', ...blocks] = [...page.matchAll(/^```bash\n(.*?)^```/gms)].map(
  ([, code = '']) => code,
);

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

let practice: PracticeCompany;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

/** Runs a block of the page as a person would, against the practice company; gives all that it prints. */
async function run(block: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(
    'bash',
    ['--norc', '-euc', `${preparation}\n${block}`],
    {
      cwd: temporaryFolder(),
      env: { PATH: process.env.PATH ?? '', ...practice.environment },
    },
  );
  expect(stderr).toBe('');
  for (const token of ['SALESFORCE_ACCESS_TOKEN', 'QUICKBOOKS_ACCESS_TOKEN']) {
    expect(stdout).not.toContain(practice.environment[token] ?? '');
  }
  return stdout;
}
const blockWith = (words: string) => blocks.find((block) => block.includes(words)) ?? '';
const statuses = (output: string) =>
  [...output.matchAll(/^HTTP\/\S+ (\d+)/gm)].map(([, status]) => Number(status));

test('names only files and folders that there are', () => {
  const named = [...page.matchAll(/`((?:app|main|shared|tests|renderer)\/[^`*]+)`/g)].map(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

describe.skipIf(!has('bash') || !has('curl'))(
  'its commands do what they say, at the practice company',
  () => {
    test('who is signed in', async () => {
      expect(await run(blockWith('userinfo'))).toContain('"organization_id":"00D0000PracticeEEA"');
    });

    test('list views are asked for', async () => {
      expect(statuses(await run(blockWith('listviews'))).length).toBeGreaterThan(0);
    });

    test('merged accounts are found, and read by their id', async () => {
      const { json } = await send(`${practice.salesforceUrl}/practice/records`);
      const [master, loser] = (json as { Account: { Id: string }[] }).Account;
      await send(`${practice.salesforceUrl}/practice/merge/Account`, 'POST', {
        master: master?.Id,
        loser: loser?.Id,
      });
      const output = await run(blockWith('queryAll'));
      expect(output).toContain(`"MasterRecordId":"${master?.Id}"`);
      expect(output).toContain('ENTITY_IS_DELETED');
      expect(statuses(output)).toEqual([200, 404]);
    });

    test('201 records are refused', async () => {
      expect(await run(blockWith('composite/sobjects'))).toContain('EXCEEDED_ID_LIMIT');
    });

    test('a bulk job gives an account an id, and another one empties the field', async () => {
      const output = await run(blockWith('bulk_job'));
      expect(output.match(/JobComplete/g)).toHaveLength(2);
      expect(output.match(/"sf__Id","sf__Created"/g)).toHaveLength(2);
      expect(output).toContain('"999000111"');
      expect(output.trim().endsWith('"qime__QB_ID__c":null')).toBe(true);
    });

    test('too many calls show one refusal whole', async () => {
      await send(`${practice.quickbooksUrl}/practice/limits`, 'POST', { perSecond: 10 });
      const output = await run(blockWith('seq 40'));
      await send(`${practice.quickbooksUrl}/practice/limits`, 'POST', {});
      expect(output).toMatch(/\d+ HTTP\/1\.1 429/);
      expect(output).toContain('ThrottleExceeded');
    });

    test('an Id without a SyncToken is sent, and the customer read again', async () => {
      const output = await run(blockWith('Counterpart check'));
      expect(statuses(output)).toEqual([400, 200]);
      expect(output).toContain('"code":"2020"');
      expect(output).toContain('555 0100');
    });

    test('a customer is made that is not taxable', async () => {
      expect(await run(blockWith('tax check'))).toContain('"Taxable":false');
    });

    test('a request id that is sent again makes no other customer', async () => {
      const output = await run(blockWith('request check'));
      expect(statuses(output)).toEqual([200, 200, 200]);
      expect(new Set([...output.matchAll(/"Id":"(\d+)","SyncToken"/g)].map(([, id]) => id)).size).toBe(1);
    });

    test('a customer is made inactive and renamed', async () => {
      const output = await run(blockWith('inactive check'));
      expect(statuses(output)).toEqual([200, 200]);
      expect(output).toMatch(/inactive check \d+ renamed/);
    });

    test('changes of the last hour are told', async () => {
      const { json } = await send(`${practice.quickbooksUrl}/practice/add/Customer`, 'POST', {
        fields: { DisplayName: 'Goes at once' },
      });
      await send(`${practice.quickbooksUrl}/practice/records/${(json as { Id: string }).Id}`, 'DELETE');
      expect(await run(blockWith('cdc'))).toContain('"status":"Deleted"');
    });

    test('there are no others', () => {
      expect(blocks).toHaveLength(11);
    });
  },
);
