import type { DecisionKind } from '#shared/decisions.ts';
import type { ReviewSummary } from '#shared/review.ts';
import type { Entry } from './history.ts';
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
export function summaryOf(ledger: Ledger, tally: Tally): ReviewSummary {
  const { queues, states, toWrite, customersWithoutMatch, customersDecided, customersToCreate, receivables } =
    tally;
  return {
    queues: { ...queues },
    states: { ...states },
    customersWithoutMatch: customersWithoutMatch - customersDecided,
    customersDecided,
    customersToCreate,
    toWrite,
    receivables: receivables.list(),
    undo: describe(ledger, ledger.history.nextUndo()),
    redo: describe(ledger, ledger.history.nextRedo()),
  };
}

/** An action in words: "confirmed Acme Ltd", "skipped 12 accounts"; null for none. */
export function describe(ledger: Ledger, entries: readonly Entry[]): string | null {
  const first = entries[0];
  if (first === undefined) return null;
  const types = new Set(entries.map(({ type }) => type));
  const records = types.size > 1 ? 'records' : first.type === 'decision' ? 'accounts' : 'customers';
  const subjects = new Set(
    entries.map((each) => (each.type === 'decision' ? each.accountId : each.customerId)),
  );
  const kinds = new Set(entries.map(({ kind }) => kind));
  const done = kinds.size === 1 ? words[first.kind] : 'decided';
  if (subjects.size > 1) return `${done} ${subjects.size} ${records}`;
  const candidates = entries.length > 1 && done === words.reject ? `${entries.length} customers for ` : '';
  return `${done} ${candidates}${nameOf(ledger, first)}`;
}

function nameOf(ledger: Ledger, entry: Entry): string {
  if (entry.type === 'decision') return ledger.accounts.get(entry.accountId)?.name ?? entry.accountId;
  return ledger.customers.get(entry.customerId)?.displayName ?? entry.customerId;
}
