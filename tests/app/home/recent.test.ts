import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recentProjects } from '#app/home/index.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { aTime } from '../../support/projects.ts';

test('lists the projects opened last first, each once, and says which are gone', () => {
  const folder = temporaryFolder();
  const here = join(folder, 'here.counterpart');
  writeFileSync(here, '');
  const recent = recentProjects(join(folder, 'state', 'recent.json'));
  recent.remember(here, aTime);
  recent.remember('/elsewhere/gone.counterpart', aTime);
  recent.remember(here, aTime);
  expect(recent.list().map(({ name, exists }) => ({ name, exists }))).toEqual([
    { name: 'here', exists: true },
    { name: 'gone', exists: false },
  ]);
  recent.forget('/elsewhere/gone.counterpart');
  expect(recent.list().map(({ name }) => name)).toEqual(['here']);
});

test('a list that cannot be read counts as empty', () => {
  const file = join(temporaryFolder(), 'recent.json');
  writeFileSync(file, '{"not": "a list"');
  expect(recentProjects(file).list()).toEqual([]);
});
