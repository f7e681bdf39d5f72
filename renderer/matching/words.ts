import type { MatchOutcome, Rematch } from '#shared/contract.ts';
import type { Lesson, MatchSettings, Pin } from '#shared/matching.ts';
import { formatBits, formatCounted } from '../format/numbers.ts';

/** What was said since the last match: "57 decisions and 2 pins since the last match"; `''` when nothing was. */
export function sinceSentence({ since, matchedAt }: Pick<MatchSettings, 'since' | 'matchedAt'>): string {
  const said = [
    ...(since.decisions > 0 ? [formatCounted(since.decisions, 'decision')] : []),
    ...(since.pins > 0 ? [formatCounted(since.pins, 'pin')] : []),
    ...(since.policy ? ['another rule'] : []),
  ];
  if (said.length === 0 || matchedAt === null) return '';
  const last = said.at(-1) ?? '';
  const list = said.length === 1 ? last : `${said.slice(0, -1).join(', ')} and ${last}`;
  return `${list} since the last match`;
}

/** What a match learnt from, in a sentence; `''` when there was nothing to learn from. */
export function learntSentence({ confirmed, rejected }: Lesson): string {
  if (confirmed + rejected === 0) return '';
  return `Learnt from ${formatCounted(confirmed, 'confirmed pair')} and ${formatCounted(rejected, 'rejected pair')}.`;
}

/** What a match changed among the accounts that wait for a decision. */
export function proposalsSentence({ proposals, gone }: MatchOutcome['changed']): string {
  if (proposals + gone === 0) return 'No undecided account has another proposal.';
  const others = `${formatCounted(proposals, 'undecided account')} ${has(proposals)} another proposal`;
  const none = `${formatCounted(gone, 'undecided account')} ${has(gone)} none any more`;
  return `${[...(proposals > 0 ? [others] : []), ...(gone > 0 ? [none] : [])].join(', ')}.`;
}

/** What an export changed, and that it was matched again. */
export function rematchSentence({ accounts, customers, proposals, changed: undecided }: Rematch): string {
  if (accounts + customers === 0) {
    return 'Nothing changed that tells which business a record is; the proposals stand.';
  }
  const changed = [
    ...(accounts > 0 ? [formatCounted(accounts, 'account')] : []),
    ...(customers > 0 ? [formatCounted(customers, 'customer')] : []),
  ];
  return `Since the last match ${changed.join(' and ')} changed, came or went. What that touches was matched again: ${formatCounted(proposals, 'proposal')}. ${proposalsSentence(undecided)}`;
}

const has = (count: number) => (count === 1 ? 'has' : 'have');

/** The changes of weight, the biggest first. */
export function biggestFirst(changes: Lesson['changes']): Lesson['changes'] {
  const size = ({ before, after }: Lesson['changes'][number]) => Math.abs(after - before);
  return changes.toSorted((left, right) => size(right) - size(left));
}

/** One change of a weight: "Phone agrees: now +5.5 bits, +12.3 before", signed as in the evidence. */
export function changeSentence({ label, before, after }: Lesson['changes'][number]): string {
  return `${label}: now ${formatBits(after)} bits, ${formatBits(before)} before`;
}

/** How a pin is spoken of. */
export const pinWords: Record<Pin['as'], { readonly short: string; readonly long: string }> = {
  shared: { short: 'shared', long: 'Shared by many: says nothing' },
  good: { short: 'good', long: 'Good: belongs to one business only' },
};

export const pinKindWords: Record<Pin['kind'], string> = {
  phone: 'Phone',
  email: 'E-mail',
  domain: 'Domain',
};
