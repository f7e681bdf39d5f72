import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { AccountId, CustomerId } from '#shared/ids.ts';
import type { CustomerRow } from '#shared/review.ts';
import { keys } from '../../../../renderer/door/keys.ts';
import {
  type CustomerColumn,
  shownCustomers,
  sortedBy,
  usualSorting,
} from '../../../../renderer/review/customers/customer-order.ts';
import { takeInCustomers } from '../../../../renderer/review/customers/take-in.ts';
import { exampleRow } from '../example.ts';

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
const shown = (text: string, by: CustomerColumn, desc = false) =>
  shownCustomers(rows, text, { by, desc }).map(({ customerId }) => customerId);

test('customers are ordered by name without case and accents, balance, nearest score or state, either way', () => {
  expect(shown('', 'balance', true)).toEqual(['2', '3', '1']);
  expect(shown('', 'balance')).toEqual(['1', '3', '2']);
  expect(shown('', 'name')).toEqual(['2', '3', '1']);
  expect(shown('', 'name', true)).toEqual(['1', '3', '2']);
  expect(shown('', 'nearest', true)).toEqual(['3', '2', '1']);
  expect(shown('', 'state')).toEqual(['1', '2', '3']);
});

test('a heading orders numbers from the top and words from A, and the other way round when clicked again', () => {
  expect(sortedBy(usualSorting, 'name')).toEqual({ by: 'name', desc: false });
  expect(sortedBy({ by: 'name', desc: false }, 'name')).toEqual({ by: 'name', desc: true });
  expect(sortedBy({ by: 'name', desc: false }, 'nearest')).toEqual({ by: 'nearest', desc: true });
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
