import type { Environment, Side } from '#shared/datasets.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import type { JournalState } from '#shared/journal-state.ts';
import type { LinkWarning, RunStatus } from '#shared/links.ts';

export { queueWords } from '#shared/words.ts';

/** The words that the window uses for the vocabulary's values, so that each has one word everywhere. */
export const decisionWords: Record<DecisionKind, string> = {
  confirm: 'Confirmed',
  reject: 'Rejected',
  skip: 'Skipped',
  'create-new': 'Marked as create new',
  ignore: 'Ignored',
};

/** Why nothing can be changed in this window. */
export const readOnlySentence =
  'This project is open in another window, or write-protected, so this window can only read.';

export const sideWords: Record<Side, string> = { salesforce: 'Salesforce', quickbooks: 'QuickBooks' };

export const recordWords: Record<Side, string> = { salesforce: 'account', quickbooks: 'customer' };

export const environmentWords: Record<Environment, string> = {
  production: 'production',
  sandbox: 'sandbox',
  practice: 'practice',
};

export const journalWords: Record<JournalState, string> = {
  planned: 'not sent',
  sent: 'sent, no answer yet',
  done: 'done',
  failed: 'failed',
  refused: 'refused',
  unknown: 'unknown',
};

export const runStatusWords: Record<RunStatus, string> = {
  running: 'running',
  finished: 'finished',
  interrupted: 'interrupted',
  cancelled: 'stopped',
  failed: 'failed',
  paused: 'paused',
  held: 'waits for you',
};

export const warningWords: Record<LinkWarning, { readonly short: string; readonly long: string }> = {
  'replaces-dangling-id': {
    short: 'replaces a broken id',
    long: 'The account carries an id that no customer has. It will be replaced.',
  },
  'inactive-customer': {
    short: 'inactive customer',
    long: 'The customer is inactive in QuickBooks. The link works, but the package may not sync it.',
  },
  'sub-customer': {
    short: 'sub-customer',
    long: 'The customer belongs to another customer in QuickBooks. Check that it is not a job or a branch.',
  },
  'several-accounts': {
    short: 'several accounts',
    long: 'Another account has this customer, or is about to. This project allows it; the package will sync both.',
  },
  'high-value': {
    short: 'high balance',
    long: 'The customer owes much, so a wrong link here would cost most. Check these pairs once more.',
  },
};
