import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Hooks } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import { textCell } from '../csv-line.ts';
import { replaceFile } from '../replace-file.ts';
import type { DatasetValue } from './column.ts';
import type { DatasetFile, SavedDataset } from './dataset-file.ts';

/** Excel takes a CSV file for UTF-8 only if it begins with this mark. */
const MARK = '\uFEFF';
/** Few enough to take some 10 ms; the stream then waits for the disk, and others get their turn. */
const ROWS_AT_ONCE = 500;

/**
 * Writes a dataset as CSV: UTF-8 with byte order mark, commas, `\n`. A text that a spreadsheet would run as a formula
 * gets an apostrophe in front, which our reader takes off again.
 * Errors: `file-cannot-write`, `cancelled`; then a file that was there stays as it was.
 */
export async function writeDatasetCsv<R>(
  path: string,
  { what, columns, batches, count }: DatasetFile<R>,
  hooks: Hooks,
): Promise<SavedDataset> {
  let rows = 0;
  async function* text(): AsyncGenerator<string> {
    yield `${MARK}${columns.map(({ heading }) => textCell(heading)).join(',')}\n`;
    for (const batch of batches) {
      for (let from = 0; from < batch.length; from += ROWS_AT_ONCE) {
        if (hooks.signal.aborted) throw new AppError('cancelled');
        const records = batch.slice(from, from + ROWS_AT_ONCE);
        let lines = '';
        for (const record of records) {
          lines += `${columns.map(({ value }) => cell(value(record))).join(',')}\n`;
        }
        yield lines;
        rows += records.length;
        hooks.progress(`Saving the ${what}`, rows, count);
      }
    }
    if (hooks.signal.aborted) throw new AppError('cancelled');
  }
  await replaceFile(path, (temporary) => pipeline(text(), createWriteStream(temporary)));
  return { rows, shortened: 0 };
}

function cell(value: DatasetValue): string {
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return digits(value);
  return value === null ? '' : String(value);
}

/** A number in plain digits: the short form of very large and very small ones is no amount to a reader. */
function digits(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}
