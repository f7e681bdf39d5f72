import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEngine, type Engine } from '#app/engine.ts';
import { temporaryFolder } from '../../support/folder.ts';

async function aProject(): Promise<{ engine: Engine; file: (name: string, text: string) => string }> {
  const folder = temporaryFolder();
  const home = { projects: join(folder, 'projects'), state: join(folder, 'state') };
  const engine = createEngine({ version: '1', home, author: 'tester', environment: {} });
  onTestFinished(() => engine.close());
  await engine.call('project.create', { name: 'Some' });
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  return { engine, file };
}

const none = { accounts: null, customers: null, contacts: null, map: null };

describe('importing one side', () => {
  test('leaves the other as the project holds it, with its time', async () => {
    const { engine, file } = await aProject();
    const accounts = file('a.csv', 'Id,Name\n1,Acme\n');
    const first = await engine.call('sources.import', {
      ...none,
      accounts,
      customers: file('c.csv', 'Id,DisplayName\n7,Acme\n'),
    });
    const second = await engine.call('sources.import', {
      ...none,
      customers: file('c2.csv', 'Id,DisplayName\n7,Acme\n8,Beta\n'),
    });
    expect(second).toMatchObject({ ok: true, value: { salesforce: { count: 1 }, quickbooks: { count: 2 } } });
    if (!first.ok || !second.ok) throw new Error('an import failed');
    expect(second.value.salesforce).toEqual(first.value.salesforce);
  });

  test('is refused where the project has nothing of the other, and so are contacts without accounts', async () => {
    const { engine, file } = await aProject();
    const customers = file('c.csv', 'Id,DisplayName\n7,Acme\n');
    const alone = await engine.call('sources.import', { ...none, customers });
    expect(alone).toMatchObject({
      ok: false,
      error: { code: 'import-one-side', data: { missing: 'accounts' } },
    });
    const contacts = await engine.call('sources.import', { ...none, customers, contacts: customers });
    expect(contacts).toMatchObject({ ok: false, error: { code: 'usage' } });
  });
});

describe('a column map', () => {
  test('comes from the screen as it does from a file', async () => {
    const { engine, file } = await aProject();
    const map = { accounts: { name: 'Firma', id: ['Nr'] } };
    const files = {
      ...none,
      accounts: file('a.csv', 'Nr,Firma\n1,Acme\n'),
      customers: file('c.csv', 'Id,DisplayName\n7,Acme\n'),
    };
    for (const given of [map, file('map.json', JSON.stringify(map))]) {
      const imported = await engine.call('sources.import', { ...files, map: given });
      expect(imported).toMatchObject({ ok: true, value: { salesforce: { origin: { hasIds: true } } } });
    }
    const wrong = await engine.call('sources.import', { ...files, map: { accounts: { colour: 'Firma' } } });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'file-map' } });
  });
});

test('a file that cannot be looked at is named without its folder', async () => {
  const { engine, file } = await aProject();
  const input = { path: file('a.pdf', '%PDF'), kind: 'accounts', map: {} } as const;
  const seen = await engine.call('files.preview', input);
  expect(seen).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/^a\.pdf cannot be read: it is no Excel workbook but a PDF/) },
  });
});

test('a check gives way to the next one of its kind', async () => {
  const { engine, file } = await aProject();
  const rows = Array.from({ length: 100_000 }, (_, n) => `${n},Company ${n}\n`).join('');
  const input = { path: file('a.csv', `Id,Name\n${rows}`), kind: 'accounts', map: {} } as const;
  const [first, second] = await Promise.all([
    engine.call('files.check', input),
    engine.call('files.check', input),
  ]);
  expect(first).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(second).toMatchObject({ ok: true, value: { count: 100_000 } });
});
