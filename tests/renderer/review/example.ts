import { queueOf } from '#shared/decisions.ts';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { ReviewRow, ReviewSummary } from '#shared/review.ts';

/** A suggested row; what a test is about is given. The queue follows from the state. */
export function exampleRow(
  id: string,
  given: Partial<Omit<ReviewRow, 'accountId' | 'queue'>> = {},
): ReviewRow {
  const row = {
    accountId: AccountId.parse(id),
    accountName: `Account ${id}`,
    accountPlace: 'Tacoma, WA',
    customerId: CustomerId.parse(`customer of ${id}`),
    customerName: `Customer of ${id}`,
    customerPlace: 'Tacoma, WA',
    customerActive: true,
    subCustomer: false,
    tree: null,
    balance: 0,
    currency: 'USD',
    score: 0.9,
    band: 'likely' as const,
    reason: 'Name and address agree',
    state: 'suggested' as const,
    rivals: 0,
    owner: 'Dana Whitlock',
    agreements: 'amdma',
    commented: false,
    ...given,
  };
  return { ...row, queue: queueOf({ state: row.state, hasLinkProblem: false, drift: [] }) };
}

/** Counts of nothing, with the words of the next undo and redo. */
export function exampleSummary(undo: string | null = null, redo: string | null = null): ReviewSummary {
  return {
    queues: {
      suggested: 0,
      conflicts: 0,
      'changed-since': 0,
      'no-match': 0,
      'linked-problems': 0,
      failed: 0,
      done: 0,
      linked: 0,
    },
    states: {
      linked: 0,
      dangling: 0,
      suggested: 0,
      conflict: 0,
      'no-candidate': 0,
      confirmed: 0,
      rejected: 0,
      skipped: 0,
      'create-new': 0,
      ignored: 0,
      written: 0,
      failed: 0,
    },
    customersWithoutMatch: 0,
    customersDecided: 0,
    customersToCreate: 0,
    toWrite: 0,
    receivables: [],
    undo,
    redo,
  };
}
