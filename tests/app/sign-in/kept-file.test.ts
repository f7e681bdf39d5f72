import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SalesforceApp } from '#shared/sign-in.ts';
import { type Kept, keptFile } from '../../../app/sign-in/kept-file.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { anOrganisation } from '../../support/projects.ts';

const app: SalesforceApp = { where: 'sandbox', myDomain: '', clientId: '3MVG9', port: 8416 };

function kept(organisationId: string, project: string): Kept<SalesforceApp> {
  return {
    app,
    place: `https://${organisationId}.example`,
    organisation: { ...anOrganisation, organisationId },
    since: '2026-01-01T00:00:00.000Z',
    projects: [project],
  };
}

const newFile = () => join(temporaryFolder(), 'state', 'sign-ins.json');
const organisationOf = (found: Kept<SalesforceApp> | null) => found?.organisation.organisationId ?? null;

test('a project without data finds its sign-in by its path, one with data by its organisation alone', () => {
  const path = newFile();
  keptFile(path, SalesforceApp).keep(kept('org1', '/a.counterpart'));
  const file = keptFile(path, SalesforceApp);
  const find = (project: string, organisationId: string | null) =>
    organisationOf(file.find({ path: project, organisationId }));
  expect(find('/a.counterpart', null)).toBe('org1');
  expect(find('/moved.counterpart', 'org1')).toBe('org1');
  expect(find('/a.counterpart', 'org2')).toBeNull();
  expect(find('/b.counterpart', null)).toBeNull();
});

test('a project that signs in elsewhere leaves the former sign-in to the other projects', () => {
  const file = keptFile(newFile(), SalesforceApp);
  file.keep(kept('org1', '/a'));
  file.keep(kept('org1', '/b'));
  file.keep(kept('org2', '/a'));
  const find = (path: string) => organisationOf(file.find({ path, organisationId: null }));
  expect([find('/a'), find('/b')]).toEqual(['org2', 'org1']);
  file.forget('org2');
  expect([find('/a'), find('/b')]).toEqual([null, 'org1']);
});

test.each(['', '{', '{"app":null}', '[]'])(
  'a file that holds %j counts as empty and is written anew',
  (content) => {
    const path = newFile();
    keptFile(path, SalesforceApp).rememberApp(app);
    writeFileSync(path, content);
    const file = keptFile(path, SalesforceApp);
    expect([file.app(), file.all()]).toEqual([null, []]);
    file.rememberApp(app);
    expect(file.app()).toEqual(app);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ app });
  },
);
