import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEngine } from '#app/engine.ts';
import { openRows } from '#app/sources/files/rows.ts';
import type { MethodInput } from '#shared/contract.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { fixture, quiet } from '../sources/files/support.ts';
import { partsOf } from '../worksheet/support.ts';

const at = '2026-11-23T09:00:00.000Z';

/** An engine with a project named "acme", imported from the usual files unless it is to be empty. */
async function aProject({ empty = false } = {}) {
  const folder = temporaryFolder();
  const projects = join(folder, 'projects');
  const home = { projects, state: join(folder, 'state') };
  const engine = createEngine({
    version: '1',
    home,
    author: 'tester',
    environment: {},
    now: () => new Date(at),
  });
  onTestFinished(() => engine.close());
  await engine.call('project.create', { name: 'acme' });
  if (!empty) {
    const files = {
      accounts: fixture('salesforce-data-loader.csv'),
      customers: fixture('quickbooks-api.csv'),
    };
    await engine.call('sources.import', { ...files, contacts: null, map: null });
  }
  return {
    engine,
    folder,
    projects,
    save: (input: MethodInput<'sources.save'>) => engine.call('sources.save', input),
  };
}

describe('saving both datasets', () => {
  test('into the projects’ folder names the files after the project, the records and the day', async () => {
    const { save, projects } = await aProject();
    expect(await save({ to: 'projects-folder', format: 'csv' })).toEqual({
      ok: true,
      value: {
        salesforce: { path: join(projects, 'acme accounts 2026-11-23.csv'), rows: 2, shortened: 0 },
        quickbooks: { path: join(projects, 'acme customers 2026-11-23.csv'), rows: 3, shortened: 0 },
      },
    });
    expect(readdirSync(projects).filter((name) => /\.(csv|part)$/.test(name))).toHaveLength(2);
  });

  test('to paths takes one side or both, each in the format of its ending', async () => {
    const { save, folder } = await aProject();
    const customers = join(folder, 'c.xlsx');
    const saved = await save({ to: 'paths', accounts: null, customers });
    expect(saved).toMatchObject({ ok: true, value: { salesforce: null, quickbooks: { rows: 3 } } });
    const rows = [];
    const { batches } = await openRows(customers, quiet);
    for await (const batch of batches) rows.push(...batch);
    expect(rows[0]?.cells.slice(0, 3)).toEqual(['Id', 'DisplayName', 'SyncToken']);
  });

  test('says in a workbook where the records come from', async () => {
    const { save, folder } = await aProject();
    const customers = join(folder, 'c.xlsx');
    await save({ to: 'paths', accounts: null, customers });
    const sheet = (await partsOf(customers)).get('xl/worksheets/sheet2.xml') ?? '';
    for (const words of ['quickbooks-api.csv', at, 'acme']) expect(sheet).toContain(words);
  });

  test('what was saved and imported again is saved the same', async () => {
    const { engine, save, folder } = await aProject();
    const [a, c, a2, c2] = ['a.csv', 'c.xlsx', 'a2.csv', 'c2.csv'].map((name) => join(folder, name));
    await save({ to: 'paths', accounts: a ?? null, customers: c ?? null });
    await save({ to: 'paths', accounts: null, customers: c2 ?? null });
    const before = readFileSync(c2 ?? '', 'utf8');
    await engine.call('sources.import', { accounts: a ?? '', customers: c ?? '', contacts: null, map: null });
    await save({ to: 'paths', accounts: a2 ?? null, customers: c2 ?? null });
    expect(readFileSync(c2 ?? '', 'utf8')).toBe(before);
    expect(readFileSync(a2 ?? '', 'utf8')).toBe(readFileSync(a ?? '', 'utf8'));
  });
});

describe('saving is refused, and nothing written,', () => {
  test('before there is anything', async () => {
    const { save, folder } = await aProject({ empty: true });
    for (const input of [
      { to: 'projects-folder', format: 'csv' },
      { to: 'paths', accounts: join(folder, 'a.csv'), customers: null },
    ] as const) {
      expect(await save(input)).toMatchObject({ ok: false, error: { code: 'save-no-data' } });
    }
  });

  test('for one path that has no known ending, or for one file for both', async () => {
    const { save, folder } = await aProject();
    const accounts = join(folder, 'a.csv');
    expect(await save({ to: 'paths', accounts, customers: join(folder, 'c.txt') })).toMatchObject({
      error: { code: 'file-type' },
    });
    expect(await save({ to: 'paths', accounts, customers: accounts })).toMatchObject({
      error: { code: 'file-cannot-write' },
    });
    expect(existsSync(accounts)).toBe(false);
  });
});
