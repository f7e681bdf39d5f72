import type { Hooks } from '#app/sources/index.ts';
import { writeCsvFile } from '../csv-file.ts';
import { textCell } from '../csv-line.ts';
import type { DatasetValue } from './column.ts';
import type { DatasetFile, SavedDataset } from './dataset-file.ts';

/** Excel takes a CSV file for UTF-8 only if it begins with this mark. */
const MARK = '\uFEFF';

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
  const rows = await writeCsvFile(
    path,
    {
      heading: `${MARK}${columns.map(({ heading }) => textCell(heading)).join(',')}\n`,
      batches,
      line: (record) => `${columns.map(({ value }) => cell(value(record))).join(',')}\n`,
      step: `Saving the ${what}`,
      total: count,
    },
    hooks,
  );
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
