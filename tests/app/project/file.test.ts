import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { checkProjectFile, createProject, openProject } from '#app/project/index.ts';
import { usualPolicy } from '#shared/matching.ts';
import { lockForWriting } from '../../../app/project/file-lock.ts';
import { migrations } from '../../../app/project/migrations/index.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { aProject } from '../../support/projects.ts';
import { aCustomer, anAccount } from '../../support/records.ts';

function newPath(): string {
  return join(temporaryFolder(), 'some project.counterpart');
}

describe('a project file', () => {
  test('keeps what was exported across closing and opening', () => {
    const account = anAccount(1, { emails: ['a@example.com'], taxable: true, annualRevenue: 12.5 });
    const customer = aCustomer(7, { balance: 10.25, active: false });
    const first = aProject({ accounts: [account], customers: [customer] });
    const copy = newPath();
    first.close();
    copyFileSync(first.path, copy);

    const again = openProject(copy);
    expect(again.records.accounts()).toEqual([account]);
    expect(again.records.customers()).toEqual([customer]);
    expect(again.records.info('salesforce')?.count).toBe(1);
    again.close();
  });

  test('leaves nothing but itself behind when it is closed', () => {
    const path = newPath();
    createProject(path).close();
    expect(readdirSync(dirname(path))).toEqual(['some project.counterpart']);
  });

  test('is not made over a file that is there', () => {
    const path = newPath();
    writeFileSync(path, 'mine');
    expect(() => createProject(path)).toThrow(expect.objectContaining({ code: 'project-exists' }));
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('opens read-only while another window has it, and for writing once that one is closed', () => {
    const path = newPath();
    const first = createProject(path);
    const second = openProject(path);
    expect([first.readOnly, second.readOnly]).toEqual([false, true]);
    second.close();
    first.close();
    const third = openProject(path);
    expect(third.readOnly).toBe(false);
    third.close();
  });
});

test('a project of an older format that cannot be written to is read all the same, and stays as it is', () => {
  const path = newPath();
  const older = new Database(path);
  older.pragma('application_id = 0x43745074');
  older.pragma('journal_mode = WAL');
  older.exec(migrations[0] ?? '');
  older.pragma('user_version = 1');
  older.exec("INSERT INTO meta (key, value) VALUES ('matched-at', '2026-02-03')");
  older.close();
  const before = readFileSync(path);
  const lock = lockForWriting(path);
  const project = openProject(path);
  expect(project.readOnly).toBe(true);
  expect(project.proposals.matchedAt()).toBe('2026-02-03');
  expect(project.teaching.pins()).toEqual([]);
  expect(() => project.teaching.choosePolicy(usualPolicy)).toThrow();
  project.close();
  lock?.release();
  expect(readFileSync(path)).toEqual(before);
});

describe('a file that is no usable project', () => {
  test.each([
    ['is not there', () => newPath(), 'project-not-found'],
    ['is something else', () => textFile('Dear diary'), 'project-not-a-project'],
    ['is empty', () => textFile(''), 'project-not-a-project'],
    ['is another SQLite database', () => otherDatabase(), 'project-not-a-project'],
    ['is damaged', () => damagedProject(), 'project-damaged'],
    ['is from a newer version', () => newerProject(), 'project-newer'],
    ['holds a trigger that confirms pairs by itself', () => changedProject(trigger), 'project-damaged'],
    ['holds a view', () => changedProject('CREATE VIEW odd AS SELECT 1'), 'project-damaged'],
  ])('%s: a clear error, and the file stays as it was', (_case, make, code) => {
    const path = make();
    const before = existsSync(path) ? readFileSync(path) : null;
    expect(() => openProject(path)).toThrow(expect.objectContaining({ code }));
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(before);
  });

  test.each([
    ['a small one', 1],
    ['a large one, in a thread of its own', 22_000_000],
  ])('is found out before it is opened: %s', async (_case, size) => {
    const path = newPath();
    const project = createProject(path);
    project.teaching.pin({ kind: 'email', value: 'x'.repeat(size), as: 'good' }, 'me', new Date());
    project.close();
    await checkProjectFile(path);
    const bytes = readFileSync(path);
    bytes.fill(0xee, 4_096, 80_000);
    writeFileSync(path, bytes);
    await expect(checkProjectFile(path)).rejects.toMatchObject({ code: 'project-damaged', data: { path } });
    expect(readFileSync(path)).toEqual(bytes);
    await expect(checkProjectFile(newPath())).rejects.toMatchObject({ code: 'project-not-found' });
  });

  const trigger = "CREATE TRIGGER odd AFTER INSERT ON meta BEGIN DELETE FROM meta WHERE key = 'x'; END";

  function changedProject(statement: string): string {
    const path = newPath();
    createProject(path).close();
    const database = new Database(path).exec(statement);
    database.pragma('journal_mode = DELETE');
    database.close();
    return path;
  }

  function textFile(text: string): string {
    const path = newPath();
    writeFileSync(path, text);
    return path;
  }

  function otherDatabase(): string {
    const path = newPath();
    new Database(path).exec('CREATE TABLE songs (title TEXT)').close();
    return path;
  }

  function newerProject(): string {
    const path = newPath();
    createProject(path).close();
    const database = new Database(path);
    database.pragma('user_version = 999');
    database.pragma('journal_mode = DELETE');
    database.close();
    return path;
  }

  function damagedProject(): string {
    const path = newPath();
    createProject(path).close();
    const bytes = readFileSync(path);
    bytes.fill(0xee, 4_096);
    writeFileSync(path, bytes);
    return path;
  }
});
