import { AccountState, type DecisionKind, Queue, queueOf } from '#shared/decisions.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReviewSummary } from '#shared/review.ts';
import type { Entry } from './history.ts';
import type { Ledger } from './ledger.ts';
import { isToWrite } from './standing.ts';

const words: Record<DecisionKind, string> = {
  confirm: 'confirmed',
  reject: 'rejected',
  skip: 'skipped',
  'create-new': 'marked create new',
  ignore: 'ignored',
};

/** Counts over all accounts, and what the next undo and redo would touch, in words. */
export function summaryOf(ledger: Ledger): ReviewSummary {
  const queues = Object.fromEntries(Queue.options.map((queue) => [queue, 0])) as Record<Queue, number>;
  const states = Object.fromEntries(AccountState.options.map((s) => [s, 0])) as Record<AccountState, number>;
  const matched = new Set<CustomerId>();
  let toWrite = 0;
  for (const id of ledger.listed()) {
    const standing = ledger.standing(id);
    const { state, customer } = standing;
    states[state] += 1;
    queues[queueOf(standing)] += 1;
    if (customer !== null && ledger.customers.has(customer)) matched.add(customer);
    if (isToWrite(standing)) toWrite += 1;
  }
  let customersDecided = 0;
  for (const id of ledger.customers.keys()) {
    if (!matched.has(id) && ledger.history.ofCustomer(id) !== undefined) customersDecided += 1;
  }
  return {
    queues,
    states,
    customersWithoutMatch: ledger.customers.size - matched.size - customersDecided,
    customersDecided,
    toWrite,
    undo: describe(ledger, ledger.history.nextUndo()),
    redo: describe(ledger, ledger.history.nextRedo()),
  };
}

function describe(ledger: Ledger, entries: readonly Entry[]): string | null {
  const first = entries[0];
  if (first === undefined) return null;
  const records = first.type === 'decision' ? 'accounts' : 'customers';
  const who = entries.length === 1 ? nameOf(ledger, first) : `${entries.length} ${records}`;
  return `${words[first.kind]} ${who}`;
}

function nameOf(ledger: Ledger, entry: Entry): string {
  if (entry.type === 'decision') return ledger.accounts.get(entry.accountId)?.name ?? entry.accountId;
  return ledger.customers.get(entry.customerId)?.displayName ?? entry.customerId;
}
