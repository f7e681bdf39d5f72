import { chmodSync, copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { aSmallDisk, noDisks } from '../../support/small-disk.ts';
import { aPerson, aProjectIn } from './office-on.ts';

const isRoot = process.getuid?.() === 0;

test.skipIf(noDisks !== null)(
  'a project on a disk that is write-protected can be read, and says why it is not changed',
  async () => {
    const disk = aSmallDisk(4);
    const path = aProjectIn(disk.folder);
    const before = readFileSync(path);
    disk.protect();
    const { call, decide, stateOf, engine } = aPerson({ preparesAhead: true });
    expect((await call('project.open', { path })).readOnly).toBe(true);
    expect(await stateOf(1)).toBe('suggested');
    expect(await call('review.search', { query: 'Customer 7', limit: 5 })).not.toEqual([]);
    expect(await decide(1)).toMatchObject({ error: { code: 'project-protected', data: { path } } });
    expect(await engine.call('match.run', {})).toMatchObject({ error: { code: 'project-protected' } });
    await call('worksheet.save', { path: join(temporaryFolder(), 'acme.xlsx') });
    await call('project.close', {});
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(disk.folder)).toEqual(['acme.counterpart']);
  },
);

test.skipIf(noDisks !== null)(
  'one that was not closed there is not half-read: it asks for a copy elsewhere',
  async () => {
    const disk = aSmallDisk(4);
    const folder = temporaryFolder();
    const path = aProjectIn(folder);
    const first = aPerson();
    await first.call('project.open', { path });
    await first.decide(1);
    // As a crash leaves it: the last decision is in the log beside the file only.
    for (const ending of ['', '-wal'])
      copyFileSync(`${path}${ending}`, join(disk.folder, `b.counterpart${ending}`));
    disk.protect();
    const second = aPerson();
    const result = await second.engine.call('project.open', { path: join(disk.folder, 'b.counterpart') });
    if (result.ok) expect(await second.decided()).toBe(1);
    else expect(result.error.code).toBe('project-unreachable');
  },
);

// The administrator of a machine writes to protected files, too.
test.skipIf(isRoot || process.platform === 'win32')(
  'a file that is write-protected is read only',
  async () => {
    const path = aProjectIn(temporaryFolder());
    chmodSync(path, 0o444);
    const { call, decide } = aPerson();
    expect((await call('project.open', { path })).readOnly).toBe(true);
    expect(await decide(1)).toMatchObject({ error: { code: 'project-protected' } });
  },
);

test.skipIf(noDisks !== null)(
  'a new project is not made where nothing can be written, and leaves nothing behind',
  async () => {
    const disk = aSmallDisk(1);
    disk.protect();
    const { engine } = aPerson();
    expect(await engine.call('project.create', { path: join(disk.folder, 'a.counterpart') })).toMatchObject({
      error: { code: 'project-folder' },
    });
  },
);
