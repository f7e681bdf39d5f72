import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Hooks } from '../hooks.ts';
import { readCsv } from './csv/read-csv.ts';
import { unreadable } from './unreadable.ts';

/** One row of a file. `number` counts from 1 as Excel shows it; a cell that is not there is blank. */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The rows of a file, some at a time. `padded` says that they end at their last filled cell: short is no fault. */
export interface RowSource {
  readonly batches: AsyncIterable<readonly Row[]>;
  readonly padded: boolean;
}

const READERS = {
  '.csv': { read: readCsv, padded: false },
  '.xlsx': { read: readWorkbook, padded: true },
} as const;
const WORKBOOK_ROWS_AT_ONCE = 1_000;

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
  return { batches: read(path, hooks.signal), padded };
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

/** The parts that read workbooks are loaded for a workbook only. */
async function* readWorkbook(path: string, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
  const { readXlsx } = await import('./xlsx/read-xlsx.ts');
  let batch: Row[] = [];
  for await (const row of readXlsx(path, signal)) {
    if (batch.push(row) < WORKBOOK_ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
