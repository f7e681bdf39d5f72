import type { DecisionEntry } from '#app/project/index.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import type { ReviewSummary } from '#shared/review.ts';
import type { Ledger } from './ledger.ts';
import type { Tally } from './tally.ts';

const words: Record<DecisionKind, string> = {
  confirm: 'confirmed',
  reject: 'rejected',
  skip: 'skipped',
  'create-new': 'marked create new',
  ignore: 'ignored',
};

/** Counts over all accounts, and what the next undo and redo would touch, in words. */
export function summaryOf(ledger: Ledger, { queues, states, customersWithoutMatch }: Tally): ReviewSummary {
  return {
    queues: { ...queues },
    states: { ...states },
    customersWithoutMatch,
    toWrite: states.confirmed,
    undo: describe(ledger, ledger.history.nextUndo()),
    redo: describe(ledger, ledger.history.nextRedo()),
  };
}

function describe(ledger: Ledger, entries: readonly DecisionEntry[]): string | null {
  const first = entries[0];
  if (first === undefined) return null;
  const who =
    entries.length === 1
      ? (ledger.accounts.get(first.accountId)?.name ?? first.accountId)
      : `${entries.length} accounts`;
  return `${words[first.kind]} ${who}`;
}
