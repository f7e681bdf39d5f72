import type { stream } from 'exceljs';
import type { Hooks } from '#app/sources/index.ts';
import { writeSheet } from '../sheet-writer.ts';
import { writeWorkbook } from '../workbook-file.ts';
import {
  accountColumns,
  customerColumns,
  pairColumns,
  rejectedColumns,
  runColumns,
  type SignedPair,
} from './columns.ts';
import { coverLines } from './cover-lines.ts';
import { writeCover } from './cover-sheet.ts';
import type { SignedRow, SignOffData } from './data.ts';
import { evidenceWords } from './evidence-words.ts';

/** How many rows the sheets of a sign-off pack have. */
export interface SignOffCounts {
  readonly pairs: number;
  readonly rejected: number;
  readonly accountsWithoutMatch: number;
  readonly customersWithoutMatch: number;
}

/**
 * Writes the sign-off pack of a project, to be handed to a client: a cover sheet, every pair with its evidence, decision
 * and outcome, the pairs that were rejected, the records without a match, and the runs. Every account is in exactly one
 * of "Pairs" and "Accounts without match". A file that is already there is replaced only when the new one is complete.
 * Errors: `file-cannot-write`, `cancelled`.
 */
export async function writeSignOff(path: string, data: SignOffData, hooks: Hooks): Promise<SignOffCounts> {
  const { projectName, salesforce, quickbooks } = data.summary;
  const properties = {
    title: `${projectName}: sign-off`,
    subject: `Salesforce: ${salesforce?.name ?? ''}. QuickBooks: ${quickbooks?.name ?? ''}.`,
    createdAt: data.createdAt,
  };
  return await writeWorkbook(path, properties, hooks, (workbook, signal) =>
    fill(workbook, data, signal, hooks),
  );
}

async function fill(
  workbook: stream.xlsx.WorkbookWriter,
  data: SignOffData,
  signal: AbortSignal,
  hooks: Hooks,
): Promise<SignOffCounts> {
  const watched = (step: string, total: number) => ({
    signal,
    rowsWritten: (rows: number) => hooks.progress(step, rows, total),
  });
  writeCover(workbook, coverLines(data.summary));
  const { rows, rejected, customersWithoutMatch, summary } = data;
  const unmatched = rows.filter(({ customer }) => customer === null);
  const pairs = await writeSheet(
    workbook,
    'Pairs',
    pairColumns(data.pages),
    pairsOf(data),
    watched('Writing the pairs', rows.length - unmatched.length),
  );
  await writeSheet(
    workbook,
    'Rejected pairs',
    rejectedColumns(data.pages),
    rejected,
    watched('Writing the rejected pairs', rejected.length),
  );
  await writeSheet(
    workbook,
    'Accounts without match',
    accountColumns(data.pages),
    unmatched,
    watched('Writing the accounts without match', unmatched.length),
  );
  await writeSheet(
    workbook,
    'Customers without match',
    customerColumns(data.pages),
    customersWithoutMatch,
    watched('Writing the customers without match', customersWithoutMatch.length),
  );
  await writeSheet(
    workbook,
    'Runs',
    runColumns,
    summary.runs,
    watched('Writing the runs', summary.runs.length),
  );
  hooks.progress('Finishing the sign-off pack', 0, null);
  return {
    pairs,
    rejected: rejected.length,
    accountsWithoutMatch: unmatched.length,
    customersWithoutMatch: customersWithoutMatch.length,
  };
}

function* pairsOf({ rows, pairOf }: SignOffData): Generator<SignedPair> {
  for (const row of rows) {
    if (!hasCustomer(row)) continue;
    const pair = pairOf(row.account, row.customer);
    yield { ...row, evidence: evidenceWords(pair?.evidence ?? []) };
  }
}

function hasCustomer(row: SignedRow): row is SignedRow & Pick<SignedPair, 'customer'> {
  return row.customer !== null;
}
