import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { counterpart, newHome, type Outcome, startApp } from './app.ts';

const home = newHome();
test.afterAll(() => home.remove());

const at = (name: string) => join(home.path, name);
const run = (...args: string[]): Promise<Outcome> => counterpart(args, { COUNTERPART_HOME: home.path });

function file(name: string, content: string | Buffer): string {
  writeFileSync(at(name), content);
  return at(name);
}

const goodAccounts = () => file('accounts.csv', 'Id,Name\n001000000000001AAA,Acme\n');
const goodCustomers = () => file('customers.csv', 'Id,DisplayName\n1,Acme\n');

test.describe('a file that cannot be used', () => {
  for (const [what, name, content, sentence] of [
    ['without a usable column', 'no-key.csv', 'Foo,Bar\n1,2\n', 'has no column that names the account'],
    ['empty', 'empty.csv', '', 'holds no rows'],
    ['with a heading only', 'header.csv', 'Id,Name\n', 'holds no rows'],
    ['of broken encoding', 'broken.csv', Buffer.from('Id,Name\n1,\u0000A\n'), 'NUL bytes'],
    ['with doubled ids', 'double.csv', 'Id,Name\n1,A\n1,B\n', '1 (rows 2 and 3)'],
    ['of one line of 50 MB', 'long.csv', Buffer.alloc(50 * 1024 * 1024, 'x'), 'probably not a CSV file'],
    ['that is a PDF', 'renamed.xlsx', '%PDF-1.4\nnothing', 'no Excel workbook'],
    ['of another kind', 'accounts.txt', 'Id,Name\n1,A\n', 'neither .csv nor .xlsx'],
  ] as const) {
    test(`${what}: a sentence, exit code 1, and the old result stays`, async () => {
      const out = file('out.csv', 'from last time');
      const accounts = file(name, content);
      const outcome = await run(
        'match',
        '--accounts',
        accounts,
        '--customers',
        goodCustomers(),
        '--out',
        out,
      );
      expect([outcome.code, outcome.stderr]).toEqual([1, expect.stringContaining(sentence)]);
      expect(readFileSync(out, 'utf8')).toBe('from last time');
    });
  }

  test('into a folder that is not there: nothing is made', async () => {
    const files = ['--accounts', goodAccounts(), '--customers', goodCustomers()];
    const outcome = await run('match', ...files, '--out', at('nowhere/out.csv'));
    expect([outcome.code, outcome.stderr]).toEqual([1, expect.stringContaining('its folder does not exist')]);
    expect(existsSync(at('nowhere'))).toBe(false);
  });
});

test('files without ids match, and say what they cannot do', async () => {
  const accounts = file('report.csv', 'Account Name,Phone\nAcme,2125550100\n');
  const customers = file('contact-list.csv', 'Customer,Phone numbers\nAcme,2125550100\n');
  const project = at('no-ids.counterpart');
  await run('new', project);
  const imported = await run('import', project, '--accounts', accounts, '--customers', customers);
  expect(imported.stderr).toContain('serves for matching only');
  await run('propose', project);
  await run('decide', project, '--confirm', 'certain', 'likely', 'possible');
  const written = await run('write', project);
  expect([written.code, written.stderr]).toEqual([1, expect.stringContaining('without Account IDs')]);

  const rows = file(
    'decisions.csv',
    'account_id,customer_id,decision\nrow-2,Acme,confirm\nnobody,Acme,confirm\n',
  );
  const decided = await run('decide', project, '--from', rows);
  expect([decided.code, decided.stderr]).toEqual([
    3,
    expect.stringContaining('no account with the id nobody'),
  ]);
});

test('wrong usage is exit code 2 and says what is right', async () => {
  for (const [args, sentence] of [
    [['frobnicate'], 'unknown command'],
    [['match', '--accounts', 'x.csv'], '--customers'],
    [['decide', at('any.counterpart')], 'either --confirm BAND… or --from FILE'],
    [['decide', at('any.counterpart'), '--confirm', 'sure'], 'certain, likely, possible'],
    [['practice', '--port-salesforce', 'abc'], 'is not a port'],
  ] as const) {
    const { code, stderr } = await run(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  }
});

test('a project that is not there, is something else, or would be overwritten', async () => {
  const junk = file('junk.counterpart', 'Dear diary');
  expect(await run('status', junk)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not a Counterpart project'),
  });
  expect(await run('new', junk)).toMatchObject({ code: 1, stderr: expect.stringContaining('already at') });
  expect(readFileSync(junk, 'utf8')).toBe('Dear diary');
  expect(await run('status', at('none.counterpart'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no file at'),
  });
});

test('a port in use is named', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const outcome = await run('practice', '--port-salesforce', String(port));
  server.close();
  expect([outcome.code, outcome.stderr]).toEqual([
    1,
    expect.stringContaining(`Port ${port} is already in use`),
  ]);
});

test('a second start opens the first one again, by an address of its own', async () => {
  const first = await startApp(home.path);
  const second = await startApp(home.path);
  expect(second.program.said()).toContain('already running');
  expect(new URL(second.address).port).toBe(new URL(first.address).port);
  expect(second.address).not.toBe(first.address);
  await expect.poll(() => second.program.process.exitCode).toBe(0);
  await first.program.stop();
});
