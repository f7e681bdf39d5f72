import { describe, expect, test } from 'vitest';
import { match } from '#app/match/index.ts';
import { Review } from '#app/review/index.ts';
import type { Rival } from '#shared/pairs.ts';
import { aProject, aTime } from '../../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../../support/records.ts';

const rivalAccount = (n: number): Rival => ({ kind: 'account', accountId: accountId(n), margin: 0.1 });
const rivalCustomer = (n: number): Rival => ({ kind: 'customer', customerId: customerId(n), margin: 0 });

/**
 * 1 ties between customers 1 and 2; 2 wants customer 1, too; 3 is named by 2, has customer 3 and no candidate in common; 4
 * has nothing to do with them.
 */
function aReview() {
  const numbers = [1, 2, 3, 4];
  const project = aProject({
    accounts: numbers.map((n) => anAccount(n)),
    customers: numbers.map((n) => aCustomer(n)),
    proposals: [
      aProposal(1, [aPair(1, 1, 0.5), aPair(1, 2, 0.5)], [rivalCustomer(2), rivalAccount(2)]),
      aProposal(2, [aPair(2, 1, 0.6)], [rivalAccount(1), rivalAccount(3)]),
      aProposal(3, [aPair(3, 3, 0.9)]),
      aProposal(4, [aPair(4, 4, 0.9)]),
    ],
  });
  return new Review(project, 'tester', () => aTime);
}
const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);
const reject = (account: number, customer: number) => ({
  accountId: accountId(account),
  customerId: customerId(customer),
  kind: 'reject' as const,
});
const confirm = (account: number, customer: number) => ({
  ...reject(account, customer),
  kind: 'confirm' as const,
});

describe('the conflict around an account', () => {
  test('holds all who compete, the asked one first, and is the same from each of them', () => {
    const review = aReview();
    const conflict = review.conflict(accountId(1));
    expect(ids(conflict.accounts)).toEqual(['A1', 'A2', 'A3']);
    expect(ids(conflict.customers)).toEqual(['1', '2', '3']);
    for (const n of [2, 3]) {
      const same = review.conflict(accountId(n));
      expect(same.accounts[0]?.id).toBe(accountId(n));
      expect(ids(same.accounts).sort()).toEqual(['A1', 'A2', 'A3']);
      expect(ids(same.customers).sort()).toEqual(['1', '2', '3']);
    }
  });

  test('is the account alone with its customer where nobody competes', () => {
    const { accounts, customers } = aReview().conflict(accountId(4));
    expect([ids(accounts), ids(customers)]).toEqual([['A4'], ['4']]);
  });

  test('has no more of a customer that somebody got or of one that was turned down', () => {
    const review = aReview();
    review.decideTogether([reject(1, 2), confirm(2, 1)]);
    const { accounts, customers } = review.conflict(accountId(1));
    expect([ids(accounts), ids(customers)]).toEqual([['A1'], []]);
  });

  test('compares every account with every customer, after a match', async () => {
    const named = (name: string) => ({
      name,
      billing: { street: '1 Main St', city: 'Tacoma', region: 'WA', postalCode: '98402', country: 'US' },
    });
    const accounts = [anAccount(1, named('Harbor Mills')), anAccount(2, named('Harbor Mills'))];
    const customers = [1, 2].map((n) => {
      const { name, billing } = named('Harbor Mills');
      return aCustomer(n, { displayName: `${name}${n === 2 ? ' Inc' : ''}`, billing });
    });
    const project = aProject({ accounts, customers });
    const { proposals, model } = await match({ accounts, customers });
    project.proposals.replace(proposals, { model, at: aTime });
    const conflict = new Review(project, 'tester', () => aTime).conflict(accountId(1));
    expect(conflict.pairs.map((pair) => [pair.accountId, pair.customerId])).toEqual(
      conflict.accounts.flatMap(({ id }) => conflict.customers.map((customer) => [id, customer.id])),
    );
    expect(conflict.pairs.length).toBe(4);
    for (const { score, reason } of conflict.pairs) {
      expect(score).toBeGreaterThan(0);
      expect(reason).not.toBe('');
    }
  });
});

describe('decisions that belong together', () => {
  test('are one batch, taken back with one undo', async () => {
    const review = aReview();
    const { summary, focus } = review.decideTogether([confirm(1, 2), confirm(2, 1), reject(3, 3)]);
    expect(summary.states).toMatchObject({ confirmed: 2, rejected: 1 });
    expect(focus).toBe(accountId(1));
    expect((await review.undo()).summary.states).toMatchObject({ confirmed: 0, rejected: 0 });
  });

  test('are all refused where one is not possible', () => {
    const review = aReview();
    expect(() => review.decideTogether([confirm(1, 1), confirm(2, 1)])).toThrow(/confirmed for Account 1/);
    expect(review.summary().states.confirmed).toBe(0);
  });
});

describe('the detail of an account', () => {
  test('may have a customer as last candidate that nobody proposed', () => {
    const review = aReview();
    const shown = (also: number) =>
      review.detail(accountId(1), customerId(also)).candidates.map(({ customer }) => customer.id);
    expect(shown(4)).toEqual(['1', '2', '4']);
    expect(shown(2)).toEqual(['1', '2']);
  });
});
