import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Hooks } from '../hooks.ts';
import { readCsv } from './csv/read-csv.ts';
import { unreadable } from './unreadable.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** One row of a file. `number` counts from 1 as Excel shows it; a cell that is not there is blank. */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The rows of a file. `padded` says that rows end at their last filled cell, so that short ones are no fault. */
export interface RowSource {
  readonly rows: AsyncIterable<Row>;
  readonly padded: boolean;
}

const READERS = {
  '.csv': { read: readCsv, padded: false },
  '.xlsx': { read: readXlsx, padded: true },
} as const;

/**
 * The rows of a .csv or .xlsx file, told by its ending, read as they are asked for.
 * Errors: `file-type`, `file-not-found`, `file-empty`, `file-unreadable`; while reading also `file-too-long` and
 * `cancelled`.
 */
export async function openRows(path: string, hooks: Hooks): Promise<RowSource> {
  const ending = extname(path).toLowerCase();
  if (ending !== '.csv' && ending !== '.xlsx') throw new AppError('file-type', { path });
  const { size } = await fileStat(path);
  if (size === 0) throw new AppError('file-empty', { path });
  const { read, padded } = READERS[ending];
  return { rows: read(path, hooks.signal), padded };
}

async function fileStat(path: string): Promise<{ size: number }> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw unreadable(path, 'it is not a file');
    return found;
  } catch (error) {
    throw fault(path, error);
  }
}

function fault(path: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
    return new AppError('file-not-found', { path }, error);
  }
  return unreadable(path, error instanceof Error ? error.message : String(error), error);
}
