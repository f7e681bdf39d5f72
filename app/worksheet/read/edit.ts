import type { CustomerId } from '#shared/ids.ts';
import { commentDigest, type RowMark } from '../row-mark.ts';
import { type DecisionCell, decisionCell } from './words.ts';

/** The cells of a marked row that are read; null where the sheet has no such column. */
export interface MarkedRow {
  readonly sheet: string;
  readonly row: number;
  readonly mark: RowMark;
  readonly decision: string | null;
  readonly comment: string | null;
  readonly accountId: string | null;
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** Whether the sheet has several columns for its id, so that it is not known which customer is meant. */
  readonly isCustomerUnclear: boolean;
  /** Whether the id that it was made with stands in one of its cells; null where the sheet has its column. */
  readonly showsCustomer: boolean | null;
}

/**
 * What a row says of its customer: the one that it was made with, another one, none any more, or this cannot be told,
 * because there are several columns for its id or because that column has another heading now.
 */
export type CustomerCell =
  | { readonly kind: 'same' | 'cleared' | 'unclear' | 'renamed' }
  | { readonly kind: 'other'; readonly typed: string };

/** What somebody changed in a row since the file was made. */
export interface Edit {
  readonly sheet: string;
  readonly row: number;
  readonly mark: RowMark;
  /** What the decision cell says, be it as before. */
  readonly word: DecisionCell;
  readonly typed: string;
  readonly decided: boolean;
  readonly customer: CustomerCell;
  /** What the row calls its customer; null where the sheet does not say. */
  readonly customerName: string | null;
  readonly showsCustomer: boolean | null;
  /** The comment cell, where it reads otherwise. */
  readonly comment: string | null;
}

/** What somebody changed in a row; null where it says what it said when the file was made. Pure. */
export function editOf(marked: MarkedRow): Edit | null {
  const { sheet, row, mark, decision, comment, showsCustomer } = marked;
  const { subject } = mark;
  const made = mark.decision ?? 'blank';
  const word = decision === null ? made : decisionCell(decision, subject.kind);
  const customer: CustomerCell =
    subject.kind === 'account' ? customerCell(marked, subject.customerId) : { kind: 'same' };
  const isCommented = comment !== null && commentDigest(comment) !== mark.comment;
  const needsCustomer = word === 'confirm' || word === 'reject';
  const decided =
    word !== made || customer.kind === 'other' || (customer.kind === 'cleared' && needsCustomer);
  if (!decided && !isCommented) return null;
  const typed = (decision ?? '').trim();
  const { customerName } = marked;
  const remark = isCommented ? comment : null;
  return { sheet, row, mark, word, typed, decided, customer, customerName, showsCustomer, comment: remark };
}

/** Whether the row's own id, where the sheet shows it, is not the one that its mark is about: columns were sorted apart. */
export function isTorn({ mark, accountId, customerId }: MarkedRow): boolean {
  const { subject } = mark;
  const [shown, own] =
    subject.kind === 'account' ? [accountId, subject.accountId] : [customerId, subject.customerId];
  return shown !== null && shown.trim() !== '' && !isSameText(shown, own);
}

function customerCell(
  { customerId: cell, isCustomerUnclear }: MarkedRow,
  made: CustomerId | null,
): CustomerCell {
  if (isCustomerUnclear) return { kind: 'unclear' };
  if (cell === null || isSameText(cell, made ?? '')) return { kind: 'same' };
  const typed = cell.trim();
  return typed === '' ? { kind: 'cleared' } : { kind: 'other', typed };
}

/**
 * Whether a cell still says what was written into it. Spreadsheets take white space together, and zeros off the front of
 * what looks like a number.
 */
export function isSameText(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(id: string): string {
  const text = id.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text;
}
