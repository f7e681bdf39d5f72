import { extname } from 'node:path';
import type { Hooks } from '#app/sources/index.ts';
import { AppError } from '#shared/errors.ts';
import type { DatasetFile, SavedDataset } from './dataset-file.ts';
import { writeDatasetCsv } from './write-csv.ts';
import { writeDatasetXlsx } from './write-xlsx.ts';

const writers = { '.csv': writeDatasetCsv, '.xlsx': writeDatasetXlsx } as const;

/** Refuses a path whose ending names no format of a table. Errors: `file-type`. */
export function requireTableEnding(path: string): keyof typeof writers {
  const ending = extname(path).toLowerCase();
  if (ending !== '.csv' && ending !== '.xlsx') throw new AppError('file-type', { path });
  return ending;
}

/**
 * Saves a dataset as .csv or .xlsx, told by the ending, so that importing the file gives the same records. What a file
 * does not carry is white space around a value, blank lines in a customer's street, more than 15 digits of an amount
 * (.xlsx), and what is over 32,767 characters of a text (.xlsx, counted).
 * Errors: `file-type`, `file-cannot-write`, `cancelled`; then a file that was there stays as it was.
 */
export async function saveDataset<R>(
  path: string,
  file: DatasetFile<R>,
  hooks: Hooks,
): Promise<SavedDataset> {
  return await writers[requireTableEnding(path)](path, file, hooks);
}
