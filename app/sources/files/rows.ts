import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Hooks } from '../hooks.ts';
import { readCsv } from './csv/read-csv.ts';
import { readIif } from './csv/read-iif.ts';
import { foreignFormat } from './foreign-format.ts';
import { unreadable } from './unreadable.ts';

/** One row of a file. `number` counts from 1 as Excel shows it; a cell that is not there is blank. */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Which sheet of a workbook is read: the one of this name, or else the one whose first rows fit best. */
export interface SheetChoice {
  readonly name: string | null;
  readonly likenessOf: (firstRows: readonly Row[]) => number;
}

/** What is known of a workbook besides its rows: the sheets that can be seen, and the one that is read. */
export interface WorkbookFacts {
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** What of the sheet read so far a person has to know; sentences. */
  readonly remarks: readonly string[];
}

/** The rows of a file, some at a time. `padded` says that they end at their last filled cell: short is no fault. */
export interface RowSource {
  readonly batches: AsyncIterable<readonly Row[]>;
  readonly padded: boolean;
  /** Known once the first rows are there; a text file has no sheets. */
  facts(): WorkbookFacts;
}

const noSheets: WorkbookFacts = { sheets: [], sheet: null, remarks: [] };
/** The first sheet that has any rows. */
export const firstSheet: SheetChoice = { name: null, likenessOf: () => 0 };
const WORKBOOK_ROWS_AT_ONCE = 1_000;

/**
 * The rows of a file, told by its ending, read as they are asked for: .csv and .tsv are text, .iif is QuickBooks
 * Desktop's list of customers, .xlsx and .xlsm are workbooks (no macro is ever run).
 * Errors: `file-type`, `file-not-found`, `file-empty`, `file-unreadable`; while reading also `file-too-long`,
 * `file-sheet` and `cancelled`.
 */
export async function openRows(
  path: string,
  hooks: Hooks,
  sheet: SheetChoice = firstSheet,
): Promise<RowSource> {
  const { size } = await fileStat(path);
  const ending = extname(path).toLowerCase();
  const text = (batches: AsyncIterable<readonly Row[]>) => ({
    batches,
    padded: false,
    facts: () => noSheets,
  });
  if (size === 0) throw new AppError('file-empty', { path });
  switch (ending) {
    case '.csv':
    case '.tsv':
      return text(readCsv(path, hooks.signal));
    case '.iif':
      return text(readIif(path, hooks.signal));
    case '.xlsx':
    case '.xlsm':
      return await openWorkbook(path, sheet, hooks.signal);
    default:
      throw (await foreignFormat(path, ending)) ?? new AppError('file-type', { path });
  }
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
async function openWorkbook(path: string, sheet: SheetChoice, signal: AbortSignal): Promise<RowSource> {
  const { readXlsx } = await import('./xlsx/read-xlsx.ts');
  const { rows, facts } = readXlsx(path, sheet, signal);
  return { batches: inBatches(rows), padded: true, facts };
}

async function* inBatches(rows: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    if (batch.push(row) < WORKBOOK_ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
