import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LinkWarning } from '#shared/links.ts';
import { commandLine } from '../../../main/cli/program.ts';

const root = join(import.meta.dirname, '../../..');

/** Runs the command line as a program of its own. */
function run(...words: string[]): Promise<{ code: number; said: string; complained: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'main/cli/main.ts'), ...words],
      (_, said, complained) => resolve({ code: child.exitCode ?? -1, said, complained }),
    );
  });
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'counterpart-usage-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test('the help of write names every warning whose links can be held back', () => {
  const help = commandLine(() => {})
    .commands.find((command) => command.name() === 'write')
    ?.helpInformation();
  const words = help?.replace(/\s+/g, ' ').split(/[ ,]+/);
  expect(words).toEqual(expect.arrayContaining(LinkWarning.options));
});

test.each([
  ['match', '--accounts', 'a.csv', '--customers', 'c.csv', '--out', 'o.xlsx'],
  ['propose', 'p.counterpart', '--out', 'o.txt'],
  ['worksheet', 'p.counterpart', '--out', 'w.csv'],
  ['worksheet', 'p.counterpart', '--data-loader', 'load'],
  ['write', 'p.counterpart', '--dry-run', '--out', 'plan.csv'],
])('%s is told when a file would be written under an ending that is not its own', async (...words) => {
  const { code, complained } = await run(...words);
  expect(complained).toMatch(/let the name end in \.(csv|xlsx)\./);
  expect(code).toBe(2);
});

test('a file with headings of its own: match says that a map is needed, columns how to write one, and it is taken', async () => {
  const home = await folder();
  const [accounts, customers, map] = ['a.csv', 'c.csv', 'map.json'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(accounts, 'Firmenname;Ort\nAcme;Wien\n');
  await writeFile(customers, 'Customer,City\nAcme,Wien\n');
  const files = ['--accounts', accounts, '--customers', customers, '--out', join(home, 'pairs.csv')];

  const refused = await run('match', ...files);
  expect(refused.code).toBe(1);
  expect(refused.complained).toContain('Give --map FILE');

  const told = await run('columns', '--accounts', accounts);
  const example = /For --map: JSON such as (\{.*\}), with/.exec(told.said)?.[1] ?? '';
  expect(JSON.parse(example)).toEqual({ accounts: { name: 'Firmenname' } });
  expect(told.said).toMatch(/billingCity +Billing city/);

  await writeFile(map, example);
  expect((await run('match', ...files, '--map', map)).code).toBe(0);
  expect(await readFile(join(home, 'pairs.csv'), 'utf8')).toContain('account_id');
});
