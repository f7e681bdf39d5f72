import type { MethodOutput } from '#shared/contract.ts';
import type { Lesson, MatchSettings, Pin } from '#shared/matching.ts';
import { formatCounted } from '../format/numbers.ts';

const oneDecimal = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

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

type Changed = MethodOutput<'match.run'>['changed'];

/** What became of the proposals since the match before, in a sentence. */
export function changedSentence({ proposals, gone }: Changed): string {
  if (proposals + gone === 0) return 'No proposal changed.';
  const other = formatCounted(proposals, 'account');
  return `${other} got another proposal, ${formatCounted(gone, 'account')} lost one.`;
}

/** What to tell of a match that learnt something; `''` for one that did not. */
export function lessonNotice({
  lesson,
  changed,
}: Pick<MethodOutput<'match.run'>, 'lesson' | 'changed'>): string {
  const learnt = lesson === null ? '' : learntSentence(lesson);
  return learnt === ''
    ? ''
    : `${learnt} ${changedSentence(changed)} What changed in detail is under Sources.`;
}

/** One change of a weight: "Phone agrees: now 5.5 bits, 12.3 before". */
export function changeSentence({ label, before, after }: Lesson['changes'][number]): string {
  const bits = (value: number): string => oneDecimal.format(value).replace('-', '−');
  return `${label}: now ${bits(after)} bits, ${bits(before)} before`;
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
