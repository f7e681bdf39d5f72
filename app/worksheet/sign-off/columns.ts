import type { RunInfo } from '#shared/links.ts';
import { outcomeWords } from '#shared/sign-off.ts';
import { bandWords } from '#shared/words.ts';
import { type CellValue, type ColumnKind, type ColumnSide, momentOf, type SheetColumn } from '../column.ts';
import type { RecordPages } from '../sheets/rows.ts';
import type { RejectedPair, SignedAttempt, SignedCustomer, SignedDecision, SignedRow } from './data.ts';
import type { evidenceWords } from './evidence-words.ts';

/** A pair with its evidence in words. */
export interface SignedPair extends SignedRow {
  readonly customer: NonNullable<SignedRow['customer']>;
  readonly evidence: ReturnType<typeof evidenceWords>;
}

const decisionWords: Record<SignedDecision['kind'], string> = {
  confirm: 'confirmed',
  reject: 'rejected',
  skip: 'skipped',
  'create-new': 'create new',
  ignore: 'left out',
};

function column<R>(
  side: ColumnSide,
  heading: string,
  width: number,
  value: (row: R) => CellValue,
  kind: ColumnKind = 'text',
): SheetColumn<R> {
  return { side, heading, width, kind, value };
}

function linked(text: string, address: string | null): CellValue {
  return address === null ? text : { text, address };
}

/** Who decided what and when. */
function decisionColumns<R extends { readonly decision: SignedDecision | null }>(): SheetColumn<R>[] {
  return [
    column('result', 'Decision', 11, ({ decision }) =>
      decision === null ? '' : decisionWords[decision.kind],
    ),
    column('result', 'Decided by', 12, ({ decision }) => decision?.author ?? '', 'wrapped'),
    column('result', 'Decided (UTC)', 16, ({ decision }) => momentOf(decision?.at ?? ''), 'date'),
  ];
}

