import type { CreateWarning, CreationState, LikelyDuplicate } from '#shared/creating.ts';
import type { Tone } from '../components/tag.tsx';
import { formatScore } from '../format/numbers.ts';

export const createWarningWords: Record<CreateWarning, { readonly short: string; readonly long: string }> = {
  'likely-duplicate': {
    short: 'likely duplicate',
    long: 'A customer like it is in QuickBooks already. Creating another one makes a duplicate, which QuickBooks cannot delete.',
  },
  'names-not-read': {
    short: 'names not read',
    long: 'The names of vendors or employees could not be read. Where one of them has the name, QuickBooks refuses the customer.',
  },
  'exempt-without-reason': {
    short: 'no exemption reason',
    long: 'The account is not taxable and gives no reason. QuickBooks may ask for one.',
  },
};

export const creationWords: Record<CreationState, string> = {
  planned: 'not sent',
  sent: 'sent, no answer yet',
  created: 'created, not linked',
  linked: 'created and linked',
  failed: 'failed',
  refused: 'refused',
  unknown: 'unknown',
};

export const creationTones: Record<CreationState, Tone> = {
  planned: 'quiet',
  sent: 'look',
  created: 'look',
  linked: 'right',
  failed: 'wrong',
  refused: 'look',
  unknown: 'look',
};

/** A customer that may be the account's already, in a phrase: "92% Acme Ltd, inactive". */
export function duplicatePhrase({ score, displayName, active, heldBy }: LikelyDuplicate): string {
  const more = [...(active ? [] : ['inactive']), ...(heldBy === '' ? [] : [`with ${heldBy}`])];
  return [`${formatScore(score)} ${displayName}`, ...more].join(', ');
}
