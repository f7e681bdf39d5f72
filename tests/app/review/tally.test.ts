import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confirmedPairs, Review } from '#app/review/index.ts';
import { AppError } from '#shared/errors.ts';
import { atOnce } from '#shared/steps.ts';
import { aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

const numbers = [1, 2, 3, 4, 5, 6];

function aReview() {
  const project = aProject({
    accounts: numbers.map((n) => anAccount(n, n === 6 ? { linkedCustomerId: '6' } : {})),
    customers: numbers.map((n) =>
      aCustomer(n, { balance: n === 5 ? -4 : n * 0.1, currency: n % 3 === 0 ? 'CAD' : 'USD' }),
    ),
    proposals: [1, 2, 3, 4].map((n) =>
      aProposal(n, [aPair(n, n, 0.99, 'certain'), aPair(n, n + 1, 0.6, 'possible')]),
    ),
  });
  return { project, review: new Review(project, 'tester', () => aTime) };
}

test('the counts that decisions keep up to date are those of counting all accounts anew', async () => {
  const step = fc.oneof(
    fc.record({
      accountId: fc.constantFrom(...numbers).map(accountId),
      kind: fc.constantFrom('confirm', 'reject', 'skip', 'create-new', 'ignore'),
      customerId: fc.constantFrom(...numbers).map(customerId),
    }),
    fc.constantFrom('undo', 'redo', 'written'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { project, review } = aReview();
      review.summary();
      for (const one of steps) {
        try {
          if (one === 'written') {
            const [pair] = atOnce(confirmedPairs(review.ledger));
            if (pair !== undefined) {
              const account = { ...pair.account, linkedCustomerId: pair.customer.id };
              project.records.updateAccount(account);
              review.noteWritten(account);
            }
          } else if (one === 'undo') await review.undo();
          else if (one === 'redo') await review.redo();
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

test('what customers owe is added up by currency, each customer once, credits not at all', () => {
  const project = aProject({
    accounts: [1, 2, 3, 4].map((n) => anAccount(n, n === 4 ? { linkedCustomerId: '4' } : {})),
    customers: [
      aCustomer(1, { balance: 0.1, currency: 'USD' }),
      aCustomer(2, { balance: 0.2, currency: 'USD' }),
      aCustomer(3, { balance: -50, currency: 'USD' }),
      aCustomer(4, { balance: 7, currency: 'CAD' }),
    ],
    proposals: [
      aProposal(1, [aPair(1, 1)], [{ kind: 'account', accountId: accountId(2), margin: 0 }]),
      aProposal(2, [aPair(2, 1)], [{ kind: 'account', accountId: accountId(1), margin: 0 }]),
      aProposal(3, [aPair(3, 2)]),
    ],
  });
  const review = new Review(project, 'tester', () => aTime);
  const [cad, usd] = review.summary().receivables;
  expect(cad).toMatchObject({ currency: 'CAD', all: 7, linked: 7, queues: { linked: 7, suggested: 0 } });
  expect(usd).toMatchObject({ currency: 'USD', all: 0.3, linked: 0 });
  expect(usd?.queues).toMatchObject({ conflicts: 0.1, suggested: 0.2, done: 0 });
  review.decide({ accountId: accountId(3), kind: 'confirm', customerId: customerId(2) });
  expect(review.summary().receivables[1]).toMatchObject({ linked: 0.2, queues: { suggested: 0, done: 0.2 } });
});
