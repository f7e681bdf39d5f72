import { createWriteStream } from 'node:fs';
import type { stream } from 'exceljs';
import type { Hooks } from '#app/sources/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { ReviewRow } from '#shared/review.ts';
import { replaceFile } from './replace-file.ts';
import { writeSheet } from './sheet-writer.ts';
import { accountColumns, customerColumns, type Match, matchColumns, type Unmatched } from './sheets.ts';

/** Everything that a worksheet shows. `customer` belongs to the row's `customerId`, null where there is none. */
export interface WorksheetData {
  readonly projectName: string;
  readonly createdAt: Date;
  readonly salesforceName: string;
  readonly quickbooksName: string;
  readonly rows: Iterable<{
    readonly row: ReviewRow;
    readonly account: Account;
    readonly customer: Customer | null;
  }>;
  readonly customersWithoutMatch: Iterable<Customer>;
}

/** How many rows the sheets of a worksheet have. */
export interface WorksheetCounts {
  readonly matches: number;
  readonly accountsWithoutMatch: number;
  readonly customersWithoutMatch: number;
}

/**
 * Writes the Excel worksheet of a project: the sheets "Matches", "Accounts without match" and "Customers without
 * match". A file that is already there is replaced only when the new one is complete.
 * Errors: `file-cannot-write`, `cancelled`.
 */
export async function writeWorksheet(
  path: string,
  data: WorksheetData,
  hooks: Hooks,
): Promise<WorksheetCounts> {
  let counts: WorksheetCounts = { matches: 0, accountsWithoutMatch: 0, customersWithoutMatch: 0 };
  await replaceFile(path, async (temporary) => {
    counts = await writeWorkbook(temporary, data, hooks);
  });
  return counts;
}

async function writeWorkbook(temporary: string, data: WorksheetData, hooks: Hooks): Promise<WorksheetCounts> {
  // exceljs takes about 0.2 s to load, which the start of the app must not wait for.
  const { default: ExcelJS } = await import('exceljs');
  const file = createWriteStream(temporary);
  const closed = new Promise<void>((resolve) => file.once('close', resolve));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  describe(workbook, data);
  // exceljs does not hear of an error of its file, so such an error stops the filling from here.
  const stop = new AbortController();
  const failed = new Promise<never>((_, reject) => {
    file.once('error', (error) => {
      stop.abort();
      reject(error);
    });
  });
  const signal = AbortSignal.any([hooks.signal, stop.signal]);
  try {
    return await Promise.race([failed, fill(workbook, data, signal, hooks)]);
  } finally {
    file.destroy();
    await closed;
  }
}

function describe(workbook: stream.xlsx.WorkbookWriter, data: WorksheetData): void {
  workbook.creator = 'Counterpart';
  workbook.lastModifiedBy = 'Counterpart';
  workbook.created = data.createdAt;
  workbook.modified = data.createdAt;
  workbook.title = data.projectName;
  workbook.subject = `Salesforce: ${data.salesforceName}. QuickBooks: ${data.quickbooksName}.`;
}

async function fill(
  workbook: stream.xlsx.WorkbookWriter,
  data: WorksheetData,
  signal: AbortSignal,
  hooks: Hooks,
): Promise<WorksheetCounts> {
  const unmatched: Unmatched[] = [];
  const sheetProgress = (step: string) => ({
    signal,
    rowsWritten: (rows: number) => hooks.progress(step, rows, null),
  });
  const matches = await writeSheet(
    workbook,
    'Matches',
    matchColumns,
    matchesOf(data.rows, unmatched),
    sheetProgress('Writing the matches'),
  );
  const accountsWithoutMatch = await writeSheet(
    workbook,
    'Accounts without match',
    accountColumns,
    unmatched,
    sheetProgress('Writing the accounts without match'),
  );
  const customersWithoutMatch = await writeSheet(
    workbook,
    'Customers without match',
    customerColumns,
    data.customersWithoutMatch,
    sheetProgress('Writing the customers without match'),
  );
  hooks.progress('Finishing the worksheet', 0, null);
  await workbook.commit();
  return { matches, accountsWithoutMatch, customersWithoutMatch };
}

/** Gives the rows that have a customer, and puts the others aside. */
function* matchesOf(rows: WorksheetData['rows'], unmatched: Unmatched[]): Generator<Match> {
  for (const { row, account, customer } of rows) {
    if (customer === null) unmatched.push({ row, account });
    else yield { row, account, customer };
  }
}
