import type { FileCheck, FileKind, FilePreview } from '#shared/files.ts';
import { formatCounted } from '../format/numbers.ts';
import { kindWords } from './kinds.ts';

/** Accounts without ids serve for matching only; customers without ids go by their names. */
const withoutIds: Readonly<Record<FileKind, string>> = {
  accounts: 'no Account ID: for matching only, nothing can be written back',
  customers: 'no ids: names are the key, ids are looked up by name before anything is written',
  contacts: '',
};

/** What was recognised, in words: "QuickBooks customer contact list, 1,131 customers, no ids: names are the key". */
export function recognisedSentence(
  kind: FileKind,
  { layout, columns }: Pick<FilePreview, 'layout' | 'columns'>,
  check: Pick<FileCheck, 'count' | 'hasIds'> | undefined,
): string {
  const used = columns.filter(({ field }) => field !== null).length;
  const parts = [layout ?? `${used} of ${formatCounted(columns.length, 'column')} recognised`];
  if (check !== undefined) {
    parts.push(formatCounted(check.count, kindWords[kind].one));
    if (!check.hasIds) parts.push(withoutIds[kind]);
  }
  return parts.join(', ');
}
