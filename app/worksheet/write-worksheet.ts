import type { stream } from 'exceljs';
import type { Hooks } from '#app/sources/index.ts';
import { comingBack, type Marking } from './coming-back.ts';
import { decidedOf, decidedOfCustomer } from './decided.ts';
import { writeSheet } from './sheet-writer.ts';
import { accountColumns } from './sheets/accounts.ts';
import { changeColumns } from './sheets/changes.ts';
import { conflictColumns } from './sheets/conflicts.ts';
import { customerColumns } from './sheets/customers.ts';
import { type EvidenceRow, evidenceColumns } from './sheets/evidence.ts';
import { linkedColumns } from './sheets/linked.ts';
import { matchColumns } from './sheets/matches.ts';
import type { Change, LoneCustomer, Match, RecordPages, Rivalry, ShownAccount } from './sheets/rows.ts';
import { type SummaryFacts, writeSummary } from './sheets/summary.ts';
import { writeWorkbook } from './workbook-file.ts';

/** Everything that a worksheet shows; each part is gone through once, from front to back. */
export interface WorksheetData {
  readonly summary: SummaryFacts;
  readonly pages: RecordPages;
  /** Marks the rows, so that decisions made in the file can be read back. */
  readonly marking: Marking;
  readonly matches: Iterable<Match>;
  readonly conflicts: Iterable<Rivalry>;
  readonly accountsWithoutMatch: Iterable<ShownAccount>;
  readonly customersWithoutMatch: Iterable<LoneCustomer>;
  /** Accounts that carry a customer's id. */
  readonly linked: Iterable<ShownAccount>;
  readonly evidence: Iterable<EvidenceRow>;
  readonly changes: Iterable<Change>;
}

/** How many rows the sheets of a worksheet have. */
export interface WorksheetCounts {
  readonly matches: number;
  readonly conflicts: number;
  readonly accountsWithoutMatch: number;
  readonly customersWithoutMatch: number;
  readonly linked: number;
}

/**
 * Writes the Excel worksheet of a project: a summary, the sheets on which decisions are made, and what they rest on. A file
 * that is already there is replaced only when the new one is complete.
 * Errors: `file-cannot-write`, `cancelled`.
 */
export async function writeWorksheet(
  path: string,
  data: WorksheetData,
  hooks: Hooks,
): Promise<WorksheetCounts> {
  const { projectName: title, salesforce, quickbooks, createdAt } = data.summary;
  const subject = `Salesforce: ${salesforce?.name ?? ''}. QuickBooks: ${quickbooks?.name ?? ''}.`;
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
  const { pages, marking } = data;
  const backOfAccounts = comingBack<ShownAccount>(
    marking,
    ({ row: { accountId, customerId, state } }) => {
      return { subject: { kind: 'account', accountId, customerId }, decision: decidedOf(state) };
    },
    'account',
  );
  const backOfRivals = comingBack<Rivalry>(
    marking,
    ({ account, customer }) => {
      return {
        subject: { kind: 'account', accountId: account.id, customerId: customer.id },
        decision: null,
      };
    },
    'account',
  );
  const backOfCustomers = comingBack<LoneCustomer>(
    marking,
    ({ customer, row }) => {
      return {
        subject: { kind: 'customer', customerId: customer.id },
        decision: decidedOfCustomer(row.state),
      };
    },
    'customer',
  );
  const told = (what: string) => ({
    signal,
    rowsWritten: (rows: number) => hooks.progress(`Writing the ${what}`, rows, null),
  });
  const decided = { editing: 'decisions' } as const;
  const read = { editing: 'nothing', frozenColumns: 0 } as const;
  writeSummary(workbook, data.summary);
  const matches = await writeSheet(
    workbook,
    'Matches',
    [...matchColumns(pages), ...backOfAccounts],
    data.matches,
    told('matches'),
    decided,
  );
  const conflicts = await writeSheet(
    workbook,
    'Conflicts',
    [...conflictColumns(pages), ...backOfRivals],
    data.conflicts,
    told('conflicts'),
    { ...decided, frozenColumns: 3 },
  );
  const accountsWithoutMatch = await writeSheet(
    workbook,
    'Accounts without match',
    [...accountColumns(pages), ...backOfAccounts],
    data.accountsWithoutMatch,
    told('accounts without match'),
    decided,
  );
  const customersWithoutMatch = await writeSheet(
    workbook,
    'Customers without match',
    [...customerColumns(pages), ...backOfCustomers],
    data.customersWithoutMatch,
    told('customers without match'),
    decided,
  );
  const linked = await writeSheet(
    workbook,
    'Linked already',
    [...linkedColumns(pages), ...backOfAccounts],
    data.linked,
    told('links that exist'),
    decided,
  );
  await writeSheet(workbook, 'Evidence', evidenceColumns(pages), data.evidence, told('evidence'), read);
  await writeSheet(workbook, 'Changes', changeColumns(pages), data.changes, told('changes'), read);
  hooks.progress('Finishing the worksheet', 0, null);
  return { matches, conflicts, accountsWithoutMatch, customersWithoutMatch, linked };
}
