import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conflict } from '#shared/review.ts';
import {
  type Assignment,
  assigned,
  decisionsOf,
  settledBy,
} from '../../../../renderer/review/conflicts/assignment.ts';
import { aCustomer, accountId, anAccount, aPair, customerId } from '../../../support/records.ts';

const nothing: Assignment = new Map();
const choose = (before: Assignment, account: number, choice: number | 'none', several = false) =>
  assigned(before, accountId(account), choice === 'none' ? choice : customerId(choice), several);

describe('what is meant for the accounts of a conflict', () => {
  test('the same said twice is taken back', () => {
    expect(choose(choose(nothing, 1, 2), 1, 2)).toEqual(nothing);
    expect(choose(choose(nothing, 1, 'none'), 1, 'none')).toEqual(nothing);
  });

  test('a customer goes from the account it was meant for to the other', () => {
    expect(choose(choose(nothing, 1, 2), 2, 2)).toEqual(choose(nothing, 2, 2));
  });

  test('none may be said of many accounts', () => {
    expect(choose(choose(nothing, 1, 'none'), 2, 'none').size).toBe(2);
  });

  test('no customer is meant for two accounts, unless it may have several', () => {
    const step = fc.tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant('none' as const)),
    );
    fc.assert(
      fc.property(fc.array(step), fc.boolean(), (steps, several) => {
        let meant = nothing;
        for (const [account, choice] of steps) {
          const said = meant.get(accountId(account));
          meant = choose(meant, account, choice, several);
          const wanted = choice === 'none' ? choice : customerId(choice);
          expect(meant.get(accountId(account))).toBe(said === wanted ? undefined : wanted);
        }
        const customers = [...meant.values()].filter((choice) => choice !== 'none');
        if (!several) expect(new Set(customers).size).toBe(customers.length);
      }),
    );
  });
});

describe('the decisions it comes to', () => {
  const conflict: Conflict = {
    accounts: [1, 2, 3].map((n) => anAccount(n)),
    customers: [1, 2].map((n) => aCustomer(n)),
    pairs: [
      { ...aPair(1, 1), proposed: true },
      { ...aPair(1, 2), proposed: false },
      { ...aPair(2, 1), proposed: true },
      { ...aPair(2, 2), proposed: true },
    ],
    left: { accounts: 0, customers: 0 },
    severalAccounts: false,
  };

  test('confirm what was chosen, reject what was proposed to an account with none, and leave the others', () => {
    const meant = choose(choose(nothing, 2, 'none'), 1, 2);
    expect(decisionsOf(meant, conflict)).toEqual([
      { accountId: 'A1', kind: 'confirm', customerId: '2' },
      { accountId: 'A2', kind: 'reject', customerId: '1' },
      { accountId: 'A2', kind: 'reject', customerId: '2' },
    ]);
    expect(settledBy(meant, conflict)).toBe(2);
  });

  test('are none for an account that was proposed nothing', () => {
    expect(settledBy(choose(nothing, 3, 'none'), conflict)).toBe(0);
  });
});