/** What was said of an attempt: our words, then the service's own. */
function saidOf(attempt: SignedAttempt | null): string {
  if (attempt === null) return '';
  const { message, serviceMessage } = attempt;
  return [message, serviceMessage === '' ? '' : `Salesforce: ${serviceMessage}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** The columns of "Pairs": both records, why they belong together, who said so, and what came of it. */
export function pairColumns(pages: RecordPages): readonly SheetColumn<SignedPair>[] {
  return [
    column('salesforce', 'Account ID', 21, ({ account: { id } }) => linked(id, pages.account(id))),
    column('salesforce', 'Account', 24, ({ account }) => account.name, 'wrapped'),
    column('quickbooks', 'Cust. ID', 9, ({ customer: { id } }) => linked(id, pages.customer(id))),
    column('quickbooks', 'Customer', 24, ({ customer }) => customer.displayName, 'wrapped'),
    column('quickbooks', 'Open balance', 13, ({ customer }) => customer.balance, 'money'),
    column('quickbooks', 'Curr.', 6, ({ customer }) => customer.currency),
    column('result', 'Score', 8, ({ row }) => row.score, 'percent'),
    column('result', 'Band', 8, ({ row }) => (row.band === null ? '' : bandWords[row.band])),
    column('result', 'Speaks for it', 30, ({ evidence, row }) => evidence.speaksFor || row.reason, 'wrapped'),
    column('result', 'Speaks against it', 22, ({ evidence }) => evidence.against, 'wrapped'),
    ...decisionColumns<SignedPair>(),
    column('result', 'Outcome', 17, ({ outcome }) => outcomeWords[outcome], 'wrapped'),
    column('result', 'Last tried (UTC)', 16, ({ attempt }) => momentOf(attempt?.at ?? ''), 'date'),
    column('result', 'Run by', 12, ({ attempt }) => attempt?.author ?? '', 'wrapped'),
    column('result', 'Run', 5, ({ attempt }) => attempt?.run ?? null, 'count'),
    column('result', 'Id written', 10, ({ attempt }) =>
      attempt?.state === 'done' ? attempt.customerId : '',
    ),
    column(
      'result',
      'What was said',
      26,
      ({ attempt, row, outcome }) => saidOf(attempt) || (outcome === 'to-check' ? row.reason : ''),
      'wrapped',
    ),
    column('result', 'Remarks', 20, ({ remarks }) => remarks, 'wrapped'),
  ];
}

/** The columns of "Rejected pairs". */
export function rejectedColumns(pages: RecordPages): readonly SheetColumn<RejectedPair>[] {
  return [
    column('salesforce', 'Account ID', 21, ({ account: { id } }) => linked(id, pages.account(id))),
    column('salesforce', 'Account', 34, ({ account }) => account.name),
    column('quickbooks', 'Customer ID', 11, ({ customer: { id } }) => linked(id, pages.customer(id))),
    column('quickbooks', 'Customer', 34, ({ customer }) => customer.displayName),
    ...decisionColumns<RejectedPair>(),
  ];
}

/** The columns of "Accounts without match". */
export function accountColumns(pages: RecordPages): readonly SheetColumn<SignedRow>[] {
  return [
    column('salesforce', 'Account ID', 21, ({ account: { id } }) => linked(id, pages.account(id))),
    column('salesforce', 'Account', 34, ({ account }) => account.name),
    column('salesforce', 'City', 20, ({ row }) => row.accountPlace),
    column('salesforce', 'Owner', 18, ({ account }) => account.owner),
    column('result', 'Outcome', 26, ({ outcome }) => outcomeWords[outcome]),
    column('result', 'Why', 40, ({ row }) => row.reason, 'wrapped'),
    ...decisionColumns<SignedRow>(),
    column('result', 'Remarks', 30, ({ remarks }) => remarks, 'wrapped'),
  ];
}

/** The columns of "Customers without match". */
export function customerColumns(pages: RecordPages): readonly SheetColumn<SignedCustomer>[] {
  return [
    column('quickbooks', 'Customer ID', 12, ({ customer: { id } }) => linked(id, pages.customer(id))),
    column('quickbooks', 'Customer', 34, ({ customer }) => customer.displayName),
    column('quickbooks', 'City', 20, ({ row }) => row.place),
    column('quickbooks', 'Active', 8, ({ customer }) => (customer.active ? 'yes' : 'no')),
    column('quickbooks', 'Open balance', 14, ({ customer }) => customer.balance, 'money'),
    column('quickbooks', 'Currency', 9, ({ customer }) => customer.currency),
    column('result', 'Nearest account', 30, ({ row }) => row.nearest?.name ?? ''),
    column('result', 'Score', 8, ({ row }) => row.nearest?.score ?? null, 'percent'),
    ...decisionColumns<SignedCustomer>(),
  ];
}

/** The columns of "Runs": every write and every undo of one, with what became of its links. */
export const runColumns: readonly SheetColumn<RunInfo>[] = [
  column('result', 'Run', 6, ({ id }) => id, 'count'),
  column('result', 'Undoes run', 11, ({ undoes }) => undoes, 'count'),
  column('result', 'Started (UTC)', 16, ({ startedAt }) => momentOf(startedAt), 'date'),
  column('result', 'Ended (UTC)', 16, ({ finishedAt }) => momentOf(finishedAt ?? ''), 'date'),
  column('result', 'By', 20, ({ author }) => author),
  column('result', 'Organisation', 30, ({ organisationName }) => organisationName),
  column('result', 'Ended how', 12, ({ status }) => status),
  column('result', 'Written and read back', 20, ({ counts }) => counts.done, 'count'),
  column('result', 'Failed', 8, ({ counts }) => counts.failed, 'count'),
  column('result', 'Refused before writing', 20, ({ counts }) => counts.refused, 'count'),
  column('result', 'Without an answer', 16, ({ counts }) => counts.sent + counts.unknown, 'count'),
  column('result', 'Not sent', 9, ({ counts }) => counts.planned, 'count'),
  column('result', 'What stopped it', 40, ({ error }) => error ?? '', 'wrapped'),
];
