import { expect, test } from 'vitest';
import { contests, Review } from '#app/review/index.ts';
import type { Rival } from '#shared/pairs.ts';
import { aProject, aTime } from '../../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../../support/records.ts';

const rivalAccount = (n: number): Rival => ({ kind: 'account', accountId: accountId(n), margin: 0.1 });
const rivalCustomer = (n: number): Rival => ({ kind: 'customer', customerId: customerId(n), margin: 0 });

/** 1 ties between customers 1 and 2, and 2 wants customer 1 too; 3 and 4 tie for customer 3; 5 is alone. */
function aReview() {
  const numbers = [1, 2, 3, 4, 5];
  const project = aProject({
    accounts: numbers.map((n) => anAccount(n)),
    customers: numbers.map((n) => aCustomer(n)),
    proposals: [
      aProposal(1, [aPair(1, 1, 0.5), aPair(1, 2, 0.5)], [rivalCustomer(2), rivalAccount(2)]),
      aProposal(2, [aPair(2, 1, 0.9)]),
      aProposal(3, [aPair(3, 3, 0.5)], [rivalAccount(4)]),
      aProposal(4, [aPair(4, 3, 0.5)], [rivalAccount(3)]),
      aProposal(5, [aPair(5, 5, 0.9)]),
    ],
  });
  return new Review(project, 'tester', () => aTime);
}
const shown = (review: Review) =>
  Array.from(contests(review.ledger), (group) =>
    group.map(({ accountId: account, customerId: customer, others }) => [account, customer, ...others]),
  );

test('those that compete are one group, with every pair that may be and who else wants the customer', () => {
  expect(shown(aReview())).toEqual([
    [
      ['A1', '1', 'A2'],
      ['A1', '2'],
      ['A2', '1', 'A1'],
    ],
    [
      ['A3', '3', 'A4'],
      ['A4', '3', 'A3'],
    ],
  ]);
});

test('a pair comes with what the matcher said of it', () => {
  const [[first] = []] = contests(aReview().ledger);
  expect(first?.pair).toMatchObject({ score: 0.5, customerId: '1' });
});

test('a contest that a decision ended is no more', () => {
  const review = aReview();
  review.decide({ accountId: accountId(3), customerId: customerId(3), kind: 'confirm' });
  expect(shown(review)).toHaveLength(1);
});
