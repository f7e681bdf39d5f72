import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdTable } from '#app/sources/files/id-table.ts';

test('tells the first row of every id, as a map does', () => {
  const id = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 4 }), fc.string({ maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(id, { maxLength: 200 }), (ids) => {
      const table = new IdTable();
      const rows = new Map<string, number>();
      ids.forEach((one, row) => {
        expect(table.has(one)).toBe(rows.has(one));
        if (!rows.has(one)) rows.set(one, row);
        expect(table.add(one, row)).toBe(rows.get(one));
      });
    }),
  );
});

test('holds many ids that differ in one character only', () => {
  const table = new IdTable();
  const ids = Array.from({ length: 100_000 }, (_, i) => `0015g00000K${String(i).padStart(7, '0')}`);
  ids.forEach((one, row) => {
    table.add(one, row);
  });
  expect(ids.every((one, row) => table.add(one, -1) === row)).toBe(true);
  expect(table.has('0015g00000K0100000')).toBe(false);
});
