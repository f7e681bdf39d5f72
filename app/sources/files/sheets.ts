import { basename, extname } from 'node:path';
import type { Hooks } from '../hooks.ts';
import { openRows, type Row } from './rows.ts';

/** Some rows of one sheet, in their order. A text file is one sheet, named as the file is. */
export interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly Row[];
  /** With the last rows of a sheet: what of it does not come across as text, in sentences. */
  readonly remarks: readonly string[];
}

/**
 * The rows of all sheets of a .xlsx file, or of a .csv file, some at a time.
 * Errors: `file-type`, `file-not-found`, `file-empty`, `file-unreadable`, `file-too-long`, `cancelled`.
 */
export async function* readSheets(path: string, hooks: Hooks): AsyncGenerator<SheetRows> {
  const { batches } = await openRows(path, hooks);
  if (isWorkbook(path)) {
    const { readAllSheets } = await import('./xlsx/read-all-sheets.ts');
    yield* readAllSheets(path, hooks.signal);
    return;
  }
  for await (const rows of batches) yield { sheet: basename(path), rows, remarks: [] };
}

/** Who saved a file last, as far as it says so itself; `''` where it does not. Errors: those of {@link readSheets}. */
export async function savedBy(path: string, { signal }: Hooks): Promise<string> {
  if (!isWorkbook(path)) return '';
  const { lastEditor } = await import('./xlsx/read-all-sheets.ts');
  return await lastEditor(path, signal);
}

function isWorkbook(path: string): boolean {
  return extname(path).toLowerCase().startsWith('.xls');
}
