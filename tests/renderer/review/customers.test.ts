import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { CustomerRow } from '#shared/review.ts';
import { keys } from '../../../renderer/door/keys.ts';
import { shownCustomers } from '../../../renderer/review/customers/customer-order.ts';
import { takeInCustomers } from '../../../renderer/review/customers/take-in.ts';
import { exampleRow } from './example.ts';

const customer = (id: string, more: Partial<CustomerRow> = {}): CustomerRow => ({
  customerId: CustomerId.parse(id),
  name: `Customer ${id}`,
  place: 'Tacoma, WA',
  active: true,
  subCustomer: false,
  balance: 0,
  currency: 'USD',
  state: 'no-match',
  nearest: null,
  ...more,
});
const nearest = (name: string, score: number) => ({ accountId: AccountId.parse('A'), name, score });

const rows = [
  customer('1', { name: 'Zebra Dental', balance: 5 }),
  customer('2', { name: 'Álamo Paving', balance: 70, nearest: nearest('Dental Alamo', 0.2) }),
  customer('3', { name: 'bolt', place: 'Reno, NV', balance: 7, nearest: nearest('Bolt Inc', 0.4) }),
];
const shown = (text: string, order: 'balance' | 'name' | 'nearest') =>
  shownCustomers(rows, text, order).map(({ customerId }) => customerId);

test('customers are ordered by balance, name without case and accents, or nearest score', () => {
  expect(shown('', 'balance')).toEqual(['2', '3', '1']);
  expect(shown('', 'name')).toEqual(['2', '3', '1']);
  expect(shown('', 'nearest')).toEqual(['3', '2', '1']);
});

test('customers are found by name, place and nearest account, all words at once', () => {
  expect(shown('dental', 'name')).toEqual(['2', '1']);
  expect(shown('RENO bolt', 'name')).toEqual(['3']);
  expect(shown('reno dental', 'name')).toEqual([]);
});

test('a decision changes the customers that it is about, and those that an account has now', () => {
  const client = new QueryClient();
  client.setQueryData(keys.customers, rows);
  const confirmed = exampleRow('9', { customerId: CustomerId.parse('1'), state: 'confirmed' });
  takeInCustomers(client, [confirmed], [customer('3', { state: 'ignored' })]);
  const states = client.getQueryData<CustomerRow[]>(keys.customers)?.map(({ state }) => state);
  expect(states).toEqual(['matched', 'no-match', 'ignored']);
  expect(client.getQueryState(keys.customers)?.isInvalidated).toBe(true);
});
