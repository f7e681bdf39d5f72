import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changesBetween } from '#app/practice/store/record.ts';
import { StateFile } from '#app/practice/store/state-file.ts';
import { Store } from '#app/practice/store/store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const contents = (store: Store) =>
  ['A', 'B'].map((collection) => [...store.all(collection)].sort((x, y) => Number(x.Id) - Number(y.Id)));

const step = fc.oneof(
  fc.record({ put: fc.constantFrom('A', 'B'), id: fc.nat(5), value: fc.nat() }),
  fc.record({ clear: fc.constantFrom('A', 'B') }),
);
const run = (
  store: Store,
  steps: readonly ({ put: string; id: number; value: number } | { clear: string })[],
) => {
  for (const one of steps) {
    if ('put' in one) store.put(one.put, String(one.id), { Id: String(one.id), value: one.value });
    else store.clear(one.clear);
  }
};

describe('a store', () => {
  test('holds in the file exactly what it holds in memory', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const file = new StateFile(null);
        const store = new Store(file);
        run(store, steps);
        expect(contents(new Store(file))).toEqual(contents(store));
        file.close();
      }),
    );
  });

  test('is as it was when a transaction fails, in memory and in the file', () => {
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (before, failing) => {
        const file = new StateFile(null);
        const store = new Store(file);
        run(store, before);
        const kept = contents(store);
        expect(() =>
          store.transaction(() => {
            run(store, failing);
            store.appendLog('salesforce', { outcome: 'ok' });
            throw new Error('stop');
          }),
        ).toThrow('stop');
        expect(contents(store)).toEqual(kept);
        expect(contents(new Store(file))).toEqual(kept);
        expect(store.log('salesforce')).toEqual([]);
        file.close();
      }),
    );
  });

  test('is found again in its file', () => {
    const path = join(folder, 'state.db');
    const first = new StateFile(path);
    new Store(first).put('A', '1', { Id: '1' });
    first.close();
    const second = new StateFile(path);
    expect(new Store(second).get('A', '1')).toEqual({ Id: '1' });
    second.close();
  });

  test("is one process' alone", () => {
    const path = join(folder, 'state.db');
    const first = new StateFile(path);
    expect(() => new StateFile(path)).toThrowError(
      expect.objectContaining({ code: 'practice-in-use', data: { path } }),
    );
    first.close();
    const again = new StateFile(path);
    expect(() => new StateFile(path)).toThrowError(expect.objectContaining({ code: 'practice-in-use' }));
    again.close();
  });

  test('refuses a file that is not its own and leaves it as it is', () => {
    const path = join(folder, 'other.db');
    writeFileSync(path, 'a letter to the bank, which is no database at all');
    expect(() => new StateFile(path)).toThrowError(
      expect.objectContaining({ code: 'practice-state', data: { path, detail: 'file is not a database' } }),
    );
  });
});

test.each(['[1', '[1]'])('a damaged row (%s) is reported, not skipped', (body) => {
  const path = join(folder, 'state.db');
  new StateFile(path).close();
  const database = new Database(path);
  database.prepare("INSERT INTO records VALUES ('A', '1', ?)").run(body);
  database.close();
  const file = new StateFile(path);
  expect(() => new Store(file)).toThrowError(expect.objectContaining({ code: 'practice-state' }));
  file.close();
});

test('changes name what differs, with null for what is not there', () => {
  expect(
    changesBetween(
      { same: 1, gone: 'x', deep: { a: 1 } },
      { same: 1, deep: { a: 2 }, fresh: null, more: true },
    ),
  ).toEqual({
    gone: ['x', null],
    deep: [{ a: 1 }, { a: 2 }],
    more: [null, true],
  });
});
