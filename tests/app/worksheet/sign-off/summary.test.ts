import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted, type SignedRow } from '#app/worksheet/index.ts';
import { Outcome } from '#shared/sign-off.ts';
import { account, customer, reviewRow } from '../support.ts';

const nothing = { rows: [], rejected: [], customersWithoutMatch: [], decisions: [] };

/** The row of an account with a customer who owes so much; 0 for none. */
function aRow(n: number, outcome: Outcome, owes = 0, customerNumber = n): SignedRow {
  const one = account(`001${n}`, `Account ${n}`);
  const other =
    owes === 0
      ? null
      : customer(`${customerNumber}`, `Customer ${customerNumber}`, { balance: owes, currency: 'USD' });
  const row = reviewRow(one, other);
  return { row, account: one, customer: other, outcome, decision: null, attempt: null, remarks: '' };
}

describe('the counts of a summary', () => {
  test('give every account one outcome, and no sum of money counts a customer twice', () => {
    const rows = fc.array(
      fc.record({
        outcome: fc.constantFrom(...Outcome.options),
        owes: fc.integer({ min: -5_000, max: 5_000 }),
        customerNumber: fc.nat(5),
      }),
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const owed = new Map<number, number>();
        for (const { owes, customerNumber } of drawn)
          if (owes !== 0 && !owed.has(customerNumber)) owed.set(customerNumber, owes);
        const made = drawn.map(({ outcome, owes, customerNumber }, n) =>
          aRow(n, outcome, owes === 0 ? 0 : owed.get(customerNumber), customerNumber),
        );
        const { outcomes } = counted({ ...nothing, rows: made }, []);
        expect(outcomes.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(made.length);
        const all = [...owed.values()].reduce((sum, owes) => sum + Math.max(0, owes), 0);
        for (const { money } of outcomes)
          for (const { amount } of money) expect(amount).toBeLessThanOrEqual(all);
      }),
    );
  });

  test('never add currencies up', () => {
    const euro = aRow(1, 'written', 10);
    const rows = [
      { ...euro, customer: customer('1', 'One', { balance: 10.1, currency: 'EUR' }) },
      aRow(2, 'written', 0.2),
      aRow(3, 'written', 0.1),
    ];
    expect(counted({ ...nothing, rows }, []).outcomes).toEqual([
      {
        outcome: 'written',
        accounts: 3,
        money: [
          { currency: 'EUR', amount: 10.1 },
          { currency: 'USD', amount: 0.3 },
        ],
      },
    ]);
  });

  test('name who reviewed, the busiest first, and the period from the first to the last of what was done', () => {
    const said = (author: string, at: string) => ({ author, at });
    const decisions = [
      said('Kim', '2026-11-03T09:00:00.000Z'),
      said('Ann', '2026-11-01T09:00:00.000Z'),
      said('Kim', '2026-11-02T09:00:00.000Z'),
    ];
    const { reviewers, period } = counted({ ...nothing, decisions }, []);
    expect(reviewers).toEqual([
      { name: 'Kim', decisions: 2, from: '2026-11-02T09:00:00.000Z', to: '2026-11-03T09:00:00.000Z' },
      { name: 'Ann', decisions: 1, from: '2026-11-01T09:00:00.000Z', to: '2026-11-01T09:00:00.000Z' },
    ]);
    expect(period).toEqual({ from: '2026-11-01T09:00:00.000Z', to: '2026-11-03T09:00:00.000Z' });
    expect(counted(nothing, []).period).toBeNull();
  });
});
