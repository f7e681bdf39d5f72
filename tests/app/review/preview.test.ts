import { describe, expect, test } from 'vitest';
import { Review } from '#app/review/index.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import { anOrganisation, aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

const accounts = [1, 2, 3, 4, 5, 6, 7];

/**
 * Accounts 1 and 2 are suggested, 3 in conflict, 4 has no candidate, 5 is linked, 6 carries an id that nobody has, 7 is
 * proposed for customer 1 as well.
 */
function aReview() {
  const project = aProject({
    accounts: accounts.map((n) =>
      anAccount(n, n === 5 ? { linkedCustomerId: '5' } : n === 6 ? { linkedCustomerId: '600' } : {}),
    ),
    customers: [1, 2, 3, 5].map((n) => aCustomer(n)),
    proposals: [
      aProposal(1, [aPair(1, 1)]),
      aProposal(2, [aPair(2, 2)]),
      aProposal(3, [aPair(3, 3)], [{ kind: 'account', accountId: accountId(4), margin: 0.01 }]),
      aProposal(4, []),
      aProposal(7, [aPair(7, 1)]),
    ],
  });
  return new Review(project, 'tester', () => aTime);
}

const preview = (review: Review, kind: DecisionKind, of = accounts) =>
  review.preview(of.map(accountId), kind);
const taken = async (review: Review, kind: DecisionKind) =>
  (await preview(review, kind)).decisions.map((each) => each.accountId);

describe('what a bulk decision would take', () => {
  test('a confirmation takes suggested pairs only, and says why it leaves each other one', async () => {
    const { decisions, leftOut } = await preview(aReview(), 'confirm');
    expect(decisions).toEqual([
      { accountId: 'A1', customerId: '1' },
      { accountId: 'A2', customerId: '2' },
    ]);
    expect(leftOut).toEqual([
      { why: 'decided', count: 1 },
      { why: 'conflict', count: 1 },
      { why: 'link-problem', count: 1 },
      { why: 'no-customer', count: 1 },
      { why: 'customer-taken', count: 1 },
    ]);
  });

  test('what was decided meanwhile is left out', async () => {
    const review = aReview();
    review.decide({ accountId: accountId(2), kind: 'skip', customerId: null });
    expect(await taken(review, 'confirm')).toEqual(['A1']);
    expect((await preview(review, 'confirm')).leftOut[0]).toEqual({ why: 'decided', count: 2 });
  });

  test('a rejection takes conflicts too, and what is about the account takes those without a customer', async () => {
    expect(await taken(aReview(), 'reject')).toEqual(['A1', 'A2', 'A3', 'A7']);
    for (const kind of ['skip', 'ignore', 'create-new'] as const) {
      expect(await taken(aReview(), kind)).toEqual(['A1', 'A2', 'A3', 'A4', 'A7']);
    }
  });

  test('an account named twice is taken once, an unknown one not at all', async () => {
    expect(await preview(aReview(), 'confirm', [1, 1, 99])).toEqual({
      decisions: [{ accountId: 'A1', customerId: '1' }],
      leftOut: [],
    });
  });

  test('decides nothing, and taken at its word decides exactly that as one step', async () => {
    const review = aReview();
    const { decisions } = await preview(review, 'confirm');
    expect(review.summary().undo).toBeNull();
    const outcome = await review.decideMany(decisions.map((each) => ({ ...each, kind: 'confirm' as const })));
    expect(outcome).toEqual({ decided: 2, unchanged: 0, refused: [] });
    await review.undo();
    expect(review.summary().toWrite).toBe(0);
    expect((await preview(review, 'confirm')).decisions).toEqual(decisions);
  });

  test('a pair that is back after a rejection is not confirmed with others', async () => {
    const project = aProject({
      accounts: [anAccount(1)],
      customers: [aCustomer(1)],
      proposals: [aProposal(1, [aPair(1, 1)])],
    });
    const review = new Review(project, 'tester', () => aTime);
    review.decide({ accountId: accountId(1), kind: 'reject', customerId: customerId(1) });
    expect((await preview(review, 'confirm', [1])).leftOut).toEqual([{ why: 'no-customer', count: 1 }]);
    const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
    project.records.replace(
      { ...common, records: [anAccount(1, { phone: '(206) 555-0199' })] },
      { ...common, records: [aCustomer(1)] },
    );
    project.proposals.replace([aProposal(1, [aPair(1, 1)])], { model: null, at: aTime });
    review.refresh();
    expect(await preview(review, 'confirm', [1])).toEqual({
      decisions: [],
      leftOut: [{ why: 'rejected-before', count: 1 }],
    });
  });
});
