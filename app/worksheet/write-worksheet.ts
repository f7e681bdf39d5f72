import type { stream } from 'exceljs';
import type { Hooks } from '#app/sources/index.ts';
import type { Account, Customer } from '#shared/records.ts';
import type { ReviewRow } from '#shared/review.ts';
import { comingBackOfAccounts, comingBackOfCustomers, type Marking } from './coming-back.ts';
import { writeSheet } from './sheet-writer.ts';
import { accountColumns, customerColumns, type Match, matchColumns, type Unmatched } from './sheets.ts';
import { writeWorkbook } from './workbook-file.ts';

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
  /** Marks the rows, so that decisions made in the file can be read back. */
  readonly marking: Marking;
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
  const { projectName: title, salesforceName, quickbooksName, createdAt } = data;
  const subject = `Salesforce: ${salesforceName}. QuickBooks: ${quickbooksName}.`;
  return await writeWorkbook(path, { title, subject, createdAt }, hooks, (workbook, signal) =>
    fill(workbook, data, signal, hooks),
  );
}

async function fill(
  workbook: stream.xlsx.WorkbookWriter,
  data: WorksheetData,
  signal: AbortSignal,
  hooks: Hooks,
): Promise<WorksheetCounts> {
  const unmatched: Unmatched[] = [];
  const backOfAccounts = comingBackOfAccounts(data.marking);
  const sheetProgress = (step: string) => ({
    signal,
    rowsWritten: (rows: number) => hooks.progress(step, rows, null),
  });
  const matches = await writeSheet(
    workbook,
    'Matches',
    [...matchColumns, ...backOfAccounts],
    matchesOf(data.rows, unmatched),
    sheetProgress('Writing the matches'),
  );
  const accountsWithoutMatch = await writeSheet(
    workbook,
    'Accounts without match',
    [...accountColumns, ...backOfAccounts],
    unmatched,
    sheetProgress('Writing the accounts without match'),
  );
  const customersWithoutMatch = await writeSheet(
    workbook,
    'Customers without match',
    [...customerColumns, ...comingBackOfCustomers(data.marking)],
    data.customersWithoutMatch,
    sheetProgress('Writing the customers without match'),
  );
  hooks.progress('Finishing the worksheet', 0, null);
  return { matches, accountsWithoutMatch, customersWithoutMatch };
}

/** Gives the rows that have a customer, and puts the others aside. */
function* matchesOf(rows: WorksheetData['rows'], unmatched: Unmatched[]): Generator<Match> {
  for (const { row, account, customer } of rows) {
    if (customer === null) unmatched.push({ row, account });
    else yield { row, account, customer };
  }
}
