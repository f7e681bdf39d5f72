import type { LinkFields, LinkWarning, RunInfo } from '#shared/links.ts';
import { runTitle } from '#shared/words.ts';

/** A count with its noun ("1 link", "1,200 links"). */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** What a warning of the preview means. */
export const warningWords: Record<LinkWarning, string> = {
  'replaces-dangling-id': 'replaces an id that no customer has',
  'inactive-customer': 'the customer is inactive in QuickBooks',
  'sub-customer': 'the customer is a sub-customer or job',
  'several-accounts': 'the customer gets several accounts',
  'high-value': 'the customer owes much',
};

/** A run's outcome in one sentence. */
export function runSentence(run: RunInfo): string {
  const { counts, kind, status } = run;
  const parts = [
    kind === 'undo-links'
      ? `${count(counts.done, 'account')} restored`
      : `${count(counts.done, 'link')} written`,
  ];
  if (counts.refused > 0) parts.push(`${counts.refused} refused because something changed`);
  if (counts.failed > 0) parts.push(`${counts.failed} failed`);
  const open = counts.planned + counts.sent + counts.unknown;
  if (open > 0) parts.push(`${open} not done yet`);
  const how = status === 'finished' ? '' : ` (${status})`;
  return `${runTitle(run)}${how}: ${parts.join(', ')}.`;
}

/** Two link fields as they stand on an account. */
export function fieldWords({ customerId, syncToken }: LinkFields): string {
  return customerId === '' ? 'blank' : `${customerId}/${syncToken}`;
}
