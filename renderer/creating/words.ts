import type { CreateWarning, CreationState, LikelyDuplicate } from '#shared/creating.ts';
import type { SourceField, TemplateSource } from '#shared/creation-template.ts';
import type { Side } from '#shared/datasets.ts';
import type { Tone } from '../components/marks/tag.tsx';
import { formatScore } from '../format/numbers.ts';

/** What is created in a service, what it is created from, and what the screen says of it. */
export const creatingWords: Record<
  Side,
  {
    readonly service: string;
    readonly noun: string;
    readonly nouns: string;
    readonly source: string;
    readonly from: Side;
    readonly intro: string;
    readonly empty: string;
  }
> = {
  quickbooks: {
    service: 'QuickBooks',
    noun: 'customer',
    nouns: 'customers',
    source: 'account',
    from: 'salesforce',
    intro:
      'The accounts marked as create new, as the customers they would become in QuickBooks. Each account is read again just before, and gets its customer’s id right after.',
    empty: 'Mark accounts as create new in Review first. They appear here before anything is sent.',
  },
  salesforce: {
    service: 'Salesforce',
    noun: 'account',
    nouns: 'accounts',
    source: 'customer',
    from: 'quickbooks',
    intro:
      'The customers marked as create new, as the accounts they would become in Salesforce, with their customer’s id in them. Each customer is read again just before, and no account that is there is touched.',
    empty:
      'Mark customers as create new under “Customers without match” in Review first. They appear here before anything is sent.',
  },
};

export const createWarningWords: Record<CreateWarning, { readonly short: string; readonly long: string }> = {
  'likely-duplicate': {
    short: 'likely duplicate',
    long: 'One like it is there already. Creating another one makes a duplicate.',
  },
  'names-not-read': {
    short: 'names not read',
    long: 'The names of vendors or employees could not be read. Where one of them has the name, QuickBooks refuses the customer.',
  },
  'exempt-without-reason': {
    short: 'no exemption reason',
    long: 'The account is not taxable and gives no reason. QuickBooks may ask for one.',
  },
  'not-matched': {
    short: 'not compared',
    long: 'Nothing was matched yet, so an account that is there already would not be seen. Find matches first.',
  },
  'inactive-customer': {
    short: 'inactive customer',
    long: 'The customer is inactive in QuickBooks.',
  },
  'sub-customer': {
    short: 'sub-customer',
    long: 'The customer is a sub-customer or a job of another one, and becomes an account of its own.',
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

/** A record that may be the same already, in a phrase: "92% Acme Ltd, inactive". */
export function duplicatePhrase({ score, name, active, heldBy }: LikelyDuplicate): string {
  const more = [...(active ? [] : ['inactive']), ...(heldBy === '' ? [] : [`with ${heldBy}`])];
  return [`${formatScore(score)} ${name}`, ...more].join(', ');
}

/** What a field is filled from, in a phrase: "from Phone". */
export function sourcePhrase(source: TemplateSource, fields: readonly SourceField[]): string {
  switch (source.kind) {
    case 'field':
      return `from ${fields.find(({ name }) => name === source.field)?.label ?? source.field}`;
    case 'text':
      return 'the same text for all';
    case 'blank':
      return 'left blank';
  }
}
