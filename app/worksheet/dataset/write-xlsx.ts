import type { Hooks } from '#app/sources/index.ts';
import { shortenCell } from '#shared/cell-list.ts';
import { AppError } from '#shared/errors.ts';
import { unguardFormula } from '#shared/formula-guard.ts';
import type { SheetColumn } from '../column.ts';
import { LONGEST_CELL } from '../excel-text.ts';
import { LAST_ROW, writeSheet } from '../sheet-writer.ts';
import { writeWorkbook } from '../workbook-file.ts';
import type { DatasetColumn } from './column.ts';
import type { DatasetFile, SavedDataset } from './dataset-file.ts';

/**
 * Writes a dataset as an Excel workbook: its records, and a sheet `_about` that says where and when they come from. Ids,
 * postal codes and phone numbers are text, amounts numbers, times dates in UTC.
 * Errors: `file-cannot-write`, also for more records than a sheet holds; `cancelled`. Then a file that was there stays as
 * it was.
 */
export async function writeDatasetXlsx<R>(
  path: string,
  { what, columns, batches, count, about, savedAt }: DatasetFile<R>,
  hooks: Hooks,
): Promise<SavedDataset> {
  if (count >= LAST_ROW) {
    const most = (LAST_ROW - 1).toLocaleString('en');
    const detail = `a sheet of Excel holds ${most} records and these are ${count.toLocaleString('en')}; save them as CSV`;
    throw new AppError('file-cannot-write', { path, detail });
  }
  let shortened = 0;
  const sheetColumns = columns.map((column) =>
    sheetColumn(column, () => {
      shortened += 1;
    }),
  );
  const properties = {
    title: what,
    subject: about.map((line) => line.join(': ')).join('. '),
    createdAt: savedAt,
  };
  const rows = await writeWorkbook(path, properties, hooks, async (workbook, signal) => {
    const rowsWritten = (done: number) => hooks.progress(`Saving the ${what}`, done, count);
    const written = await writeSheet(workbook, capital(what), sheetColumns, each(batches), {
      signal,
      rowsWritten,
    });
    await writeSheet(workbook, '_about', aboutColumns, about, { signal, rowsWritten: () => undefined });
    return written;
  });
  return { rows, shortened };
}

function sheetColumn<R>(column: DatasetColumn<R>, onShortened: () => void): SheetColumn<R> {
  const { heading, side, kind, value } = column;
  const isList = kind === 'list';
  return {
    heading,
    side,
    kind: isList ? 'text' : kind,
    width: Math.max(10, Math.min(30, heading.length + 4)),
    value(record) {
      const found = value(record);
      if (typeof found !== 'string') return found;
      if (kind === 'date') return dateOf(found) ?? found;
      const text = unmistakable(found);
      if (text.length <= LONGEST_CELL) return text;
      onShortened();
      return isList ? shortenCell(text, LONGEST_CELL) : text;
    },
  };
}

/** A text that looks as if it were guarded against formulas gets the apostrophe that a reader will take off. */
function unmistakable(text: string): string {
  return unguardFormula(text) === text ? text : `'${text}`;
}

/** The moment of a text that reading a date cell gives again: in UTC, to the second, and not a bare day. */
function dateOf(text: string): Date | null {
  if (!/T\d\d:\d\d:\d\d\.000Z$/.test(text) || text.includes('T00:00:00')) return null;
  const moment = new Date(text);
  const isSame = !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
  return isSame && moment.getUTCFullYear() >= 1901 && moment.getUTCFullYear() <= 9999 ? moment : null;
}

function* each<R>(batches: Iterable<readonly R[]>): Generator<R> {
  for (const batch of batches) yield* batch;
}

const aboutColumns: readonly SheetColumn<readonly [string, string]>[] = [
  { heading: 'About', side: 'result', kind: 'text', width: 24, value: ([name]) => name },
  { heading: 'this file', side: 'result', kind: 'text', width: 60, value: ([, value]) => value },
];

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
