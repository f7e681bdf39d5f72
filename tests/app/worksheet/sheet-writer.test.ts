import { Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { SheetColumn } from '#app/worksheet/column.ts';
import { writeSheet } from '#app/worksheet/sheet-writer.ts';
import { quiet, temporaryPath } from './support.ts';

const columns: SheetColumn<number>[] = [
  { heading: 'Number', side: 'result', kind: 'text', width: 10, value: String },
];

test('rows beyond the last that a sheet can have go to a further sheet', async () => {
  const filename = await temporaryPath('out.xlsx');
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useStyles: true });
  const progress = { signal: quiet.signal, rowsWritten: () => undefined };
  expect(await writeSheet(writer, 'Matches', columns, [1, 2, 3, 4, 5], progress, { lastRow: 3 })).toBe(5);
  await writer.commit();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(filename);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Matches', 'Matches 2', 'Matches 3']);
  const values = workbook.worksheets.map((sheet) => sheet.getColumn(1).values.slice(1));
  expect(values).toEqual([
    ['Number', '1', '2'],
    ['Number', '3', '4'],
    ['Number', '5'],
  ]);
});

test('no more rows are asked for while the disk takes nothing in', { timeout: 20_000 }, async () => {
  let stalled: (() => void) | null = null;
  const disk = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      stalled = done;
    },
  });
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: disk, useStyles: true });
  const stop = new AbortController();
  let asked = 0;
  const rows = function* (): Generator<number> {
    for (; asked < 200_000; asked += 1) yield asked;
  };
  const wide = Array.from({ length: 20 }, (_, at): SheetColumn<number> => {
    return {
      heading: `${at}`,
      side: 'result',
      kind: 'text',
      width: 10,
      value: (row) => `${row * 7919} ${at}`,
    };
  });
  const progress = { signal: stop.signal, rowsWritten: () => undefined };
  const written = writeSheet(writer, 'Matches', wide, rows(), progress).catch((error: unknown) => error);
  let before = -1;
  while (before !== asked) {
    before = asked;
    await setTimeout(500);
  }
  expect(asked).toBeLessThan(100_000);
  expect(stalled).not.toBeNull();
  stop.abort();
  expect(await written).toMatchObject({ code: 'cancelled' });
});
