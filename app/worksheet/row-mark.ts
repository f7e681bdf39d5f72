import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { DecisionKind } from '#shared/decisions.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';

/** What a row of a worksheet is about: an account with the customer beside it, if any, or a customer alone. */
export type RowSubject =
  | { readonly kind: 'account'; readonly accountId: AccountId; readonly customerId: CustomerId | null }
  | { readonly kind: 'customer'; readonly customerId: CustomerId };

/** What the program has to know of a row when its worksheet comes back, however it was moved about. */
export interface RowMark {
  /** The identity of the project; its copies have the same. */
  readonly project: string;
  readonly subject: RowSubject;
  /** What the cell "Decision" said when the file was made; null where it was blank. */
  readonly decision: DecisionKind | null;
  /** The {@link commentDigest} of the cell "Comment" when the file was made. */
  readonly comment: string;
  /** The revision of the records that the row showed. */
  readonly basis: number;
}

const PREFIX = 'cp1:';

const Fields = z.tuple([
  z.string(),
  z.enum(['a', 'c']),
  z.string(),
  z.string(),
  DecisionKind.or(z.literal('')),
  z.string(),
  z.string().regex(/^\d{1,15}$/),
]);

/**
 * A mark as the text of a cell: its parts between colons, and a checksum, so that a mark that somebody changed (filling
 * a column downwards counts up what ends in digits) is told from a whole one.
 */
export function markText({ project, subject, decision, comment, basis }: RowMark): string {
  const [kind, account] = subject.kind === 'account' ? ['a', subject.accountId] : ['c', ''];
  const ids = [account, subject.customerId ?? ''].map((id) => encodeURIComponent(id.toWellFormed()));
  const body = [project, kind, ...ids, decision ?? '', comment, String(basis)].join(':');
  return `${PREFIX}${body}:${checksum(body)}`;
}

/** Whether a cell holds a mark, be it whole or damaged. */
export function isMark(cell: string): boolean {
  return cell.trimStart().startsWith(PREFIX);
}

/** The mark that a cell holds; null for one that is damaged. */
export function readMark(cell: string): RowMark | null {
  const text = cell.trim();
  const end = text.lastIndexOf(':');
  const body = text.slice(PREFIX.length, end);
  if (checksum(body) !== text.slice(end + 1)) return null;
  const fields = Fields.safeParse(body.split(':'));
  if (!fields.success) return null;
  const [project, kind, account, customer, decision, comment, basis] = fields.data;
  const ids = decoded([account, customer]);
  const subject = ids === null ? null : subjectOf(kind, ids[0] ?? '', ids[1] ?? '');
  if (subject === null) return null;
  return { project, subject, decision: decision === '' ? null : decision, comment, basis: Number(basis) };
}

/** What tells one text of a comment cell from another; `''` for a blank one. White space does not count. */
export function commentDigest(text: string): string {
  const words = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return words === '' ? '' : hash('sha256', words, 'base64url').slice(0, 12);
}

/** null where one is no text that {@link markText} wrote. */
function decoded(ids: readonly string[]): string[] | null {
  try {
    return ids.map((id) => decodeURIComponent(id));
  } catch {
    return null;
  }
}

function subjectOf(kind: 'a' | 'c', account: string, customer: string): RowSubject | null {
  const customerId = CustomerId.safeParse(customer);
  if (kind === 'c') return customerId.success ? { kind: 'customer', customerId: customerId.data } : null;
  const accountId = AccountId.safeParse(account);
  if (!accountId.success) return null;
  return { kind: 'account', accountId: accountId.data, customerId: customerId.data ?? null };
}

function checksum(body: string): string {
  return crc32(body).toString(36);
}
