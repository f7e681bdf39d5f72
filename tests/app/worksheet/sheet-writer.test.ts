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
