import { expect, test } from 'vitest';
import { decidedPairs, Review, settledRejections } from '#app/review/index.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import { aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

/** Accounts 1 and 2 with customers 1 and 2 proposed for each, account 3 with none; then these decisions in turn. */
function decided(...decisions: [account: number, kind: DecisionKind, customer?: number][]): Review {
  const project = aProject({
    accounts: [1, 2, 3].map((n) => anAccount(n)),
    customers: [1, 2, 3].map((n) => aCustomer(n)),
    proposals: [1, 2].map((n) => aProposal(n, [aPair(n, 1), aPair(n, 2, 0.7, 'possible')])),
  });
  const review = new Review(project, 'Jo', () => aTime);
  for (const [account, kind, customer] of decisions) {
    const chosen = customer === undefined ? null : customerId(customer);
    review.decide({ accountId: accountId(account), kind, customerId: chosen });
  }
  return review;
}

test('pairs confirmed and rejected teach, other decisions do not', () => {
  const { ledger } = decided([1, 'confirm'], [2, 'reject', 2], [3, 'ignore']);
  expect(decidedPairs(ledger)).toEqual({
    confirmed: [{ accountId: 'A1', customerId: '1' }],
    rejected: [{ accountId: 'A2', customerId: '2' }],
  });
});

test('of a pair rejected first and confirmed later the confirmation counts', () => {
  expect(decidedPairs(decided([1, 'reject', 1], [1, 'confirm', 1]).ledger)).toEqual({
    confirmed: [{ accountId: 'A1', customerId: '1' }],
    rejected: [],
  });
});

test('a pair rejected counts also when the account was skipped later, and not when it was taken back', async () => {
  const review = decided([1, 'reject', 1], [1, 'skip'], [2, 'reject', 1]);
  await review.undo();
  expect(decidedPairs(review.ledger).rejected).toEqual([{ accountId: 'A1', customerId: '1' }]);
});

test('an account is settled once all its candidates were turned down, by the last of these decisions', () => {
  expect(settledRejections(decided([1, 'reject', 1]).ledger)).toEqual([]);
  expect(settledRejections(decided([1, 'reject', 1], [1, 'reject', 2]).ledger)).toEqual([['A1', 2]]);
});

test('how many pairs were decided since a line of the log: taken back counts, twice the same does not', async () => {
  const review = decided([1, 'confirm', 1], [2, 'reject', 2]);
  const since = () => Promise.all([0, 1, 2].map((line) => review.decisionsSince(line)));
  expect(await since()).toEqual([2, 1, 0]);
  await review.undo();
  expect(await since()).toEqual([1, 0, 1]);
  await review.redo();
  expect(await review.decisionsSince(2)).toBe(0);
});
