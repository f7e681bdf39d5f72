import { describe, expect, test } from 'vitest';
import { openProject } from '#app/project/index.ts';
import { Review } from '#app/review/index.ts';
import { aProject, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

/** Customer 1 is proposed for account 1, 2 came close there, 3 is linked to account 3, 4 and 5 are nobody's. */
function aReview() {
  const project = aProject({
    accounts: [anAccount(1), anAccount(2), anAccount(3, { linkedCustomerId: '3' })],
    customers: [
      aCustomer(1),
      aCustomer(2, { balance: 50, currency: 'USD' }),
      aCustomer(3),
      aCustomer(4, { parentId: '3' }),
      aCustomer(5, { active: false }),
    ],
    proposals: [
      aProposal(1, [aPair(1, 1), aPair(1, 2, 0.4, 'possible')]),
      aProposal(2, [aPair(2, 2, 0.1, null)]),
    ],
  });
  return { project, review: new Review(project, 'tester', () => aTime) };
}

const states = (review: Review) => review.customersFrom(0).rows.map((row) => [row.customerId, row.state]);
const say = (n: number, kind: 'create-new' | 'ignore' | 'skip') => ({ customerId: customerId(n), kind });

test('the accounts that may be a customer’s are found by what a person types, with what they have already', async () => {
  const { review } = aReview();
  const found = await review.searchAccounts('accont 3', 10, customerId(2));
  expect(found).toMatchObject([{ accountId: 'A3', name: 'Account 3', has: 'Customer 3', score: null }]);
  expect(await review.searchAccounts('account', 2, customerId(2))).toHaveLength(2);
  await expect(review.searchAccounts('account', 2, customerId(99))).rejects.toMatchObject({
    code: 'decision-unknown-record',
  });
});

test('a customer’s record is told with how it stands', () => {
  const { review } = aReview();
  review.decideCustomers([say(5, 'ignore')]);
  expect(review.customer(customerId(5))).toMatchObject({
    row: { state: 'ignored', active: false },
    customer: { id: '5', active: false },
  });
});

describe('customers without an account', () => {
  test('are those that no account carries, was confirmed for, or shows as its proposal', () => {
    const { review } = aReview();
    expect(states(review)).toEqual([
      ['2', 'no-match'],
      ['4', 'no-match'],
      ['5', 'no-match'],
    ]);
    review.decide({ accountId: accountId(2), kind: 'confirm', customerId: customerId(4) });
    expect(states(review).map(([id]) => id)).toEqual(['2', '5']);
    review.decide({ accountId: accountId(1), kind: 'reject', customerId: customerId(1) });
    // The next candidate is proposed now, and the rejected one is nobody's.
    expect(states(review).map(([id]) => id)).toEqual(['1', '5']);
  });

  test('tell what they are, and which account came closest', () => {
    const { review } = aReview();
    expect(review.customersFrom(0).rows[0]).toMatchObject({
      name: 'Customer 2',
      balance: 50,
      currency: 'USD',
      active: true,
      subCustomer: false,
      nearest: { accountId: 'A1', name: 'Account 1', score: 0.4 },
    });
    expect(review.customersFrom(0).rows[1]).toMatchObject({ subCustomer: true, nearest: null });
    expect(review.customersFrom(0).rows[2]).toMatchObject({ active: false });
  });

  test('are decided on, several as one batch, undone and done again across restarts', async () => {
    const { project, review } = aReview();
    const change = review.decideCustomers([say(2, 'create-new'), say(5, 'ignore')]);
    expect(change.customers.map(({ state }) => state)).toEqual(['create-new', 'ignored']);
    expect(change.summary).toMatchObject({
      customersWithoutMatch: 1,
      customersDecided: 2,
      customersToCreate: 1,
      undo: 'decided 2 customers',
    });
    review.decideCustomers([say(4, 'skip')]);
    expect(review.summary().undo).toBe('skipped Customer 4');

    const again = openProject(project.path);
    const other = new Review(again, 'tester', () => aTime);
    expect(states(other)).toEqual([
      ['2', 'create-new'],
      ['4', 'skipped'],
      ['5', 'ignored'],
    ]);
    again.close();

    await review.undo();
    const undone = await review.undo();
    expect(undone.customers.map(({ customerId: id, state }) => [id, state])).toEqual([
      ['2', 'no-match'],
      ['5', 'no-match'],
    ]);
    expect(undone.focus).toBeNull();
    expect((await review.redo()).customers).toHaveLength(2);
    expect(states(review)).toEqual([
      ['2', 'create-new'],
      ['4', 'no-match'],
      ['5', 'ignored'],
    ]);
  });

  test('that got an account after all are out of the list, whatever was said before', async () => {
    const { review } = aReview();
    review.decideCustomers([say(4, 'create-new')]);
    review.decide({ accountId: accountId(2), kind: 'confirm', customerId: customerId(4) });
    expect(states(review).map(([id]) => id)).toEqual(['2', '5']);
    expect(review.summary().customersDecided).toBe(0);
    expect((await review.undo()).focus).toBe('A2');
    expect(states(review)).toContainEqual(['4', 'create-new']);
  });

  test('are refused where an account has them, or where there is no such customer', () => {
    const { review } = aReview();
    expect(() => review.decideCustomers([say(2, 'ignore'), say(3, 'ignore')])).toThrowError(/Account 3/);
    expect(() => review.decideCustomers([say(9, 'ignore')])).toThrowError(/no customer/);
    expect(review.summary()).toMatchObject({ customersDecided: 0, undo: null });
  });
});
