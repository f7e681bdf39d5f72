import { createWriteStream } from 'node:fs';
import type { stream } from 'exceljs';
import type { Hooks } from '#app/sources/index.ts';
import { replaceFile } from './replace-file.ts';

/** What Excel shows of a workbook as a whole. */
export interface WorkbookProperties {
  readonly title: string;
  readonly subject: string;
  readonly createdAt: Date;
}

/** Fills the sheets of a workbook; has to stop when the signal is aborted. */
type Fill<T> = (workbook: stream.xlsx.WorkbookWriter, signal: AbortSignal) => Promise<T>;

/**
 * Writes a workbook as a whole, in place of a file that may be there, or leaves that as it was. Gives what `fill` gave.
 * Errors: `file-cannot-write`, and those of `fill`.
 */
export async function writeWorkbook<T>(
  path: string,
  properties: WorkbookProperties,
  hooks: Hooks,
  fill: Fill<T>,
): Promise<T> {
  return await replaceFile(path, (temporary) => writeInto(temporary, properties, hooks, fill));
}

async function writeInto<T>(
  temporary: string,
  { title, subject, createdAt }: WorkbookProperties,
  hooks: Hooks,
  fill: Fill<T>,
): Promise<T> {
  // exceljs takes about 0.2 s to load, which the start of the app must not wait for.
  const { default: ExcelJS } = await import('exceljs');
  const file = createWriteStream(temporary);
  const closed = new Promise<void>((resolve) => file.once('close', resolve));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  workbook.creator = 'Counterpart';
  workbook.lastModifiedBy = 'Counterpart';
  workbook.created = createdAt;
  workbook.modified = createdAt;
  workbook.title = title;
  workbook.subject = subject;
  // exceljs does not hear of an error of its file, so such an error stops the filling from here.
  const stop = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    file.once('error', (error) => {
      stop.abort();
      reject(error);
    });
  });
  const filled = async () => {
    const value = await fill(workbook, AbortSignal.any([hooks.signal, stop.signal]));
    await workbook.commit();
    return value;
  };
  try {
    return await Promise.race([failed, filled()]);
  } finally {
    file.destroy();
    await closed;
  }
}
