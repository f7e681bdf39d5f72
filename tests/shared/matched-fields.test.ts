import { expect, test } from 'vitest';
import { match } from '#app/match/index.ts';
import { matchesTheSame, unmatchedFields } from '#shared/matched-fields.ts';
import type { Account, Customer } from '#shared/records.ts';
import { madeUp } from '../app/match/made-up.ts';
import { anAccount } from '../support/records.ts';

const other = (value: unknown): unknown =>
  typeof value === 'string' ? `${value} 77 Elm` : typeof value === 'number' ? value + 7 : true;

/** The record with something else in every field that the matcher is said not to read. */
function altered<R extends Account | Customer>(record: R): R {
  const changed = Object.entries(record).map(([field, value]) => [
    field,
    unmatchedFields.has(field) ? other(value) : value,
  ]);
  return Object.fromEntries(changed) as R;
}

test('what a match proposes does not depend on the fields that say nothing', async () => {
  const { accounts, customers } = madeUp(150, 4);
  const usual = await match({ accounts, customers });
  const changed = await match({ accounts: accounts.map(altered), customers: customers.map(altered) });
  expect(changed.proposals).toEqual(usual.proposals);
});

test('a record with other money or dates matches the same, one with another phone does not', () => {
  const account = anAccount(1, { phone: '1' });
  expect(matchesTheSame(account, { ...account, annualRevenue: 5, lastModified: '2026-03-03' })).toBe(true);
  expect(matchesTheSame(account, { ...account, phone: '2' })).toBe(false);
  expect(matchesTheSame(account, { ...account, billing: { ...account.billing, city: 'Rome' } })).toBe(false);
  expect(matchesTheSame(account, { ...account, linkedCustomerId: '7' })).toBe(false);
});
