import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confirmedPairs, Review } from '#app/review/index.ts';
import { AppError } from '#shared/errors.ts';
import { aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

const numbers = [1, 2, 3, 4, 5, 6];

function aReview() {
  const project = aProject({
    accounts: numbers.map((n) => anAccount(n, n === 6 ? { linkedCustomerId: '6' } : {})),
    customers: numbers.map((n) => aCustomer(n)),
    proposals: [1, 2, 3, 4].map((n) =>
      aProposal(n, [aPair(n, n, 0.99, 'certain'), aPair(n, n + 1, 0.6, 'possible')]),
    ),
  });
  return { project, review: new Review(project, 'tester', () => aTime) };
}

test('the counts that decisions keep up to date are those of counting all accounts anew', () => {
  const step = fc.oneof(
    fc.record({
      accountId: fc.constantFrom(...numbers).map(accountId),
      kind: fc.constantFrom('confirm', 'reject', 'skip', 'create-new', 'ignore'),
      customerId: fc.constantFrom(...numbers).map(customerId),
    }),
    fc.constantFrom('undo', 'redo', 'written'),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const { project, review } = aReview();
      review.summary();
      for (const one of steps) {
        try {
          if (one === 'written') {
            const [pair] = confirmedPairs(review.ledger);
            if (pair !== undefined) {
              const account = { ...pair.account, linkedCustomerId: pair.customer.id };
              project.records.updateAccount(account);
              review.noteWritten(account);
            }
          } else if (one === 'undo') review.undo();
          else if (one === 'redo') review.redo();
          else review.decide(one);
        } catch (error) {
          // What a person may not decide changes nothing.
          if (!(error instanceof AppError)) throw error;
        }
        const anew = new Review(project, 'tester', () => aTime).summary();
        expect(review.summary()).toEqual(anew);
      }
    }),
    { numRuns: 25 },
  );
});
