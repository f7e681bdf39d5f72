import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openProject } from '#app/project/index.ts';
import { storageFault } from '../../../app/project/storage-fault.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { aSmallDisk, noDisks } from '../../support/small-disk.ts';
import { aPerson, aProjectIn } from './office-on.ts';

// Windows does not let an open file be moved, deleted or replaced.
const isWindows = process.platform === 'win32';

function decisionsIn(path: string): number {
  const project = openProject(path);
  const { length } = project.decisions.entries();
  project.close();
  return length;
}

describe.skipIf(isWindows)('a project whose file goes away while it is open', () => {
  test('moved: nothing more is saved, and the moved file has all that was said to be saved', async () => {
    const path = aProjectIn(temporaryFolder());
    const { call, decide, stateOf } = aPerson();
    await call('project.open', { path });
    await decide(1);
    await decide(2);
    const moved = join(temporaryFolder(), 'moved.counterpart');
    renameSync(path, moved);
    expect(await decide(3)).toMatchObject({ error: { code: 'project-moved', data: { path } } });
    expect(await stateOf(3)).toBe('suggested');
    await call('project.close', {});
    expect(decisionsIn(moved)).toBe(2);
    expect(existsSync(path)).toBe(false);
  });

  test('moved and put back: goes on as if nothing had been', async () => {
    const path = aProjectIn(temporaryFolder());
    const { call, decide } = aPerson();
    await call('project.open', { path });
    renameSync(path, `${path}.away`);
    expect((await decide(1)).ok).toBe(false);
    renameSync(`${path}.away`, path);
    expect((await decide(1)).ok).toBe(true);
    await call('project.close', {});
    expect(decisionsIn(path)).toBe(1);
  });

  test('deleted: says so at the next decision, and makes no file of that name', async () => {
    const path = aProjectIn(temporaryFolder());
    const { call, decide } = aPerson();
    await call('project.open', { path });
    rmSync(path);
    expect(await decide(1)).toMatchObject({ error: { code: 'project-moved' } });
    await call('project.close', {});
    expect(existsSync(path)).toBe(false);
  });

  test('replaced by another: the other one stays as it is, and gets nothing of what was decided here', async () => {
    const folder = temporaryFolder();
    const path = aProjectIn(folder);
    const backup = join(temporaryFolder(), 'backup.counterpart');
    copyFileSync(path, backup);
    const before = readFileSync(backup);
    const { call, decide } = aPerson();
    await call('project.open', { path });
    await decide(1);
    renameSync(backup, path);
    expect(await decide(2)).toMatchObject({ error: { code: 'project-moved' } });
    await call('project.close', {});
    expect(readFileSync(path)).toEqual(before);
    expect(decisionsIn(path)).toBe(0);
    expect(readdirSync(folder)).toEqual(['acme.counterpart']);
  });

  test('replaced by what is no project: a match says so, too, though a thread of its own reads the records', async () => {
    const path = aProjectIn(temporaryFolder());
    const { call, engine } = aPerson();
    await call('project.open', { path });
    rmSync(path);
    writeFileSync(path, 'Id,Name\n'.repeat(2_000));
    const result = await engine.call('match.run', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'project-damaged' } });
  });

  test('by every way in which something can be decided', async () => {
    const path = aProjectIn(temporaryFolder());
    const { call, engine } = aPerson();
    await call('project.open', { path });
    rmSync(path);
    const one = { accountId: 'A1' as never, kind: 'confirm', customerId: '1' as never } as const;
    const results = [
      await engine.call('review.decideTogether', { decisions: [one] }),
      await engine.call('review.decideMany', { by: 'list', decisions: [one] }),
      await engine.call('review.decideCustomers', {
        decisions: [{ customerId: '5' as never, kind: 'ignore' }],
      }),
      await engine.call('review.comment', { accountId: one.accountId, text: 'A remark' }),
    ];
    for (const result of results) expect(result).toMatchObject({ error: { code: 'project-moved' } });
  });
});

test.skipIf(noDisks !== null)(
  'a drive that is pulled away: says so, and what was decided is on it',
  async () => {
    const disk = aSmallDisk(4);
    const path = aProjectIn(disk.folder);
    const { call, decide } = aPerson();
    await call('project.open', { path });
    await decide(1);
    disk.pullAway();
    expect(await decide(2)).toMatchObject({
      error: { code: 'project-unreachable', data: { detail: 'its drive is no longer there' } },
    });
    expect((await call('project.close', {})) as unknown).toEqual({});
    expect(readdirSync(disk.folder)).toEqual([]);
  },
);

test.each([
  ['SQLITE_IOERR_WRITE', 'project-unreachable'],
  ['SQLITE_IOERR_FSYNC', 'project-unreachable'],
  ['SQLITE_CANTOPEN', 'project-unreachable'],
  ['SQLITE_FULL', 'project-disk-full'],
  ['SQLITE_READONLY', 'project-protected'],
  ['SQLITE_READONLY_DBMOVED', 'project-moved'],
  ['SQLITE_BUSY', 'project-held'],
  ['SQLITE_CORRUPT_INDEX', 'project-damaged'],
])('what SQLite calls %s is told as %s', (code, expected) => {
  const fault = storageFault(new Database.SqliteError('disk I/O error', code), '/a.counterpart');
  expect(fault?.code).toBe(expected);
  expect(fault?.message).not.toMatch(/\{\w+\}/);
});

test('an error that is none of the disk or the file is none of these', () => {
  expect(storageFault(new TypeError('a fault of the program'), '/a.counterpart')).toBeNull();
});
